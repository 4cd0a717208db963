/// Writes JSON (RFC 8259) as UTF-8, value by value, in the order of the calls.
///
/// Inserts commas, colons and line breaks:
///
/// ```swift
/// var json = JSONWriter(.indented)
/// json.object { json in
///   json.member("name", "Reading")
///   json.array("links") { json in json.value(12) }
/// }
/// ```
package struct JSONWriter: Sendable {
  /// The white space between members and elements.
  package enum Layout: Sendable {
    /// No white space.
    case compact
    /// One member or element per line, indented by two spaces per level.
    case indented
  }

  /// The bytes written so far.
  package private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  /// Whether a value precedes the next one in its array or object.
  private var needsComma = false
  /// Whether the name of a member precedes the next value.
  private var followsName = false

  /// Creates a writer without content.
  package init(_ layout: Layout = .compact) { isIndented = layout == .indented }

  /// Returns the bytes written so far and removes them, for output in blocks.
  package mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Ends a line and starts a new JSON text (NDJSON).
  package mutating func endLine() {
    append(UInt8(ascii: "\n"))
    needsComma = false
  }
}

extension JSONWriter {
  /// Writes `{`.
  @usableFromInline
  package mutating func beginObject() { open("{") }
  /// Writes `}`.
  @usableFromInline
  package mutating func endObject() { close("}") }
  /// Writes `[`.
  @usableFromInline
  package mutating func beginArray() { open("[") }
  /// Writes `]`.
  @usableFromInline
  package mutating func endArray() { close("]") }

  /// Writes an object; `write` adds its members.
  @inlinable
  package mutating func object<Failure: Error>(
    _ write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginObject()
    try write(&self)
    endObject()
  }

  /// Writes an array; `write` adds its elements.
  @inlinable
  package mutating func array<Failure: Error>(
    _ write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginArray()
    try write(&self)
    endArray()
  }

  /// Writes a string.
  package mutating func value(_ text: String) {
    separate()
    appendString(text)
  }

  /// Writes an integer.
  package mutating func value(_ number: Int) { appendToken(String(number)) }

  /// Writes an integer.
  package mutating func value(_ number: Int64) { appendToken(String(number)) }

  /// Writes a number with the fewest digits that parse to the same value; `null` for infinities and not-a-number.
  package mutating func value(_ number: Double) { appendToken(number.isFinite ? "\(number)" : "null") }

  /// Writes `true` or `false`.
  package mutating func value(_ truth: Bool) { appendToken(truth ? "true" : "false") }

  /// Writes `null`.
  package mutating func null() { appendToken("null") }

  /// Writes the name of a member. Its value must follow.
  @usableFromInline
  package mutating func name(_ name: String) {
    separate()
    appendString(name)
    append(UInt8(ascii: ":"))
    if isIndented { append(UInt8(ascii: " ")) }
    followsName = true
  }
}

/// Members: a name and a value. A member with the value nil is omitted.
extension JSONWriter {
  /// Writes a member with a string.
  package mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  /// Writes a member with an integer.
  package mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  /// Writes a member with an integer.
  package mutating func member(_ name: String, _ value: Int64?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  /// Writes a member with a number.
  package mutating func member(_ name: String, _ value: Double?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  /// Writes a member with a boolean.
  package mutating func member(_ name: String, _ value: Bool?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  /// Writes a member with an array of strings.
  package mutating func member(_ name: String, _ values: [String]) {
    array(name) { json in
      for value in values { json.value(value) }
    }
  }

  /// Writes a member with an object.
  @inlinable
  package mutating func object<Failure: Error>(
    _ name: String, _ write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.name(name)
    try object(write)
  }

  /// Writes a member with an array.
  @inlinable
  package mutating func array<Failure: Error>(
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

  /// Writes the separator between two values.
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

  /// Escapes the characters that RFC 8259, section 7, requires, and U+007F, U+2028 and U+2029, which some readers treat as
  /// line breaks.
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

  /// Replaces E2 80 A8 and E2 80 A9 by escapes at their last byte.
  private mutating func appendEndOfSeparator(_ byte: UInt8) {
    guard bytes.count >= 2, bytes[bytes.count - 2] == 0xE2, bytes[bytes.count - 1] == 0x80 else { return append(byte) }
    bytes.removeLast(2)
    append(byte == 0xA8 ? "\\u2028" : "\\u2029")
  }
}
