/// The lines of one leaf block as contiguous bytes, without container markers and indentation, separated by line feeds.
/// Maps offsets in these bytes to source offsets.
struct JoinedLines: ~Copyable {
  var bytes = GrowingBuffer<UInt8>(capacity: 256)
  /// The start of each line, in `bytes` and in the source.
  private var joinedStarts = GrowingBuffer<UInt32>(capacity: 16)
  private var sourceStarts = GrowingBuffer<UInt32>(capacity: 16)
  /// The line of the last lookup. Offsets are mostly looked up in ascending order.
  private var cursor = 0
  /// Of that line: its start in `bytes`, the start of the next line, and the difference between source offsets and
  /// offsets in `bytes`.
  private var lineStart = 0
  private var lineEnd = 0
  private var shift = 0

  init() {}

  var count: Int { bytes.count }

  /// Replaces the content by the lines `first..<first + count` of `lines`.
  mutating func fill(
    _ lines: borrowing GrowingBuffer<SourceRange>, _ first: Int, _ count: Int, _ source: UnsafePointer<UInt8>
  ) {
    bytes.removeAll()
    joinedStarts.removeAll()
    sourceStarts.removeAll()
    cursor = 0
    for index in first..<(first + count) {
      let line = lines[index]
      if index > first { bytes.append(0x0A) }
      joinedStarts.append(UInt32(truncatingIfNeeded: bytes.count))
      sourceStarts.append(line.start)
      bytes.append(from: source + Int(line.start), count: Int(line.end - line.start))
    }
    setLine()
  }

  /// Returns the line that contains an offset. A line feed belongs to the line that it ends.
  mutating func line(of offset: Int) -> Int {
    if offset < lineStart || offset >= lineEnd { moveCursor(to: offset) }
    return cursor
  }

  /// Returns the source offset of an offset.
  @inline(__always)
  mutating func sourceOffset(_ offset: Int) -> Int {
    if offset < lineStart || offset >= lineEnd { moveCursor(to: offset) }
    return offset + shift
  }

  /// Returns the source offset of an end offset, on the line of the last byte before it.
  @inline(__always)
  mutating func sourceEnd(_ offset: Int) -> Int { offset == 0 ? sourceOffset(0) : sourceOffset(offset - 1) + 1 }

  @inline(never)
  private mutating func moveCursor(to offset: Int) {
    if Int(joinedStarts[cursor]) > offset {
      var low = 0
      var high = cursor
      while low + 1 < high {
        countSteps(1)
        let middle = (low + high) / 2
        if Int(joinedStarts[middle]) <= offset { low = middle } else { high = middle }
      }
      cursor = low
    }
    while cursor + 1 < joinedStarts.count, Int(joinedStarts[cursor + 1]) <= offset {
      countSteps(1)
      cursor += 1
    }
    setLine()
  }

  private mutating func setLine() {
    lineStart = Int(joinedStarts[cursor])
    lineEnd = cursor + 1 < joinedStarts.count ? Int(joinedStarts[cursor + 1]) : Int.max
    shift = Int(sourceStarts[cursor]) - lineStart
  }
}
