/// Keeps passwords out of reports: the one place where they are taken from URLs.
enum CredentialMask {
  /// A text with what stands before `@` in the authority of every URL replaced by `***`.
  static func masked(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    return String(decoding: masked(Array(text.utf8)), as: UTF8.self)
  }

  /// Looks for `//`, then for `@` before the authority ends (RFC 3986, 3.2).
  private static func masked(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      out.append(bytes[index])
      index += 1
      guard out.count >= 3, out[(out.count - 3)...].elementsEqual("://".utf8) else { continue }
      var end = index
      var userEnd: Int?
      while end < bytes.count, !endsAuthority(bytes[end]) {
        if bytes[end] == UInt8(ascii: "@") { userEnd = end }
        end += 1
      }
      if let userEnd {
        out += Array("***".utf8)
        index = userEnd
      }
    }
    return out
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }
}
