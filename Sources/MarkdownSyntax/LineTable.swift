/// Where the lines of a source begin; gives line and column for any offset.
public struct LineTable: Sendable {
  /// The offset of each line's first byte. Lines end with LF, CRLF or CR.
  public let starts: [UInt32]

  init(_ source: [UInt8]) { starts = [0] }

  /// Number of lines; a last line without a line ending counts, an empty rest does not.
  public var count: Int { starts.count }
  /// The line that holds `offset`, from 1.
  public func line(at offset: Int) -> Int { 1 }
  /// The column of `offset` in its line, from 1, in Unicode scalars.
  public func column(at offset: Int, in source: [UInt8]) -> Int { 1 }
  /// The bytes of a line (from 1), its line ending included.
  public func range(ofLine line: Int) -> Range<Int> { 0..<0 }
}
