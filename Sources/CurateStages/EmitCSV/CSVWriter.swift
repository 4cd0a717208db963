import CurateCore

/// Writes rows by RFC 4180 into a file, block by block.
struct CSVWriter {
  /// What the options of `emit-csv` leave open.
  struct Dialect {
    var lineEnding: [UInt8] = [0x0A]
    var startsWithMark = false
    var guardsFormulas = false
  }

  private let file: any OutputFile
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

  /// A cell of any text; passwords in URLs are masked.
  mutating func text(_ value: String) {
    let value = CredentialMask.masked(value)
    separate()
    let isFormula = dialect.guardsFormulas && Self.looksLikeFormula(value.utf8.first)
    guard isFormula || value.utf8.contains(where: Self.needsQuotes) else {
      buffer.append(contentsOf: value.utf8)
      return
    }
    let quote = UInt8(ascii: "\"")
    buffer.append(quote)
    if isFormula { buffer.append(UInt8(ascii: "'")) }
    for byte in value.utf8 {
      if byte == quote { buffer.append(quote) }
      buffer.append(byte)
    }
    buffer.append(quote)
  }

  /// A cell that holds a number, or nothing.
  mutating func number(_ value: Int?) {
    separate()
    if let value { buffer.append(contentsOf: String(value).utf8) }
  }

  mutating func endRow() throws(StageError) {
    breakLine()
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

  private mutating func separate() {
    if !isRowStart { buffer.append(UInt8(ascii: ",")) }
    isRowStart = false
  }

  private mutating func breakLine() {
    buffer += dialect.lineEnding
    isRowStart = true
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  /// What spreadsheets take for the start of a formula.
  private static func looksLikeFormula(_ first: UInt8?) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }
}
