/// Byte classes in the terms of CommonMark section 2.1.
extension UInt8 {
  @inline(__always) var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
  /// Whether the byte is a space, tab, line feed, line tabulation, form feed or carriage return.
  @inline(__always) var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always) var isAlphanumeric: Bool { isDigit || isLetter }
  @inline(__always) var isHexDigit: Bool { isDigit || ((self | 0x20) &- 0x61 < 6) }
  @inline(__always) var isControl: Bool { self < 0x20 || self == 0x7F }
  @inline(__always) var isPunctuation: Bool {
    (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40) || (self >= 0x5B && self <= 0x60)
      || (self >= 0x7B && self <= 0x7E)
  }
  @inline(__always) var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension UInt8 {
  init(_ scalar: Unicode.Scalar, orZero: Void = ()) { self = UInt8(truncatingIfNeeded: scalar.value) }
}

/// The class of a character next to a delimiter run. The raw values are bits of the inline parser's byte table.
struct CharacterClass: BitwiseCopyable, Equatable {
  let rawValue: UInt8
  static let other = Self(rawValue: 0)
  static let whitespace = Self(rawValue: 2)
  static let punctuation = Self(rawValue: 4)

  @inline(__always)
  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(ascii byte: UInt8) {
    self = byte.isSpace ? .whitespace : byte.isPunctuation ? .punctuation : .other
  }

  @inline(never)
  init(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      self.init(ascii: UInt8(scalar))
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .whitespace
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      self = .punctuation
    default: self = .other
    }
  }
}

/// Decodes the scalar at `position`. Invalid bytes count as U+FFFD of length 1. Reads only below `end`.
@inline(__always)
func decodeScalar(_ base: UnsafePointer<UInt8>, _ position: Int, _ end: Int) -> (scalar: Unicode.Scalar, length: Int) {
  let first = base[position]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  if first < 0xC2 || first > 0xF4 || position + length > end { return ("\u{FFFD}", 1) }
  var value = UInt32(first) & (0xFF >> UInt32(length + 1))
  for offset in 1..<length {
    let byte = base[position + offset]
    if byte & 0xC0 != 0x80 { return ("\u{FFFD}", 1) }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
  return (scalar, length)
}

/// Decodes the scalar that ends before `position`. Reads only from `start` on.
func decodeScalar(before position: Int, _ base: UnsafePointer<UInt8>, from start: Int) -> Unicode.Scalar {
  var first = position - 1
  while first > start, base[first] & 0xC0 == 0x80, position - first < 4 { first -= 1 }
  let (scalar, length) = decodeScalar(base, first, position)
  return first + length == position ? scalar : "\u{FFFD}"
}
