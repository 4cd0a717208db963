/// Where the lines of a source begin; gives line and column for any offset.
public struct LineTable: Sendable {
  /// The offset of each line's first byte. Lines end with LF, CRLF or CR.
  public let starts: [UInt32]
  /// The number of bytes of the source.
  let length: Int

  init(starts: [UInt32], length: Int) {
    self.starts = starts
    self.length = length
  }

  /// Finds the lines of a source (the parser finds them on its way and does not need this).
  public init(_ source: [UInt8]) {
    var starts: [UInt32] = source.isEmpty ? [] : [0]
    var position = 0
    while position < source.count {
      let byte = source[position]
      position += 1
      if byte == 0x0D, position < source.count, source[position] == 0x0A { position += 1 }
      if byte == 0x0D || byte == 0x0A, position < source.count { starts.append(UInt32(position)) }
    }
    self.init(starts: starts, length: source.count)
  }

  /// Number of lines; a last line without a line ending counts, an empty rest does not.
  public var count: Int { starts.count }

  /// The line that holds `offset`, from 1. An offset past the end belongs to the last line.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// The column of `offset` in its line, from 1, in Unicode scalars.
  public func column(at offset: Int, in source: [UInt8]) -> Int {
    var column = 1
    let start = range(ofLine: line(at: offset)).lowerBound
    for byte in source[start..<min(max(offset, start), source.count)] where byte & 0xC0 != 0x80 { column += 1 }
    return column
  }

  /// The bytes of a line (from 1), its line ending included; empty for a line that does not exist.
  public func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return length..<length }
    return Int(starts[line - 1])..<(line < starts.count ? Int(starts[line]) : length)
  }
}
