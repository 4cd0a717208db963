import CurateCore

/// A URL as it is written, for the rules that look for mistakes in it.
struct InspectedURL {
  let url: String
  let bytes: [UInt8]
  let syntax: LinkSyntax
  /// The number of bytes of `http://` or `https://`; 0 for any other beginning.
  let schemeLength: Int
  /// Whether it holds white space, or begins or ends with an encoded space. Such a URL is reported by `space-in-url`, not
  /// by the rules about schemes.
  let hasSpace: Bool

  init(_ url: String, _ syntax: LinkSyntax) {
    self.url = url
    self.syntax = syntax
    let bytes = Array(url.utf8)
    self.bytes = bytes
    schemeLength = [8, 7].first { Self.isWebScheme(bytes.prefix($0)) } ?? 0
    let hasEncodedSpace = bytes.starts(with: "%20".utf8) || bytes.suffix(3).elementsEqual("%20".utf8)
    hasSpace = hasEncodedSpace || bytes.contains { $0 <= 0x20 }
  }

  private static func isWebScheme(_ start: ArraySlice<UInt8>) -> Bool {
    let scheme = start.count == 8 ? "https://" : "http://"
    return start.elementsEqual(scheme.utf8) { $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1 }
  }

  /// Whether one pass over the bytes shows that no rule applies, as for nearly all URLs: an http or https URL that ends
  /// with a letter, digit or slash, and has no white space, no escape at its end, no second `//` and no second scheme.
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
