/// YAML front matter: a first line `---`, a line that is not blank, any other lines, and a line `---` or `...`.
extension BlockParser {
  /// Records front matter if the document begins with it. Returns the offset of the first line after it (0 if there is
  /// none).
  mutating func frontMatter() -> Int {
    let start = hasByteOrderMark ? 3 : 0
    guard isDelimiter(start, endOfLine(source, start, count), 0x2D) else { return 0 }
    let first = lineStarts.count
    lineStarts.append(0)
    var position = afterLineEnding(endOfLine(source, start, count))
    let contentStart = position
    while position < count {
      let end = endOfLine(source, position, count)
      lineStarts.append(UInt32(truncatingIfNeeded: position))
      if position == contentStart, (position..<end).allSatisfy({ source[$0].isSpaceOrTab }) { break }
      if isDelimiter(position, end, 0x2D) || isDelimiter(position, end, 0x2E) {
        if position == contentStart { break }
        var block = record(.frontMatter, start, position + 3)
        block.lineCount = 1
        lines.append(SourceRange(contentStart, position))
        blocks.append(block)
        return afterLineEnding(end)
      }
      position = afterLineEnding(end)
    }
    lineStarts.count = first
    return 0
  }

  private func isDelimiter(_ start: Int, _ end: Int, _ byte: UInt8) -> Bool {
    guard end - start >= 3, source[start] == byte, source[start + 1] == byte, source[start + 2] == byte else {
      return false
    }
    return (start + 3..<end).allSatisfy { source[$0].isSpaceOrTab }
  }
}
