import CurateCore
import LinkIdentity

/// Writes rows by RFC 4180 into a file, block by block.
struct CSVWriter {
  /// What the options of `emit-csv` leave open.
  struct Dialect {
    var lineEnding: [UInt8] = [0x0A]
    var startsWithMark = false
    var guardsFormulas = false
  }

  /// Nil while rows are only collected, to be appended to another writer.
  private let file: (any OutputFile)?
  private let dialect: Dialect
  private var buffer: [UInt8] = []
  private var isRowStart = true
  private static let blockSize = 1 << 16

  init(_ file: any OutputFile, _ dialect: Dialect, columns: [String]) {
    self.file = file
    self.dialect = dialect
    buffer.reserveCapacity(Self.blockSize + 4096)
    if dialect.startsWithMark { buffer += [0xEF, 0xBB, 0xBF] }
    for column in columns { text(column) }
    breakLine()
  }

  private init(collecting dialect: Dialect) {
    file = nil
    self.dialect = dialect
  }

  /// Appends rows that `write` makes on all cores, some thousand at a time, so that few of them are held in memory.
  mutating func rows(
    _ count: Int, write: @Sendable (_ index: Int, _ row: inout CSVWriter) -> Void
  ) throws(StageError) {
    let dialect = dialect
    for start in stride(from: 0, to: count, by: 1 << 14) {
      let parts = concurrentMap(min(1 << 14, count - start), stretch: 128) { range in
        var part = CSVWriter(collecting: dialect)
        part.buffer.reserveCapacity(range.count * 400)
        for index in range {
          write(start + index, &part)
          part.breakLine()
        }
        return part.buffer
      }
      for part in parts {
        buffer += part
        if buffer.count >= Self.blockSize { try flush() }
      }
    }
  }

  /// A cell of any text; passwords in URLs are masked.
  mutating func text(_ value: String) {
    separate()
    guard !value.isEmpty else { return }
    let marks = value.utf8Span.span.withUnsafeBufferPointer { bytes in
      let marks = Marks(of: bytes, guardsFormulas: dialect.guardsFormulas)
      if marks.isEmpty { buffer.append(contentsOf: bytes) }
      return marks
    }
    if marks.isEmpty { return }
    let value = marks.contains(.atSign) ? maskingCredentials(in: value) : value
    let isFormula = marks.contains(.formula) && Self.looksLikeFormula(value.utf8.first)
    if isFormula || marks.contains(.quotable) {
      quoted(value, isFormula: isFormula)
    } else {
      append(value)
    }
  }

  /// Spans copy in one go, where a view of the string hands over byte by byte.
  private mutating func append(_ value: String) {
    value.utf8Span.span.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
  }

  /// What makes a cell more than a copy: nearly all cells of reports are plain.
  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let quotable = Marks(rawValue: 1)
    /// A password may stand before it.
    static let atSign = Marks(rawValue: 2)
    static let formula = Marks(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(of bytes: UnsafeBufferPointer<UInt8>, guardsFormulas: Bool) {
      // Without branches, so that the loop takes many bytes at a time: with them it took a twentieth of a run.
      var marks: UInt8 = 0
      for byte in bytes {
        marks |= byte == UInt8(ascii: ",") ? 1 : 0
        marks |= byte == UInt8(ascii: "\"") ? 1 : 0
        marks |= byte == 0x0A ? 1 : 0
        marks |= byte == 0x0D ? 1 : 0
        marks |= byte == UInt8(ascii: "@") ? 2 : 0
      }
      rawValue = marks | (guardsFormulas && CSVWriter.looksLikeFormula(bytes.first) ? 4 : 0)
    }
  }

  private mutating func quoted(_ value: String, isFormula: Bool) {
    let quote = UInt8(ascii: "\"")
    buffer.append(quote)
    if isFormula { buffer.append(UInt8(ascii: "'")) }
    for byte in value.utf8 {
      if byte == quote { buffer.append(quote) }
      buffer.append(byte)
    }
    buffer.append(quote)
  }

  /// A cell that holds one of our own names, such as `kept`: nothing in it needs quotes.
  mutating func name(_ value: String) {
    separate()
    append(value)
  }

  /// A cell that holds a number, or nothing.
  mutating func number(_ value: Int?) {
    separate()
    if let value { append(String(value)) }
  }

  mutating func endRow() throws(StageError) {
    breakLine()
    if buffer.count >= Self.blockSize { try flush() }
  }

  mutating func close() throws(StageError) {
    try flush()
    try file?.close()
  }

  private mutating func flush() throws(StageError) {
    try file?.append(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func separate() {
    if !isRowStart { buffer.append(UInt8(ascii: ",")) }
    isRowStart = false
  }

  private mutating func breakLine() {
    buffer += dialect.lineEnding
    isRowStart = true
  }

  /// What spreadsheets take for the start of a formula.
  fileprivate static func looksLikeFormula(_ first: UInt8?) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }
}
