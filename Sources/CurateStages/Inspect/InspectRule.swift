public import CurateCore

/// What `inspect` looks for.
public enum InspectRule: String, CaseIterable, OptionConvertible {
  case emptySection = "empty-section"
  case levelJump = "level-jump"
  case pseudoHeading = "pseudo-heading"
  case genericLinkText = "generic-link-text"
  case oddLinkText = "odd-link-text"
  case oneURLTwoTitles = "one-url-two-titles"
  case oneTitleTwoURLs = "one-title-two-urls"
  case emptyDestination = "empty-destination"
  case doubledScheme = "doubled-scheme"
  case schemeTypo = "scheme-typo"
  case missingScheme = "missing-scheme"
  case spaceInURL = "space-in-url"
  case trailingPunctuation = "trailing-punctuation"
  case doubleSlash = "double-slash"
  case textIsAnotherURL = "text-is-another-url"
  // What LinkIdentity finds about a URL; the ids are its own.
  case credentials
  case scriptURL = "script-url"
  case dataURL = "data-url"
  case fileURL = "file-url"
  case internalAddress = "internal-address"
  case unusualAddress = "unusual-address"
  case hiddenCharacter = "hidden-character"
  case mixedScriptHost = "mixed-script-host"
  case lookAlikeHost = "look-alike-host"
  case largeFile = "large-file"
  // House style: only on request.
  case alphabetical
  case fullStop = "full-stop"
  case descriptionDash = "description-dash"

  /// The rules of taste, which a list has to ask for.
  static let houseStyle: Set<InspectRule> = [.alphabetical, .fullStop, .descriptionDash]

  var severity: Severity {
    switch self {
    case .oneURLTwoTitles, .emptyDestination, .doubledScheme, .schemeTypo, .missingScheme, .spaceInURL,
      .trailingPunctuation, .textIsAnotherURL, .largeFile, .credentials, .scriptURL, .dataURL, .fileURL,
      .internalAddress, .unusualAddress, .hiddenCharacter, .mixedScriptHost, .lookAlikeHost:
      .warning
    case .emptySection, .levelJump, .pseudoHeading, .genericLinkText, .oddLinkText, .oneTitleTwoURLs, .doubleSlash,
      .alphabetical, .fullStop, .descriptionDash:
      .note
    }
  }

  var summary: String {
    switch self {
    case .emptySection: "A heading has nothing below it."
    case .levelJump: "A heading is more than one level below the heading before it."
    case .pseudoHeading: "A bold or code-like line stands where a heading would."
    case .genericLinkText: "A link's text (\"here\", \"link\") does not say where it leads."
    case .oddLinkText: "A link's text begins or ends with a space, a comma, a slash or an open bracket."
    case .oneURLTwoTitles: "Entries with one URL have different titles."
    case .oneTitleTwoURLs: "Entries with one title have different URLs."
    case .emptyDestination: "A link leads nowhere."
    case .doubledScheme: "A URL has two schemes (`http://https://…`)."
    case .schemeTypo: "A URL's scheme looks misspelt (`htpp://…`, `http:/…`)."
    case .missingScheme: "A URL without a scheme is read as a path of the own site."
    case .spaceInURL: "A URL holds white space, or begins or ends with an encoded space."
    case .trailingPunctuation: "A URL ends with punctuation that may belong to the sentence."
    case .doubleSlash: "A URL's path holds `//`: something may have got lost between the slashes."
    case .textIsAnotherURL: "A link's text is one URL and its destination another."
    case .credentials: "A URL carries a user name or password."
    case .scriptURL: "A link runs a script (`javascript:`)."
    case .dataURL: "A link holds its content itself (`data:`)."
    case .fileURL: "A link leads to a file of one computer (`file:`)."
    case .internalAddress: "A host is an address inside one network or computer."
    case .unusualAddress: "A host is a disguised spelling of an address (`0x7f.1`)."
    case .hiddenCharacter: "A URL has a character that nobody sees."
    case .mixedScriptHost: "A part of a host mixes letters of several scripts."
    case .lookAlikeHost: "A host looks like a well-known one, and is not."
    case .largeFile: "A file is over 512 KB: GitHub cuts off what it shows of it."
    case .alphabetical: "An entry breaks the alphabetical order of its list. Off by default."
    case .fullStop: "A description ends unlike most do, with or without a full stop. Off by default."
    case .descriptionDash: "A description is set off unlike most are. Off by default."
    }
  }
}
