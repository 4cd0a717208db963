import CurateCore
import LinkIdentity
import MarkdownSyntax

/// Looks at destinations that are probably not what their author meant.
struct URLInspection {
  private let document: Document

  init(_ document: Document) { self.document = document }

  func observations(in collection: Collection) -> [Observation] {
    var observations: [Observation] = []
    for index in document.links {
      let id = LinkID(index)
      let link = collection[id]
      guard link.fate.isPresent, link.role != .toc, link.role != .fragment else { continue }
      let url = collection.url(of: id)
      if let (rule, message) = SuspiciousURL(url, link.syntax).concern {
        observations.append(Observation(rule, link, message))
      }
      if let other = otherURL(inTextOf: link, url: url, in: collection) {
        observations.append(
          Observation(.textIsAnotherURL, link, "the text says '\(other)', the link leads to '\(url)'"))
      }
    }
    return observations
  }

  /// The URL that stands as a link's text, if it names another page than the link leads to.
  private func otherURL(inTextOf link: Link, url: String, in collection: Collection) -> String? {
    guard link.role != .image, link.syntax == .inline || link.syntax == .reference || link.syntax == .html else {
      return nil
    }
    let text = collection.title(of: link.id)
    let lower = text.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www."),
      !text.contains(where: \.isWhitespace), !text.hasSuffix("…"), !text.hasSuffix("...")
    else { return nil }
    let full = lower.hasPrefix("www.") ? "http://" + text : text
    guard let said = pageKey(of: full), let meant = pageKey(of: url) else { return nil }
    return said == meant ? nil : text
  }
}

/// What looks wrong about one URL, the gravest first.
struct SuspiciousURL {
  private let url: String
  private let bytes: [UInt8]
  private let syntax: LinkSyntax

  init(_ url: String, _ syntax: LinkSyntax) {
    self.url = url
    self.syntax = syntax
    bytes = Array(url.utf8)
  }

  /// Checks in order; the first that speaks up is enough. Further ones (credentials, addresses of internal networks,
  /// `javascript:`, look-alike hosts) belong into this list.
  var concern: (rule: InspectRule, message: String)? {
    empty ?? space ?? doubledScheme ?? schemeTypo ?? missingScheme ?? punctuation ?? doubleSlash
  }

  private var empty: (InspectRule, String)? {
    bytes.isEmpty ? (.emptyDestination, "the link has no destination") : nil
  }

  private var space: (InspectRule, String)? {
    let isEncoded = url.hasPrefix("%20") || url.hasSuffix("%20")
    guard isEncoded || bytes.contains(where: { $0 <= 0x20 }) else { return nil }
    return (.spaceInURL, "white space in '\(url)'")
  }

  private var doubledScheme: (InspectRule, String)? {
    guard let rest = afterScheme else { return nil }
    for scheme in ["https", "http"] where rest.hasPrefix(scheme) {
      let tail = rest.dropFirst(scheme.count)
      if tail.hasPrefix(":/") || tail.hasPrefix("//") { return (.doubledScheme, "two schemes in '\(url)'") }
    }
    return nil
  }

  /// What follows `http://` or `https://`.
  private var afterScheme: Substring? {
    let lower = url.prefix(16).lowercased()
    if lower.hasPrefix("https://") { return url.dropFirst(8) }
    return lower.hasPrefix("http://") ? url.dropFirst(7) : nil
  }

  private var schemeTypo: (InspectRule, String)? {
    guard afterScheme == nil else { return nil }
    let scheme = url.prefix { $0 != ":" && $0 != "/" && $0 != ";" }.lowercased()
    let rest = url.dropFirst(scheme.count)
    let isKnown = scheme == "http" || scheme == "https"
    let isNear = isKnown || isNearHTTP(scheme)
    let marks = rest.prefix { $0 == ":" || $0 == "/" || $0 == ";" }
    guard isKnown ? !marks.isEmpty : isNear && (marks == "://" || marks == "//") else { return nil }
    return (.schemeTypo, "'\(scheme)\(marks)' looks like a misspelt scheme in '\(url)'")
  }

  private func isNearHTTP(_ scheme: String) -> Bool {
    guard (3...7).contains(scheme.count), scheme != "shttp", scheme != "ftp" else { return false }
    let letters = Array(scheme.unicodeScalars)
    return ["http", "https"].contains {
      let wanted = Array($0.unicodeScalars)
      if EditDistance.between(letters, wanted, atMost: 1) != nil { return true }
      // Two letters changed places.
      return letters.count == wanted.count && String(scheme.sorted()) == String($0.sorted())
    }
  }

  /// Only bare URLs may leave the scheme out.
  private var missingScheme: (InspectRule, String)? {
    guard syntax != .bare, syntax != .angle, !url.contains(":"), !url.hasPrefix("/"), !url.hasPrefix(".") else {
      return nil
    }
    let host = url.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
    let isHost = host.hasPrefix("www.") || [".com", ".org", ".net", ".io", ".edu"].contains { host.hasSuffix($0) }
    guard isHost, host.contains(".") else { return nil }
    return (.missingScheme, "'\(url)' has no scheme, and is read as a file of this folder")
  }

  private var punctuation: (InspectRule, String)? {
    guard afterScheme != nil, let last = url.last, !url.contains(":~:text=") else { return nil }
    let isStop = last == "." && !url.contains("wikipedia.org/")
    let isMark = ",;:\"|<>`".contains(last)
    let isBracket =
      last == ")" && url.count { $0 == ")" } > url.count { $0 == "(" }
      || last == "]" && url.count { $0 == "]" } > url.count { $0 == "[" }
    guard isStop || isMark || isBracket else { return nil }
    return (.trailingPunctuation, "'\(url)' ends with '\(last)'")
  }

  /// `//` in a path, unless another URL is embedded there.
  private var doubleSlash: (InspectRule, String)? {
    guard let rest = afterScheme, let slash = rest.firstIndex(of: "/") else { return nil }
    let path = rest[slash...].prefix { $0 != "?" && $0 != "#" }
    var previous: Character?
    var beforePrevious: Character?
    for character in path {
      if character == "/", previous == "/", beforePrevious != ":" { return (.doubleSlash, "'//' in '\(url)'") }
      beforePrevious = previous
      previous = character
    }
    return nil
  }
}
