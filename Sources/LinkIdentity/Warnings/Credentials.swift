/// Returns a text with `***` in place of the user name and password of every URL in it.
///
/// Recognizes URLs of any scheme with `//`, and http and https URLs with any number of slashes, as browsers do. The
/// authority ends only where no URL continues: at `/`, `?`, `#`, white space, a control character, `<`, `>`, `"` or a
/// backtick. The last `@` before that ends the user information (RFC 3986, section 3.2.1; WHATWG URL Standard, authority
/// state). So a password with a quotation mark or a parenthesis is masked completely, and sometimes a word that only looks
/// like a password is masked too.
package func maskingCredentials(in text: String) -> String {
  let bytes = text.utf8Span.span
  guard let masked = CredentialScan(bytes.firstAt).masked(bytes, withSpaces: false) else { return text }
  return String(decoding: masked, as: UTF8.self)
}

/// Returns the bytes of a text with credentials masked.
///
/// - Returns: nil if there is nothing to mask.
package func maskingCredentials(in bytes: [UInt8]) -> [UInt8]? {
  CredentialScan(bytes.span.firstAt).masked(bytes.span, withSpaces: false)
}

/// Returns a URL with its credentials masked. White space does not end the authority, because parsers drop or encode it in
/// a URL.
func maskingCredentials(inURL url: String) -> String {
  let bytes = url.utf8Span.span
  guard let masked = CredentialScan(bytes.firstAt).masked(bytes, withSpaces: true) else { return url }
  return String(decoding: masked, as: UTF8.self)
}

/// Scans the parts of a text that contain an `@`, each once. The time is linear, and close to zero without an `@`.
private struct CredentialScan {
  private var nextAt: Int?

  init(_ firstAt: Int?) { nextAt = firstAt }

  /// - Returns: nil if there is nothing to mask.
  consuming func masked(_ bytes: borrowing Span<UInt8>, withSpaces: Bool) -> [UInt8]? {
    var result: [UInt8] = []
    var copied = 0
    var end = 0
    while let at = nextAt {
      var lower = at
      while lower > end, !bytes[lower - 1].endsAuthority(withSpaces) { lower -= 1 }
      var last = at
      end = at + 1
      while end < bytes.count, !bytes[end].endsAuthority(withSpaces) {
        if bytes[end] == ASCII.at { last = end }
        end += 1
      }
      if let start = bytes.userinfoStart(lower, before: last, withSpaces), start < last {
        for index in copied..<start { result.append(bytes[index]) }
        result += Array("***".utf8)
        copied = last
      }
      nextAt = bytes.at(from: end)
    }
    guard copied > 0 else { return nil }
    for index in copied..<bytes.count { result.append(bytes[index]) }
    return result
  }
}

extension UInt8 {
  /// Whether an authority ends before this byte.
  fileprivate func endsAuthority(_ withSpaces: Bool) -> Bool {
    switch self {
    case ASCII.slash, ASCII.question, ASCII.hash: true
    case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"): !withSpaces
    default: false
    }
  }
}

extension Span<UInt8> {
  fileprivate var firstAt: Int? { at(from: 0) }

  /// The index of the next `@`.
  fileprivate func at(from start: Int) -> Int? {
    var index = start
    while index < count {
      if self[index] == ASCII.at { return index }
      index += 1
    }
    return nil
  }

  /// The start of the user information in a part that starts at `lower` and has its last `@` at `last`; nil if the part is
  /// not an authority.
  fileprivate func userinfoStart(_ lower: Int, before last: Int, _ withSpaces: Bool) -> Int? {
    var colon = lower - 1
    while colon >= 0, self[colon].isSlash || (withSpaces && self[colon] <= 0x20) { colon -= 1 }
    if colon >= 0, colon < lower - 1, self[colon] == ASCII.colon {
      let hasTwoSlashes = colon == lower - 3 && self[lower - 1] == ASCII.slash && self[lower - 2] == ASCII.slash
      if hasTwoSlashes || isWebScheme(before: colon) { return lower }
    }
    // `http:user@host`, without slashes or with backslashes. These do not end a part, because Markdown escapes with them.
    guard var index = (lower..<last).first(where: { self[$0] == ASCII.colon && isWebScheme(before: $0) }) else {
      return nil
    }
    index += 1
    while index < last, self[index].isSlash { index += 1 }
    return index
  }

  /// Whether the text before the colon is `http` or `https`.
  private func isWebScheme(before colon: Int) -> Bool {
    var end = colon
    if end > 0, self[end - 1] | 0x20 == UInt8(ascii: "s") { end -= 1 }
    guard end >= 4 else { return false }
    return self[end - 4] | 0x20 == UInt8(ascii: "h") && self[end - 3] | 0x20 == UInt8(ascii: "t")
      && self[end - 2] | 0x20 == UInt8(ascii: "t") && self[end - 1] | 0x20 == UInt8(ascii: "p")
  }
}
