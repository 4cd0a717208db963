import CurateCore
import LinkIdentity
import Platform

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
  mutating func text(_ value: String) { text(value.utf8Span.span) }

  /// A cell of any text in UTF-8; passwords in URLs are masked.
  mutating func text(_ value: Span<UInt8>) {
    separate()
    guard !value.isEmpty else { return }
    // Reports are mostly plain cells, which are no more than a copy.
    let isPlain = !value.holds { bytes in
      bytes.areEqual(to: UInt8(ascii: ",")) .| bytes.areEqual(to: UInt8(ascii: "\"")) .| bytes.areEqual(to: 0x0A)
        .| bytes.areEqual(to: 0x0D) .| bytes.areEqual(to: UInt8(ascii: "@"))
    }
    if isPlain, !dialect.guardsFormulas { append(value) } else { marked(value.withUnsafeBufferPointer { Array($0) }) }
  }

  /// A cell that may need quotes, or hide a password, or be what a spreadsheet would run.
  private mutating func marked(_ value: [UInt8]) {
    let masked = maskingCredentials(in: value) ?? value
    let quote = UInt8(ascii: "\"")
    let isFormula = dialect.guardsFormulas && Self.looksLikeFormula(masked.first)
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

  private mutating func append(_ bytes: Span<UInt8>) { bytes.withUnsafeBufferPointer { buffer += $0 } }

  /// A cell that holds one of our own names, such as `kept`: nothing in it needs quotes.
  mutating func name(_ value: String) {
    separate()
    append(value.utf8Span.span)
  }

  /// Some cells that another writer has made, see `cells(of:)`.
  mutating func cells(_ made: [UInt8]) {
    separate()
    buffer += made
  }

  /// Cells that recur in many rows, made once.
  func cells(of texts: [String]) -> [UInt8] {
    var writer = CSVWriter(collecting: dialect)
    for text in texts { writer.text(text) }
    return writer.buffer
  }

  /// A cell that holds a number from 0, or nothing.
  mutating func number(_ value: Int?) {
    separate()
    if let value { appendDigits(of: value) }
  }

  /// A cell that holds a number from 0, given in hundredths, with two decimals: `5.31`.
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
  private static func looksLikeFormula(_ first: UInt8?) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }
}
