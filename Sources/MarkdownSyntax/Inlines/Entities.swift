/// Entity and numeric character references (CommonMark section 2.5).
enum Entity {
  /// Returns the end of the reference at `start` (a `&`), if there is one. Reads only `base[start..<end]`.
  static func scan(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start + 1
    defer { countSteps(index - start) }
    guard index < end else { return nil }
    if base[index] == 0x23 {
      index += 1
      let isHex = index < end && base[index] | 0x20 == 0x78
      if isHex { index += 1 }
      let digits = index
      while index < end, isHex ? base[index].isHexDigit : base[index].isDigit { index += 1 }
      let length = index - digits
      return length > 0 && length <= (isHex ? 6 : 7) && index < end && base[index] == 0x3B ? index + 1 : nil
    }
    while index < end, base[index].isAlphanumeric, index - start <= 32 { index += 1 }
    guard index > start + 1, index < end, base[index] == 0x3B, value(base + start + 1, index - start - 1) != nil else {
      return nil
    }
    return index + 1
  }

  /// Appends the characters that the reference `base[start..<end]` represents, in UTF-8.
  static func decode(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, into bytes: inout [UInt8]) {
    guard base[start + 1] == 0x23 else {
      if let value = value(base + start + 1, end - start - 2) { bytes.append(contentsOf: value) }
      return
    }
    let isHex = base[start + 2] | 0x20 == 0x78
    var number: UInt32 = 0
    for index in (start + (isHex ? 3 : 2))..<(end - 1) {
      let byte = base[index]
      number = number &* (isHex ? 16 : 10) &+ UInt32(byte.isDigit ? byte &- 0x30 : (byte | 0x20) &- 0x57)
    }
    let scalar = number == 0 ? nil : Unicode.Scalar(number)
    bytes.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }

  /// Looks up a name by binary search: the lines of the table are sorted by the bytes of the name.
  private static func value(_ name: UnsafePointer<UInt8>, _ length: Int) -> UnsafeBufferPointer<UInt8>? {
    if let value = common(name, length) { return value }
    // The values of these two names are the table's own separators.
    if isName("Tab", name, length) { return bytes(of: "\t") }
    if isName("NewLine", name, length) { return bytes(of: "\n") }
    let text = EntityTable.lines.utf8Start
    var low = 0
    var high = EntityTable.lines.utf8CodeUnitCount
    // Bounds: `low` and `high` are line starts within the text; every line ends with a line feed.
    while low < high {
      var lineStart = (low + high) / 2
      while lineStart > low, text[lineStart - 1] != 0x0A { lineStart -= 1 }
      var offset = 0
      while offset < length, text[lineStart + offset] == name[offset] { offset += 1 }
      let tableByte = text[lineStart + offset]
      var lineEnd = lineStart + offset
      if offset == length, tableByte == 0x09 {
        lineEnd += 1
        while text[lineEnd] != 0x0A { lineEnd += 1 }
        return UnsafeBufferPointer(start: text + lineStart + offset + 1, count: lineEnd - lineStart - offset - 1)
      }
      while text[lineEnd] != 0x0A { lineEnd += 1 }
      if offset < length, tableByte < name[offset] { low = lineEnd + 1 } else { high = lineStart }
    }
    return nil
  }

  private static func isName(_ text: StaticString, _ name: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    text.utf8CodeUnitCount == length && (0..<length).allSatisfy { text.utf8Start[$0] == name[$0] }
  }

  private static func bytes(of text: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// Returns the value of the references that escape markup. These are the majority of all references in use.
  @inline(__always)
  private static func common(_ name: UnsafePointer<UInt8>, _ length: Int) -> UnsafeBufferPointer<UInt8>? {
    switch (length, name[0]) {
    case (3, 0x61): isName("amp", name, length) ? bytes(of: "&") : nil
    case (2, 0x6C): isName("lt", name, length) ? bytes(of: "<") : nil
    case (2, 0x67): isName("gt", name, length) ? bytes(of: ">") : nil
    case (4, 0x71): isName("quot", name, length) ? bytes(of: "\"") : nil
    case (4, 0x6E): isName("nbsp", name, length) ? bytes(of: "\u{A0}") : nil
    default: nil
    }
  }
}
