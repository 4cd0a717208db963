/// A property of a URL that a maintainer should check.
public struct URLWarning: Sendable, Equatable {
  /// The rule, for example `credentials`.
  public var rule: String
  /// One sentence without any user name or password.
  public var message: String
}

/// Returns what a maintainer should check in a URL, in a fixed order; empty for most URLs.
///
/// Rules: `invalid-url`, `script-url`, `data-url`, `file-url`, `credentials`, `internal-address`, `unusual-address`,
/// `hidden-character`, `mixed-script-host`, `look-alike-host`, `broken-escape`, `odd-slashes`, `doubled-slash`,
/// `redirector`, `tracking-parameter`.
public func warnings(of url: String) -> [URLWarning] { url.withBytes(\.warnings) }

/// Returns what a maintainer should check in a URL in UTF-8 bytes.
package func warnings(ofUTF8 url: Span<UInt8>) -> [URLWarning] {
  url.withUnsafeBufferPointer { buffer in buffer.withBytes(\.warnings) }
}

extension Bytes {
  fileprivate var warnings: [URLWarning] {
    scanURL { scan in
      switch scan {
      case .web(let parts): parts.warnings(written: self)
      case .notWeb: schemeWarnings
      case .invalid(let failure):
        [URLWarning(rule: "invalid-url", message: "The URL is not valid: \(failure.reason).")] + hiddenCharacterWarnings
      }
    }
  }

  /// Warnings about schemes that run or embed content, or that work on one computer only.
  fileprivate var schemeWarnings: [URLWarning] {
    // Browsers ignore tabs, newlines and leading blanks, so `java\nscript:` runs too.
    let visible = buffer.filter { $0 > 0x20 }
    return visible.withBytes { bytes in
      guard let scheme = bytes.schemeName else { return [] }
      if scheme.equalsIgnoringCase("javascript") || scheme.equalsIgnoringCase("vbscript") {
        return [URLWarning(rule: "script-url", message: "The link runs a script instead of leading to a page.")]
      }
      if scheme.equalsIgnoringCase("data") {
        return [
          URLWarning(
            rule: "data-url",
            message: "The link contains its content instead of an address; most browsers do not open it.")
        ]
      }
      if scheme.equalsIgnoringCase("file") {
        return [URLWarning(rule: "file-url", message: "The link leads to a file on one computer.")]
      }
      return []
    }
  }

  /// Warnings about zero-width and bidirectional control characters that are not escaped.
  var hiddenCharacterWarnings: [URLWarning] {
    // None of these characters is ASCII, and nearly all URLs are.
    if isASCII { return [] }
    for scalar in string.unicodeScalars {
      switch scalar.value {
      case 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2064, 0x2066...0x2069, 0xfeff:
        let code = "U+" + String(scalar.value, radix: 16, uppercase: true).leftPadded
        return [URLWarning(rule: "hidden-character", message: "The URL contains the invisible character \(code).")]
      default: break
      }
    }
    return []
  }
}

extension Bytes {
  /// Whether the text has an escape, a backslash or two slashes in a row.
  fileprivate var mayBeMisspelled: Bool {
    var previous: UInt8 = 0
    for index in 0..<count {
      let byte = start[index]
      if byte == ASCII.percent || byte == ASCII.backslash || (byte == ASCII.slash && previous == byte) { return true }
      previous = byte
    }
    return false
  }
}

extension String {
  fileprivate var leftPadded: String { String(repeating: "0", count: max(0, 4 - count)) + self }
}

extension ScannedURL {
  fileprivate func warnings(written: Bytes) -> [URLWarning] {
    var warnings: [URLWarning] = []
    if marks.contains(.credentials), !userinfo.isEmpty {
      warnings.append(.init(rule: "credentials", message: "The URL contains a user name or password."))
    }
    for more in [addressWarnings, written.hiddenCharacterWarnings, HostScripts(self).warnings, spellingWarnings]
    where !more.isEmpty {
      warnings += more
    }
    if Redirector.finalTarget(of: self) != nil {
      warnings.append(.init(rule: "redirector", message: "The link leads to a redirector instead of its target."))
    }
    if let name = firstTrackingParameter {
      warnings.append(
        .init(rule: "tracking-parameter", message: "The query contains the tracking parameter '\(name)'."))
    }
    return warnings
  }

  /// Warnings about escapes and slashes.
  private var spellingWarnings: [URLWarning] {
    let scheme = bytes.from(isHTTPS ? 6 : 5)
    let hasTwoSlashes = scheme.hasPrefix("//") && !(scheme.count > 2 && scheme[2].isSlash)
    // One pass over the bytes excludes nearly all URLs.
    if hasTwoSlashes, !bytes.from(path.lowerBound).mayBeMisspelled { return [] }
    var warnings: [URLWarning] = []
    let rest = bytes.from(path.lowerBound)
    for index in 0..<rest.count where rest[index] == ASCII.percent && rest.escapedByte(at: index) == nil {
      warnings.append(
        .init(rule: "broken-escape", message: "A '%' in the URL is not followed by two hexadecimal digits."))
      break
    }
    if !hasTwoSlashes || bytes[path].firstIndex(of: ASCII.backslash) != nil {
      warnings.append(
        .init(rule: "odd-slashes", message: "The URL has wrong slashes, which browsers correct silently."))
    }
    if bytes[path].contains("//"), !bytes[path].contains(":/") {
      warnings.append(
        .init(rule: "doubled-slash", message: "The path has two slashes in a row; a part may be missing between them."))
    }
    return warnings
  }

  /// The name of the first tracking parameter in the query.
  private var firstTrackingParameter: String? {
    guard let query, !host.isHost("href.li") else { return nil }
    var found: String?
    let onYouTube = host.isYouTube
    bytes[query].forEachParameter { _, name in
      if found == nil, QueryParameter.isTracking(name, onYouTube: onYouTube) { found = name.string }
    }
    return found
  }
}
