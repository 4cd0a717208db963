import CurateCore
import LinkIdentity

/// Writes flat JSON objects, one a line (NDJSON, RFC 8259), into a file, block by block.
struct JSONLineWriter {
  private let file: any OutputFile
  private var buffer: [UInt8] = []
  private var needsComma = false
  private static let blockSize = 1 << 16
  private static let digits = Array("0123456789abcdef".utf8)

  init(_ file: any OutputFile) {
    self.file = file
    buffer.reserveCapacity(Self.blockSize + 4096)
  }

  /// Begins an object of the kind `type`, which becomes its member `t`.
  mutating func begin(_ type: String) {
    buffer.append(UInt8(ascii: "{"))
    needsComma = false
    member("t", type)
  }

  mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    string(maskingCredentials(in: value))
  }

  /// Leaves the member out if there is no value.
  mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    buffer.append(contentsOf: String(value).utf8)
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    buffer.append(contentsOf: (value ? "true" : "false").utf8)
  }

  mutating func member(_ name: StaticString, _ values: [String]) {
    key(name)
    buffer.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      string(maskingCredentials(in: value))
    }
    buffer.append(UInt8(ascii: "]"))
  }

  /// Leaves an empty text out.
  mutating func optional(_ name: StaticString, _ value: String?) {
    if let value, !value.isEmpty { member(name, value) }
  }

  /// A member whose value is a list of objects.
  mutating func objects<Element>(
    _ name: StaticString, _ elements: [Element], _ write: (inout JSONLineWriter, Element) -> Void
  ) {
    key(name)
    buffer.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      buffer.append(contentsOf: (index > 0 ? ",{" : "{").utf8)
      needsComma = false
      write(&self, element)
      buffer.append(UInt8(ascii: "}"))
    }
    buffer.append(UInt8(ascii: "]"))
    needsComma = true
  }

  mutating func end() throws(StageError) {
    buffer.append(contentsOf: "}\n".utf8)
    if buffer.count >= Self.blockSize { try flush() }
  }

  mutating func close() throws(StageError) {
    try flush()
    try file.close()
  }

  private mutating func flush() throws(StageError) {
    try file.append(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func key(_ name: StaticString) {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    needsComma = true
    string(name.description)
    buffer.append(UInt8(ascii: ":"))
  }

  /// Escapes what RFC 8259, section 7, demands, and U+2028 and U+2029, at which some readers break lines.
  private mutating func string(_ text: String) {
    buffer.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer += [UInt8(ascii: "\\"), byte]
      case 0x0A: buffer.append(contentsOf: "\\n".utf8)
      case 0x0D: buffer.append(contentsOf: "\\r".utf8)
      case 0x09: buffer.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        buffer.append(contentsOf: "\\u00".utf8)
        buffer += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
      case 0xA8, 0xA9: lineSeparator(byte)
      default: buffer.append(byte)
      }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// Turns E2 80 A8 and E2 80 A9 into escapes when their last byte comes.
  private mutating func lineSeparator(_ byte: UInt8) {
    guard buffer.count >= 2, buffer[buffer.count - 2] == 0xE2, buffer[buffer.count - 1] == 0x80 else {
      buffer.append(byte)
      return
    }
    buffer.removeLast(2)
    buffer.append(contentsOf: (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
  }
}
