/// A slice of UTF-8 bytes that a caller keeps alive.
///
/// Bounds: every slice is checked when it is created (`subscript(Range)` traps outside `0...count`), so a subscript by an
/// index below `count` stays inside the buffer of the outermost caller. Single subscripts are checked in debug builds; all
/// loops run over `0..<count` or `indices` of a checked slice. A value never leaves the closure that received it.
struct Bytes {
  let start: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  @inline(__always)
  init(_ literal: StaticString) {
    // Every literal of this module is UTF-8 with pointer representation (none is a single scalar form).
    start = literal.utf8Start
    count = literal.utf8CodeUnitCount
  }

  @inline(__always) var isEmpty: Bool { count == 0 }
  @inline(__always) var last: UInt8? { count > 0 ? start[count - 1] : nil }
  @inline(__always) var first: UInt8? { count > 0 ? start[0] : nil }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    assert(index >= 0 && index < count)
    return start[index]
  }

  @inline(__always)
  subscript(range: Range<Int>) -> Bytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return Bytes(start: start + range.lowerBound, count: range.upperBound - range.lowerBound)
  }

  @inline(__always) func from(_ index: Int) -> Bytes { self[index..<count] }
  @inline(__always) func upTo(_ index: Int) -> Bytes { self[0..<index] }

  @inline(__always)
  func matches(_ other: Bytes, at offset: Int) -> Bool {
    guard offset >= 0, offset + other.count <= count else { return false }
    for index in 0..<other.count where start[offset + index] != other.start[index] { return false }
    return true
  }

  @inline(__always) func hasPrefix(_ literal: StaticString) -> Bool { matches(Bytes(literal), at: 0) }

  @inline(__always)
  func hasSuffix(_ literal: StaticString) -> Bool {
    let other = Bytes(literal)
    return matches(other, at: count - other.count)
  }

  /// The bytes that follow `prefix`; nil if the bytes do not start with it.
  @inline(__always)
  func after(_ prefix: StaticString) -> Bytes? { hasPrefix(prefix) ? from(Bytes(prefix).count) : nil }

  /// The bytes without `suffix`; all of them if they do not end with it.
  @inline(__always)
  func without(suffix: StaticString) -> Bytes { hasSuffix(suffix) ? upTo(count - Bytes(suffix).count) : self }

  @inline(__always)
  static func == (left: Bytes, right: Bytes) -> Bool { left.count == right.count && left.matches(right, at: 0) }

  @inline(__always)
  static func == (left: Bytes, right: StaticString) -> Bool { left == Bytes(right) }

  /// Whether the bytes equal `literal`, which is in lower case, after their ASCII letters are lowered.
  func equalsIgnoringCase(_ literal: StaticString) -> Bool {
    let other = Bytes(literal)
    guard other.count == count else { return false }
    for index in 0..<count where start[index].lowered != other.start[index] { return false }
    return true
  }

  func hasPrefixIgnoringCase(_ literal: StaticString) -> Bool {
    let length = Bytes(literal).count
    return count >= length && upTo(length).equalsIgnoringCase(literal)
  }

  @inline(__always)
  func firstIndex(of byte: UInt8, from index: Int = 0) -> Int? {
    var index = index
    while index < count {
      if start[index] == byte { return index }
      index += 1
    }
    return nil
  }

  @inline(__always)
  func lastIndex(of byte: UInt8) -> Int? {
    var index = count - 1
    while index >= 0 {
      if start[index] == byte { return index }
      index -= 1
    }
    return nil
  }

  func contains(_ literal: StaticString) -> Bool { firstIndex(of: Bytes(literal)) != nil }

  func firstIndex(of other: Bytes) -> Int? {
    guard other.count <= count else { return nil }
    for index in 0...(count - other.count) where matches(other, at: index) { return index }
    return nil
  }

  func contains(where condition: (UInt8) -> Bool) -> Bool { !allSatisfy { !condition($0) } }

  /// The number of ASCII digits at the start.
  var leadingDigits: Int {
    var index = 0
    while index < count, start[index].isDigit { index += 1 }
    return index
  }

  /// Whether the bytes are one or more ASCII digits.
  var isNumber: Bool { !isEmpty && leadingDigits == count }

  func allSatisfy(_ condition: (UInt8) -> Bool) -> Bool {
    for index in 0..<count where !condition(start[index]) { return false }
    return true
  }

  /// The index of the first byte below `bound` (at most 0x80). Reads eight bytes at a time, which takes a seventh of the
  /// instructions.
  @inline(__always)
  func firstIndex(below bound: UInt8, from start: Int = 0) -> Int? {
    let bounds = UInt64(bound) &* 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    var index = start
    // Bounds: `index + 8` is at most `count`. The subtraction sets the high bit of each byte that is too small. The lowest
    // such bit belongs to the first of them, because no byte before it borrowed.
    while index + 8 <= count {
      let word = UInt64(littleEndian: UnsafeRawPointer(self.start + index).loadUnaligned(as: UInt64.self))
      let found = (word &- bounds) & ~word & highBits
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      if self.start[index] < bound { return index }
      index += 1
    }
    return nil
  }

  /// Whether all bytes are below 0x80. Reads eight bytes at a time.
  var isASCII: Bool {
    var index = 0
    while index + 8 <= count {
      if UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
      index += 8
    }
    while index < count, start[index] < 0x80 { index += 1 }
    return index == count
  }

  /// The byte that the escape `%xx` at `index` encodes; nil if there is no complete escape at `index`.
  @inline(__always)
  func escapedByte(at index: Int) -> UInt8? {
    guard index + 2 < count, start[index] == ASCII.percent, let high = start[index + 1].hexValue,
      let low = start[index + 2].hexValue
    else { return nil }
    return high << 4 | low
  }

  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
  var string: String { String(decoding: buffer, as: UTF8.self) }
}

extension Bytes {
  /// The host without `www.`.
  @inline(__always) var withoutWWW: Bytes { hasPrefix("www.") ? from(4) : self }

  /// The host without the dot of the root at its end.
  @inline(__always) var withoutRootDot: Bytes { count > 1 && last == ASCII.dot ? upTo(count - 1) : self }

  /// Whether this canonical host is `domain` or below it.
  @inline(__always)
  func isHost(_ domain: StaticString) -> Bool { withoutRootDot.isHost(orBelow: Bytes(domain)) }

  /// Whether this canonical host is `domain` or below it.
  @inline(__always)
  func isHost(orBelow domain: Bytes) -> Bool {
    guard matches(domain, at: count - domain.count) else { return false }
    return count == domain.count || start[count - domain.count - 1] == ASCII.dot
  }
}

extension String {
  /// Calls `body` with the UTF-8 bytes of the string.
  @inline(__always)
  func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
    var copy = self
    return copy.withUTF8 { $0.withBytes(body) }
  }
}

extension Array where Element == UInt8 {
  @inline(__always)
  func withBytes<Result>(_ body: (Bytes) -> Result) -> Result { withUnsafeBufferPointer { $0.withBytes(body) } }
}

extension UnsafeBufferPointer where Element == UInt8 {
  @inline(__always)
  func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
    guard let baseAddress else { return body(Bytes("")) }
    return body(Bytes(start: baseAddress, count: count))
  }
}
