/// The text with `***` in the place of the user name and password of every URL in it.
///
/// A URL of any scheme with `//`, and one of http or https with any slashes or none, as browsers read them. Its
/// authority ends only where no URL goes on: at `/`, `?`, `#`, white space, a control character, `<`, `>`, `"` or a
/// backtick; the last `@` before that closes the user information (RFC 3986, 3.2.1; WHATWG URL, authority state). So a
/// password with a quotation mark or a parenthesis is hidden whole, and at times a word that only looks like a password.
public func maskingCredentials(in text: String) -> String {
  let bytes = text.utf8Span.span
  guard let masked = CredentialScan(bytes.firstAt).masked(bytes, withSpaces: false) else { return text }
  return String(decoding: masked, as: UTF8.self)
}

/// The same for the bytes of a text.
///
/// - Returns: nil if there is nothing to hide.
public func maskingCredentials(in bytes: [UInt8]) -> [UInt8]? {
  CredentialScan(bytes.span.firstAt).masked(bytes.span, withSpaces: false)
}

/// The same for a text that is one URL: parsers drop or encode white space in it, so the authority does not end there.
func maskingCredentials(inURL url: String) -> String {
  let bytes = url.utf8Span.span
  guard let masked = CredentialScan(bytes.firstAt).masked(bytes, withSpaces: true) else { return url }
  return String(decoding: masked, as: UTF8.self)
}

/// Looks at the stretches of a text that hold an `@`, each once: the time is linear, and next to none without an `@`.
private struct CredentialScan {
  private var nextAt: Int?

  init(_ firstAt: Int?) { nextAt = firstAt }

  /// - Returns: nil if there is nothing to hide.
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

  fileprivate func at(from start: Int) -> Int? {
    var index = start
    while index < count {
      if self[index] == ASCII.at { return index }
      index += 1
    }
    return nil
  }

  /// Where the user information begins in a stretch that begins at `lower` and has its last `@` at `last`; nil if the
  /// stretch is no authority.
  fileprivate func userinfoStart(_ lower: Int, before last: Int, _ withSpaces: Bool) -> Int? {
    var colon = lower - 1
    while colon >= 0, self[colon].isSlash || (withSpaces && self[colon] <= 0x20) { colon -= 1 }
    if colon >= 0, colon < lower - 1, self[colon] == ASCII.colon {
      let hasTwoSlashes = colon == lower - 3 && self[lower - 1] == ASCII.slash && self[lower - 2] == ASCII.slash
      if hasTwoSlashes || isWebScheme(before: colon) { return lower }
    }
    // `http:user@host`, with no slash or with backslashes, which end no stretch: Markdown escapes with them.
    guard var index = (lower..<last).first(where: { self[$0] == ASCII.colon && isWebScheme(before: $0) }) else {
      return nil
    }
    index += 1
    while index < last, self[index].isSlash { index += 1 }
    return index
  }

  /// Whether `http` or `https` stands before the colon.
  private func isWebScheme(before colon: Int) -> Bool {
    var end = colon
    if end > 0, self[end - 1] | 0x20 == UInt8(ascii: "s") { end -= 1 }
    guard end >= 4 else { return false }
    return self[end - 4] | 0x20 == UInt8(ascii: "h") && self[end - 3] | 0x20 == UInt8(ascii: "t")
      && self[end - 2] | 0x20 == UInt8(ascii: "t") && self[end - 1] | 0x20 == UInt8(ascii: "p")
  }
}
