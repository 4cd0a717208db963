import CurateCore

/// A rule of `inspect`: its entry in the manual, its examples, and its check.
///
/// Each rule is a static member in a file of its own below `Rules`; `all` registers it.
struct InspectRule: Sendable {
  let id: RuleID
  /// One or two sentences for the manual: the case that the rule reports, and its exceptions.
  let summary: String
  let severity: Severity
  /// False for a style rule, which is enabled by the option `style`.
  let isEnabledByDefault: Bool
  let examples: [StageExample]
  let check: Check

  typealias DocumentCheck = @Sendable (InspectedDocument) -> [InspectFinding]
  typealias LinkTextCheck = @Sendable (Link, Collection) -> String?
  typealias URLCheck = @Sendable (InspectedURL) -> String?
  typealias EntriesCheck = @Sendable (TitledEntries, Collection) -> [InspectFinding]
  typealias StyleCheck = @Sendable ([StyledEntry]) -> [InspectFinding]

  /// The input and the function of a rule. All rules of one kind share one walk over the collection.
  enum Check: Sendable {
    /// Reads a whole document.
    case document(DocumentCheck)
    /// Reads the text of a link and returns the message of a finding.
    case linkText(LinkTextCheck)
    /// Reads a URL and returns the message of a finding. The first of these rules that reports a URL is the only one.
    case url(URLCheck)
    /// `LinkIdentity` finds the warning, under the same id.
    case urlWarning
    /// Compares the titled entries of all documents.
    case entries(EntriesCheck)
    /// Compares the entries of one document with the convention of most of them.
    case style(StyleCheck)
  }

  /// - Parameters:
  ///   - id: the name of the rule in recipes, suppression comments and findings.
  ///   - summary: what the rule reports, and when it does not; ends with a full stop.
  init(
    _ id: RuleID, _ summary: String, severity: Severity, isEnabledByDefault: Bool = true, examples: [StageExample],
    check: Check
  ) {
    self.id = id
    self.summary = summary
    self.severity = severity
    self.isEnabledByDefault = isEnabledByDefault
    self.examples = examples
    self.check = check
  }

  var manual: RuleManual { RuleManual(id, summary, severity: severity) }

  /// All rules, in the order of the manual.
  static let all: [InspectRule] = {
    var rules: [InspectRule] = [
      .emptySection, .levelJump, .pseudoHeading, .genericLinkText, .oddLinkText, .oneURLTwoTitles, .oneTitleTwoURLs,
      .emptyDestination, .doubledScheme, .schemeTypo, .missingScheme, .spaceInURL, .trailingPunctuation, .doubleSlash,
      .textIsAnotherURL,
    ]
    rules += urlWarnings
    rules += [.largeFile, .alphabetical, .fullStop, .descriptionDash]
    return rules
  }()
}

extension StageExample {
  /// An example of a stage that reports findings and changes nothing.
  init(_ title: String, _ text: String, _ findings: [RuleID], options: String = "{}") {
    self.init(title, options: options, input: text, output: text, findings: findings)
  }
}

/// A place that a rule reports, and the message.
struct InspectFinding: Sendable {
  var document: DocumentID
  var offset: Int
  var link: LinkID?
  var message: String

  init(_ document: Document, at offset: Int, _ message: String) {
    self.document = document.id
    self.offset = offset
    self.message = message
  }

  init(_ link: Link, _ message: String) {
    document = link.document
    offset = link.range.lowerBound
    self.link = link.id
    self.message = message
  }
}
