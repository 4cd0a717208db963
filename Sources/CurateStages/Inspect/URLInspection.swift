import CurateCore
import LinkIdentity
import MarkdownSyntax
import Platform

/// Looks at destinations that are probably not what their author meant.
struct URLInspection {
  private let document: Document

  init(_ document: Document) { self.document = document }

  func observations(in collection: Collection) -> [Observation] {
    let first = document.links.lowerBound
    let parts = concurrentMap(document.links.count, stretch: 256) { range in
      range.flatMap { index -> [Observation] in
        let link = collection.links[first + index]
        guard link.fate.isPresent, link.role != .toc, link.role != .fragment else { return [] }
        return concerns(about: link, in: collection) + contradiction(of: link, in: collection)
      }
    }
    return Array(parts.joined())
  }

  /// What looks wrong about how a URL is written, and what LinkIdentity finds odd about where it leads, as far as `inspect`
  /// has a rule for it: the rest is said by other stages.
  private func concerns(about link: Link, in collection: Collection) -> [Observation] {
    let (isUnsuspicious, concerns) = collection.withURL(of: link.id) { url in
      (SuspiciousURL.isUnsuspicious(url), LinkIdentity.warnings(ofUTF8: url))
    }
    if isUnsuspicious, concerns.isEmpty { return [] }
    let suspicion =
      isUnsuspicious
      ? nil
      : SuspiciousURL(collection.url(of: link.id), link.syntax).concern.map { Observation($0.rule, link, $0.message) }
    // With two schemes the second is taken for a host, which says nothing about where the link is meant to lead.
    if let suspicion, suspicion.rule == .doubledScheme { return [suspicion] }
    let others = concerns.compactMap { concern in
      InspectRule(rawValue: concern.rule).map { Observation($0, link, Self.clause(concern.message)) }
    }
    return (suspicion.map { [$0] } ?? []) + others
  }

  private func contradiction(of link: Link, in collection: Collection) -> [Observation] {
    guard let other = otherURL(inTextOf: link, in: collection) else { return [] }
    let url = collection.url(of: link.id)
    return [Observation(.textIsAnotherURL, link, "the text says '\(other)', the link leads to '\(url)'")]
  }

  /// A sentence as the other findings put it: without capital and full stop.
  private static func clause(_ sentence: String) -> String {
    sentence.prefix(1).lowercased() + (sentence.hasSuffix(".") ? sentence.dropFirst().dropLast() : sentence.dropFirst())
  }

  /// The URL that stands as a link's text, if it names another page than the link leads to.
  private func otherURL(inTextOf link: Link, in collection: Collection) -> String? {
    guard link.role != .image, link.syntax == .inline || link.syntax == .reference || link.syntax == .html,
      collection.withTitle(of: link.id, Self.mayBeURL)
    else { return nil }
    let text = collection.title(of: link.id)
    let lower = text.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www."),
      !text.contains(where: \.isWhitespace), !text.hasSuffix("…"), !text.hasSuffix("...")
    else { return nil }
    let full = lower.hasPrefix("www.") ? "http://" + text : text
    guard let said = pageKey(of: full), let meant = pageKey(of: collection.url(of: link.id)) else { return nil }
    return said == meant ? nil : text
  }

  /// Most titles are told from a URL by their first letter.
  private static func mayBeURL(_ title: Span<UInt8>) -> Bool {
    !title.isEmpty && (title[0] | 0x20 == UInt8(ascii: "h") || title[0] | 0x20 == UInt8(ascii: "w"))
  }
}

/// What looks wrong about one URL, the gravest first.
struct SuspiciousURL {
  private let url: String
  private let bytes: [UInt8]
  private let syntax: LinkSyntax
  /// The number of bytes of `http://` or `https://`; 0 for anything else.
  private let schemeLength: Int

  init(_ url: String, _ syntax: LinkSyntax) {
    self.url = url
    self.syntax = syntax
    let bytes = Array(url.utf8)
    self.bytes = bytes
    schemeLength = [8, 7].first { Self.isWebScheme(bytes.prefix($0)) } ?? 0
  }

  private static func isWebScheme(_ start: ArraySlice<UInt8>) -> Bool {
    let scheme = start.count == 8 ? "https://" : "http://"
    return start.elementsEqual(scheme.utf8) { $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1 }
  }

  /// Checks in order; the first that speaks up is enough.
  var concern: (rule: InspectRule, message: String)? {
    empty ?? space ?? doubledScheme ?? schemeTypo ?? missingScheme ?? punctuation ?? doubleSlash
  }

  /// Whether one look at the bytes tells that nothing is wrong, as it does for nearly all URLs: an http or https URL that
  /// ends with a letter, digit or slash, and holds no white space, no escapes at its end, no second `//` and no second
  /// scheme.
  static func isUnsuspicious(_ url: Span<UInt8>) -> Bool {
    let start = url.starts(with: "https://") ? 8 : url.starts(with: "http://") ? 7 : 0
    let rest = url.extracting(droppingFirst: start)
    guard start > 0, !rest.isEmpty, !rest.starts(with: "http") else { return false }
    let last = rest[rest.count - 1]
    guard last == UInt8(ascii: "/") || last.isASCIILetterOrDigit else { return false }
    guard rest.count < 3 || rest[rest.count - 3] != UInt8(ascii: "%") else { return false }
    var previous: UInt8 = 0
    for index in rest.indices {
      let byte = rest[index]
      if byte <= 0x20 || (byte == UInt8(ascii: "/") && previous == byte) { return false }
      previous = byte
    }
    return true
  }

  private var empty: (InspectRule, String)? {
    bytes.isEmpty ? (.emptyDestination, "the link has no destination") : nil
  }

  private var space: (InspectRule, String)? {
    let isEncoded = bytes.starts(with: "%20".utf8) || bytes.suffix(3).elementsEqual("%20".utf8)
    guard isEncoded || bytes.contains(where: { $0 <= 0x20 }) else { return nil }
    return (.spaceInURL, "white space in '\(url)'")
  }

  private var doubledScheme: (InspectRule, String)? {
    let rest = bytes[schemeLength...]
    guard schemeLength > 0, rest.starts(with: "http".utf8) else { return nil }
    let tail = rest.dropFirst(rest.dropFirst(4).first == UInt8(ascii: "s") ? 5 : 4)
    guard tail.starts(with: ":/".utf8) || tail.starts(with: "//".utf8) else { return nil }
    return (.doubledScheme, "two schemes in '\(url)'")
  }

  private var schemeTypo: (InspectRule, String)? {
    guard schemeLength == 0 else { return nil }
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
    guard schemeLength == 0, syntax != .bare, syntax != .angle, !bytes.contains(UInt8(ascii: ":")),
      bytes.first != UInt8(ascii: "/"), bytes.first != UInt8(ascii: ".")
    else { return nil }
    let host = url.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
    let isHost = host.hasPrefix("www.") || [".com", ".org", ".net", ".io", ".edu"].contains { host.hasSuffix($0) }
    guard isHost, host.contains(".") else { return nil }
    return (.missingScheme, "'\(url)' has no scheme, and is read as a file of this folder")
  }

  private var punctuation: (InspectRule, String)? {
    guard schemeLength > 0, let last = bytes.last, ".,;:\"|<>`)]".utf8.contains(last), !url.contains(":~:text=") else {
      return nil
    }
    func count(_ bracket: Unicode.Scalar) -> Int { bytes.count { $0 == UInt8(ascii: bracket) } }
    let isMeant =
      switch last {
      case UInt8(ascii: "."): url.contains("wikipedia.org/")
      case UInt8(ascii: ")"): count(")") <= count("(")
      case UInt8(ascii: "]"): count("]") <= count("[")
      default: false
      }
    return isMeant ? nil : (.trailingPunctuation, "'\(url)' ends with '\(Unicode.Scalar(last))'")
  }

  /// `//` in a path, unless another URL is embedded there.
  private var doubleSlash: (InspectRule, String)? {
    guard schemeLength > 0 else { return nil }
    var previous: UInt8 = 0
    var beforePrevious: UInt8 = 0
    for byte in bytes[schemeLength...] {
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return nil }
      if byte == UInt8(ascii: "/"), previous == byte, beforePrevious != UInt8(ascii: ":") {
        return (.doubleSlash, "'//' in '\(url)'")
      }
      (beforePrevious, previous) = (previous, byte)
    }
    return nil
  }
}

extension UInt8 {
  var isASCIILetterOrDigit: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}

extension Span<UInt8> {
  fileprivate func starts(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in text.indices.allSatisfy { self[$0] == text[$0] } }
  }
}
