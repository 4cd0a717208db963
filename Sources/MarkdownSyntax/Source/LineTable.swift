/// The line starts of a source. Returns the line and the column of any offset.
public struct LineTable: Sendable {
  /// The offset of each line's first byte. Lines end with LF, CRLF or CR.
  public let starts: [UInt32]
  /// The number of bytes of the source.
  let length: Int
  /// The number of Unicode scalars before every `stride`-th byte, so that counting a column reads at most one stride.
  /// Empty if no line is longer than that.
  private let scalarsBefore: [UInt32]
  private static let stride = 4096

  init(starts: [UInt32], source: [UInt8]) {
    self.starts = starts
    length = source.count
    let ends = starts.dropFirst() + [UInt32(source.count)]
    let hasLongLine = zip(starts, ends).contains { $1 - $0 > Self.stride }
    scalarsBefore = hasLongLine ? Self.countScalars(in: source) : []
  }

  private static func countScalars(in source: [UInt8]) -> [UInt32] {
    var counts: [UInt32] = [0]
    counts.reserveCapacity(source.count / stride + 1)
    for start in Swift.stride(from: 0, to: source.count - stride, by: stride) {
      counts.append(counts[counts.count - 1] + UInt32(scalars(in: source[start..<start + stride])))
    }
    return counts
  }

  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Finds the lines of a source. Not needed for a parsed document: the parser records its lines.
  public init(_ source: [UInt8]) {
    var starts: [UInt32] = source.isEmpty ? [] : [0]
    var position = 0
    while position < source.count {
      let byte = source[position]
      position += 1
      if byte == 0x0D, position < source.count, source[position] == 0x0A { position += 1 }
      if byte == 0x0D || byte == 0x0A, position < source.count { starts.append(UInt32(position)) }
    }
    self.init(starts: starts, source: source)
  }

  /// The number of lines. A last line without a line ending counts; nothing after the last line ending does not.
  public var count: Int { starts.count }

  /// Returns the line that contains `offset` (1-based). An offset past the end belongs to the last line.
  public func line(at offset: Int) -> Int {
    var (low, high) = bounds(ofLineAt: offset)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// Returns a lower and an upper bound for the line of an offset.
  ///
  /// Lines have similar lengths throughout a document, so the search starts at the line that would contain the offset
  /// if all lines had the same length, and doubles its step from there. Most of a large table is not read.
  private func bounds(ofLineAt offset: Int) -> (low: Int, high: Int) {
    guard offset >= 0, length > 0, !starts.isEmpty else { return (0, 0) }
    let guess = min(starts.count - 1, offset * starts.count / length)
    var reach = 8
    if Int(starts[guess]) > offset {
      var high = guess
      while high > reach, Int(starts[high - reach]) > offset {
        high -= reach
        reach *= 2
      }
      return (max(0, high - reach), high)
    }
    var low = guess + 1
    while low + reach < starts.count, Int(starts[low + reach]) <= offset {
      low += reach + 1
      reach *= 2
    }
    return (low, min(starts.count, low + reach))
  }

  /// Returns the column of `offset` in its line (1-based, in Unicode scalars).
  public func column(at offset: Int, in source: [UInt8]) -> Int {
    column(at: offset, ofLine: line(at: offset), in: source)
  }

  /// Returns the column of an offset whose line is known.
  package func column(at offset: Int, ofLine line: Int, in source: [UInt8]) -> Int {
    let start = range(ofLine: line).lowerBound
    let end = min(max(offset, start), source.count)
    guard end - start > Self.stride else { return Self.scalars(in: source[start..<end]) + 1 }
    return scalars(before: end, in: source) - scalars(before: start, in: source) + 1
  }

  private func scalars(before offset: Int, in source: [UInt8]) -> Int {
    let mark = min(offset / Self.stride, scalarsBefore.count - 1)
    return Int(scalarsBefore[mark]) + Self.scalars(in: source[(mark * Self.stride)..<offset])
  }

  /// Returns the bytes of a line (1-based) with its line ending. The range is empty if the line does not exist.
  public func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return length..<length }
    return Int(starts[line - 1])..<(line < starts.count ? Int(starts[line]) : length)
  }
}
