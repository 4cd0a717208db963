/// A set of ASCII bytes as 128 bits, so that a hot loop tests a byte with one shift.
///
/// The constants are the percent-encode sets of the WHATWG URL Standard (section 1.3); a test spells them out. Bytes from
/// 0x80 are never members: every caller handles them separately.
struct ASCIISet: Sendable {
  let low: UInt64
  let high: UInt64

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let word = byte & 0x40 == 0 ? low : high
    return byte < 0x80 && (word >> UInt64(byte & 0x3f)) & 1 == 1
  }

  /// The fragment percent-encode set.
  static let fragment = ASCIISet(low: 0x5000_0005_ffff_ffff, high: 0x8000_0001_0000_0000)
  /// The special-query percent-encode set.
  static let query = ASCIISet(low: 0x5000_008d_ffff_ffff, high: 0x8000_0000_0000_0000)
  /// The path percent-encode set.
  static let path = ASCIISet(low: 0xd000_000d_ffff_ffff, high: 0xa800_0001_4000_0000)
  /// The userinfo percent-encode set.
  static let userinfo = ASCIISet(low: 0xfc00_800d_ffff_ffff, high: 0xb800_0001_7800_0001)
  /// The forbidden domain code points.
  static let forbiddenInDomain = ASCIISet(low: 0xd400_8029_ffff_ffff, high: 0x9000_0000_7800_0001)
  /// Lower-case letters, digits, `-`, `.` and `_`. A host that consists of these is already canonical.
  static let plainHost = ASCIISet(low: 0x03ff_6000_0000_0000, high: 0x07ff_fffe_8000_0000)
  /// The unreserved characters of RFC 3986, section 2.3.
  static let unreserved = ASCIISet(low: 0x03ff_6000_0000_0000, high: 0x47ff_fffe_87ff_fffe)
}

extension UInt8 {
  // ASCII only: bytes from 0x80 are not letters.
  @inline(__always) var isUpperLetter: Bool { self &- 0x41 < 26 }
  @inline(__always) var isLowerLetter: Bool { self &- 0x61 < 26 }
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isHexDigit: Bool { hexValue != nil }
  @inline(__always) var lowered: UInt8 { isUpperLetter ? self | 0x20 : self }
  @inline(__always) var uppered: UInt8 { isLowerLetter ? self & 0xdf : self }

  /// The value of a hexadecimal digit, 0–15.
  @inline(__always) var hexValue: UInt8? {
    if isDigit { return self &- 0x30 }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : nil
  }

  /// The upper-case hexadecimal digit of the low four bits.
  @inline(__always) var hexDigit: UInt8 {
    let value = self & 0xf
    return value < 10 ? 0x30 &+ value : 0x37 &+ value
  }
}

/// Names for the bytes that have a meaning in URLs.
enum ASCII {
  static let slash = UInt8(ascii: "/"), backslash = UInt8(ascii: "\\"), question = UInt8(ascii: "?")
  static let hash = UInt8(ascii: "#"), at = UInt8(ascii: "@"), colon = UInt8(ascii: ":"), dot = UInt8(ascii: ".")
  static let percent = UInt8(ascii: "%"), ampersand = UInt8(ascii: "&"), equals = UInt8(ascii: "=")
  static let semicolon = UInt8(ascii: ";"), hyphen = UInt8(ascii: "-"), underscore = UInt8(ascii: "_")
  static let tilde = UInt8(ascii: "~"), bang = UInt8(ascii: "!"), space = UInt8(ascii: " ")
  static let openBracket = UInt8(ascii: "["), closeBracket = UInt8(ascii: "]")
}
