/// What happens when a leaf block ends.
extension BlockParser {
  /// Ends the open leaf, if there is one.
  mutating func closeLeaf() {
    switch leaf {
    case .none: return
    case .paragraph:
      leaf = .none
      closeParagraph()
      return
    case .fencedCode: closeFencedCode()
    case .indentedCode: closeIndentedCode()
    case .html: closeHTMLBlock()
    case .table: closeTable()
    }
    leaf = .none
    extendParent(to: blocks[leafBlock].end)
  }

  @inline(__always)
  var linesOfLeaf: Int { lines.count - Int(blocks[leafBlock].firstLine) }

  private mutating func closeParagraph() {
    blocks[leafBlock].lineCount = UInt32(truncatingIfNeeded: linesOfLeaf)
    if source[Int(blocks[leafBlock].start)] == 0x5B, !extractDefinitions() { return }
    endParagraph()
  }

  /// Leaves trailing white space out of the paragraph.
  mutating func endParagraph() {
    let last = Int(blocks[leafBlock].firstLine + blocks[leafBlock].lineCount) - 1
    let start = Int(lines[last].start)
    var end = Int(lines[last].end)
    while end > start, source[end - 1].isSpaceOrTab { end -= 1 }
    lines[last].end = UInt32(truncatingIfNeeded: end)
    blocks[leafBlock].end = UInt32(truncatingIfNeeded: end)
    extendParent(to: blocks[leafBlock].end)
  }

  private mutating func closeFencedCode() {
    blocks[leafBlock].lineCount = UInt32(truncatingIfNeeded: linesOfLeaf)
    if linesOfLeaf > 0 {
      blocks[leafBlock].end = max(blocks[leafBlock].end, lines[lines.count - 1].end)
    }
  }

  private mutating func closeIndentedCode() {
    let first = Int(blocks[leafBlock].firstLine)
    while lines.count > first + 1 {
      let line = lines[lines.count - 1]
      if line.virtualSpaces == nil, line.range.contains(where: { !source[$0].isSpaceOrTab }) { break }
      lines.removeLast()
    }
    blocks[leafBlock].lineCount = UInt32(truncatingIfNeeded: linesOfLeaf)
    blocks[leafBlock].end = lines[lines.count - 1].end
  }
}
