/// Tables (GFM section 4.10).
extension BlockParser {
  /// Opens a table if the last line of the open paragraph and the delimiter row at `nonspace` have the same number of
  /// cells.
  mutating func openTable() -> Bool {
    guard options.contains(.tables), linesOfLeaf > 0 else { return false }
    let firstAlignment = alignments.count
    guard let columns = delimiterRow() else {
      alignments.count = firstAlignment
      return false
    }
    let header = lines[lines.count - 1]
    guard columns <= Int(UInt16.max), cellCount(Int(header.start), Int(header.end), limit: columns) == columns else {
      alignments.count = firstAlignment
      return false
    }
    // The lines before the header remain a paragraph.
    if linesOfLeaf > 1 {
      lines.removeLast()
      closeLeaf()
      leafBlock = blocks.count
      blocks.append(record(.table, Int(header.start), lineEnd))
    } else {
      lines.removeLast()
      leaf = .none
      blocks[leafBlock] = record(.table, Int(header.start), lineEnd)
    }
    blocks[leafBlock].aux = UInt32(truncatingIfNeeded: firstAlignment)
    blocks[leafBlock].extra = UInt16(columns)
    columnCount = columns
    leaf = .table
    addTableRow(Int(header.start), Int(header.end), isHeader: true)
    var end = lineEnd
    while end > nonspace, source[end - 1].isSpaceOrTab { end -= 1 }
    blocks[leafBlock].end = UInt32(truncatingIfNeeded: end)
    return true
  }

  mutating func addTableRow(_ start: Int, _ lineEnd: Int, isHeader: Bool) {
    var end = lineEnd
    while end > start, source[end - 1].isSpaceOrTab { end -= 1 }
    var row = record(.tableRow, start, end)
    row.flags = isHeader ? [.isHeader] : []
    row.aux = UInt32(leafBlock)
    blocks.append(row)
    blocks[leafBlock].end = row.end
  }

  mutating func closeTable() { blocks[leafBlock].subtreeEnd = UInt32(truncatingIfNeeded: blocks.count) }

  /// Parses the delimiter row at `nonspace` and records the alignments. Returns the number of columns.
  private mutating func delimiterRow() -> Int? {
    var index = nonspace
    var columns = 0
    if source[index] == 0x7C { index += 1 }
    while true {
      while index < lineEnd, source[index].isSpaceOrTab { index += 1 }
      if index == lineEnd { return columns > 0 ? columns : nil }
      let left = source[index] == 0x3A
      if left { index += 1 }
      let dashes = index
      while index < lineEnd, source[index] == 0x2D { index += 1 }
      if index == dashes { return nil }
      let right = index < lineEnd && source[index] == 0x3A
      if right { index += 1 }
      while index < lineEnd, source[index].isSpaceOrTab { index += 1 }
      alignments.append((left ? 1 : 0) | (right ? 2 : 0))
      columns += 1
      if index == lineEnd { return columns }
      if source[index] != 0x7C { return nil }
      index += 1
    }
  }

  /// Whether a line can be a row. A single `|` cannot.
  func hasCells(_ start: Int, _ lineEnd: Int) -> Bool {
    var cells = TableCells(source, start, lineEnd)
    return cells.next() != nil
  }

  /// Returns the number of cells of a row, counted up to `limit + 1`.
  private func cellCount(_ start: Int, _ lineEnd: Int, limit: Int) -> Int {
    var cells = TableCells(source, start, lineEnd)
    var count = 0
    while count <= limit, cells.next() != nil { count += 1 }
    return count
  }
}

/// Iterates over the cells of a table row, from left to right, without the white space around their content.
struct TableCells {
  private let source: UnsafePointer<UInt8>
  private var position: Int
  private let end: Int

  /// Bounds: reads `source[start..<lineEnd]` only.
  init(_ source: UnsafePointer<UInt8>, _ start: Int, _ lineEnd: Int) {
    self.source = source
    var end = lineEnd
    while end > start, source[end - 1].isSpaceOrTab { end -= 1 }
    position = start
    self.end = end
    while position < end, source[position].isSpaceOrTab { position += 1 }
    if position < end, source[position] == 0x7C { position += 1 }
  }

  /// Returns the content of the next cell.
  mutating func next() -> (start: Int, end: Int)? {
    if position >= end { return nil }
    var index = position
    while index < end, source[index] != 0x7C {
      index += source[index] == 0x5C && index + 1 < end ? 2 : 1
    }
    index = min(index, end)
    countSteps(index - position + 1)
    var start = position
    var stop = index
    position = index + 1
    while start < stop, source[start].isSpaceOrTab { start += 1 }
    while stop > start, source[stop - 1].isSpaceOrTab { stop -= 1 }
    return (start, stop)
  }
}
