import CurateCore
import LinkIdentity
import Platform

/// Writes CSV rows (RFC 4180) into a file, block by block.
struct CSVWriter {
  /// The settings that the options of `emit-csv` control.
  struct Dialect {
    var lineEnding: [UInt8] = [0x0A]
    var startsWithMark = false
    var guardsFormulas = false
  }

  /// Nil while bytes are only collected, to be appended to another writer.
  private let file: (any OutputFile)?
  private let dialect: Dialect
  private var buffer: [UInt8] = []
  private var isRowStart = true
  private static let blockSize = 1 << 16

  /// Writes the header row.
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

  // MARK: Rows

  /// Appends rows that `write` makes on all cores, some thousand at a time, so that few of them are in memory.
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

  /// Returns the bytes of cells that recur in many rows, separated by commas; see `append(cells:)`.
  func collected(_ write: (inout CSVWriter) -> Void) -> [UInt8] {
    var writer = CSVWriter(collecting: dialect)
    write(&writer)
    return writer.buffer
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

  private mutating func breakLine() {
    buffer += dialect.lineEnding
    isRowStart = true
  }

  // MARK: Cells

  /// Writes a cell of any text; masks passwords in URLs.
  mutating func text(_ value: String) { text(value.utf8Span.span) }

  /// Writes a cell of any text in UTF-8; masks passwords in URLs.
  mutating func text(_ value: Span<UInt8>) {
    separate()
    guard !value.isEmpty else { return }
    // Most cells are plain and only need to be copied.
    let isPlain = !value.holds { bytes in
      bytes.areEqual(to: UInt8(ascii: ",")) .| bytes.areEqual(to: UInt8(ascii: "\"")) .| bytes.areEqual(to: 0x0A)
        .| bytes.areEqual(to: 0x0D) .| bytes.areEqual(to: UInt8(ascii: "@"))
    }
    if isPlain, !dialect.guardsFormulas { append(value) } else { special(value.withUnsafeBufferPointer { Array($0) }) }
  }

  /// Writes a cell that may need quotes, hold a password, or begin a formula.
  private mutating func special(_ value: [UInt8]) {
    let masked = maskingCredentials(in: value) ?? value
    let quote = UInt8(ascii: "\"")
    let isFormula = dialect.guardsFormulas && Self.beginsFormula(masked.first)
    let needsQuotes = value.contains { $0 == UInt8(ascii: ",") || $0 == quote || $0 == 0x0A || $0 == 0x0D }
    guard isFormula || needsQuotes else { return buffer += masked }
    buffer.append(quote)
    if isFormula { buffer.append(UInt8(ascii: "'")) }
    for byte in masked {
      if byte == quote { buffer.append(quote) }
      buffer.append(byte)
    }
    buffer.append(quote)
  }

  /// Writes a cell that holds one of curate's own names, such as `kept`, which needs no quotes.
  mutating func name(_ value: String) {
    separate()
    append(value.utf8Span.span)
  }

  /// Writes cells that `collected(_:)` returned.
  mutating func append(cells: [UInt8]) {
    separate()
    buffer += cells
  }

  /// Writes a cell that holds a number from 0; an empty cell for nil.
  mutating func number(_ value: Int?) {
    separate()
    if let value { appendDigits(of: value) }
  }

  /// Writes a cell that holds a number from 0, given in hundredths, with two decimals: `5.31`.
  mutating func hundredths(_ value: Int) {
    separate()
    appendDigits(of: value / 100)
    buffer.append(UInt8(ascii: "."))
    if value % 100 < 10 { buffer.append(UInt8(ascii: "0")) }
    appendDigits(of: value % 100)
  }

  private mutating func appendDigits(of value: Int) {
    if value >= 10 { appendDigits(of: value / 10) }
    buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
  }

  private mutating func append(_ bytes: Span<UInt8>) { bytes.withUnsafeBufferPointer { buffer += $0 } }

  private mutating func separate() {
    if !isRowStart { buffer.append(UInt8(ascii: ",")) }
    isRowStart = false
  }

  /// Whether a spreadsheet reads a cell that begins with this byte as a formula.
  private static func beginsFormula(_ first: UInt8?) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }
}
