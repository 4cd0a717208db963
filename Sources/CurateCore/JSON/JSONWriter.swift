/// Writes JSON (RFC 8259) as UTF-8, value by value, in the order in which it is told.
///
/// Commas, colons and line breaks come by themselves:
///
/// ```swift
/// var json = JSONWriter(.indented)
/// json.object { json in
///   json.member("name", "Reading")
///   json.array("links") { json in json.value(12) }
/// }
/// ```
public struct JSONWriter: Sendable {
  public enum Layout: Sendable {
    /// No white space at all.
    case compact
    /// One member or element a line, two spaces a level.
    case indented
  }

  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  /// Whether something stands before the next value in its array or object.
  private var needsComma = false
  /// Whether the next value belongs to a name that was just written.
  private var followsName = false

  public init(_ layout: Layout = .compact) { isIndented = layout == .indented }

  /// Takes the bytes away that were written so far, for text that goes out in blocks.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Ends a line, and begins a new text (NDJSON).
  public mutating func endLine() {
    append(UInt8(ascii: "\n"))
    needsComma = false
  }
}

extension JSONWriter {
  public mutating func beginObject() { open("{") }
  public mutating func endObject() { close("}") }
  public mutating func beginArray() { open("[") }
  public mutating func endArray() { close("]") }

  /// An object whose members `write` writes.
  public mutating func object<Failure: Error>(
    _ write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginObject()
    try write(&self)
    endObject()
  }

  /// An array whose elements `write` writes.
  public mutating func array<Failure: Error>(
    _ write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginArray()
    try write(&self)
    endArray()
  }

  public mutating func value(_ text: String) {
    separate()
    appendString(text)
  }

  public mutating func value(_ number: Int) { appendToken(String(number)) }

  public mutating func value(_ number: Int64) { appendToken(String(number)) }

  /// The shortest digits that give the same number back; `null` for what JSON cannot say (infinities, not-a-number).
  public mutating func value(_ number: Double) { appendToken(number.isFinite ? "\(number)" : "null") }

  public mutating func value(_ truth: Bool) { appendToken(truth ? "true" : "false") }

  public mutating func null() { appendToken("null") }

  /// The name of the next member; its value must follow.
  public mutating func name(_ name: String) {
    separate()
    appendString(name)
    append(UInt8(ascii: ":"))
    if isIndented { append(UInt8(ascii: " ")) }
    followsName = true
  }
}

/// Members: a name and a value. Where the value is nil the member is left out.
extension JSONWriter {
  public mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  public mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  public mutating func member(_ name: String, _ value: Int64?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  public mutating func member(_ name: String, _ value: Double?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  public mutating func member(_ name: String, _ value: Bool?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  public mutating func member(_ name: String, _ values: [String]) {
    array(name) { json in
      for value in values { json.value(value) }
    }
  }

  public mutating func object<Failure: Error>(
    _ name: String, _ write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.name(name)
    try object(write)
  }

  public mutating func array<Failure: Error>(
    _ name: String, _ write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.name(name)
    try array(write)
  }
}

extension JSONWriter {
  private static let digits = Array("0123456789abcdef".utf8)

  private mutating func append(_ byte: UInt8) { bytes.append(byte) }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func appendToken(_ text: String) {
    separate()
    append(text)
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    append(UInt8(ascii: bracket))
    needsComma = false
    depth += 1
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    depth -= 1
    // An empty array or object stays on its line.
    if needsComma { breakLine() }
    append(UInt8(ascii: bracket))
    needsComma = true
  }

  /// Writes what stands between the last value and the next.
  private mutating func separate() {
    if followsName {
      followsName = false
    } else {
      if needsComma { append(UInt8(ascii: ",")) }
      if depth > 0 { breakLine() }
    }
    needsComma = true
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    append(UInt8(ascii: "\n"))
    for _ in 0..<depth { append("  ") }
  }

  /// Escapes what RFC 8259, section 7, demands, and U+007F, U+2028 and U+2029, at which some readers break lines.
  private mutating func appendString(_ text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20, 0x7F:
        append("\\u00")
        append(Self.digits[Int(byte >> 4)])
        append(Self.digits[Int(byte & 15)])
      case 0xA8, 0xA9: appendEndOfSeparator(byte)
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Turns E2 80 A8 and E2 80 A9 into escapes when their last byte comes.
  private mutating func appendEndOfSeparator(_ byte: UInt8) {
    guard bytes.count >= 2, bytes[bytes.count - 2] == 0xE2, bytes[bytes.count - 1] == 0x80 else { return append(byte) }
    bytes.removeLast(2)
    append(byte == 0xA8 ? "\\u2028" : "\\u2029")
  }
}
