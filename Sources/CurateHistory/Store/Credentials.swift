/// Hides what stands before the `@` of a URL's authority (RFC 3986, 3.2.1): names, passwords, tokens.
enum Credentials {
  /// The text with the user part of every URL in it replaced by `***`.
  static func masked(_ text: String) -> String {
    guard holdsAt(text), let bytes = masked(Array(text.utf8)) else { return text }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func holdsAt(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    for index in bytes.indices where bytes[index] == UInt8(ascii: "@") { return true }
    return false
  }

  /// - Returns: nil if nothing has to be hidden.
  static func masked(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var copied = 0
    var position = 0
    while let at = bytes[position...].firstIndex(of: UInt8(ascii: "@")) {
      position = at + 1
      guard let start = authorityStart(before: at, in: bytes, notBefore: copied) else { continue }
      result += bytes[copied..<start]
      result += Array("***".utf8)
      copied = at
    }
    guard copied > 0 else { return nil }
    return result + bytes[copied...]
  }

  /// Where the authority begins whose user part ends at `at`; nil if there is none.
  private static func authorityStart(before at: Int, in bytes: [UInt8], notBefore limit: Int) -> Int? {
    var index = at
    while index > limit {
      let byte = bytes[index - 1]
      if byte == UInt8(ascii: "/") {
        let isAuthority =
          index >= limit + 3 && bytes[index - 2] == UInt8(ascii: "/") && bytes[index - 3] == UInt8(ascii: ":")
        return isAuthority && index < at ? index : nil
      }
      if byte <= 0x20 || "?#<>\"'()[]{}|`".utf8.contains(byte) { return nil }
      index -= 1
    }
    return nil
  }
}
