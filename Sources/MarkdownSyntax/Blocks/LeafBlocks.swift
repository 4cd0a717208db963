/// Continues and closes leaf blocks (CommonMark chapter 4).
extension BlockParser {
  /// Adds the line to the open code or HTML block. Returns false if the line ends the block and has to be parsed as the
  /// start of another one.
  mutating func continueLeaf() -> Bool {
    switch leaf {
    case .fencedCode:
      lastLineWasBlank = false
      if indent <= 3, !isBlank, source[nonspace] == fence.character, let end = closingFence() {
        blocks[leafBlock].end = UInt32(truncatingIfNeeded: end)
        closeLeaf()
        return true
      }
      advance(columns: min(fence.indent, indent))
      addCodeLine()
      return true
    case .indentedCode:
      if indent >= 4 {
        advance(columns: 4)
        addCodeLine()
        lastLineWasBlank = isBlank
        blankLineQuotes = frames[frames.count - 1].quotes
        return true
      }
      if isBlank {
        lines.append(SourceRange(lineEnd, lineEnd))
        lastLineWasBlank = true
        blankLineQuotes = frames[frames.count - 1].quotes
        return true
      }
      closeLeaf()
      return false
    case .html:
      if isBlank, htmlEnd == .blankLine {
        closeLeaf()
        return false
      }
      lines.append(SourceRange(lineContentStart, lineEnd))
      lastLineWasBlank = isBlank
      blankLineQuotes = frames[frames.count - 1].quotes
      if htmlEnd != .blankLine, containsHTMLBlockEnd(htmlEnd, from: nonspace) { closeLeaf() }
      return true
    default: return false
    }
  }

  private mutating func addCodeLine() {
    var start = position
    if remainingTabColumns > 0 {
      lines.append(.virtualSpaces(remainingTabColumns))
      start += 1
    }
    lines.append(SourceRange(start, lineEnd))
  }

  // MARK: End

  /// Closes the open leaf, if there is one.
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
  /// The number of lines of the open leaf so far.
  var linesOfLeaf: Int { lines.count - Int(blocks[leafBlock].firstLine) }

  private mutating func closeParagraph() {
    blocks[leafBlock].lineCount = UInt32(truncatingIfNeeded: linesOfLeaf)
    if source[Int(blocks[leafBlock].start)] == 0x5B, !extractDefinitions() { return }
    endParagraph()
  }

  /// Closes the open paragraph without its trailing white space.
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

  /// Closes the open indented code without its trailing blank lines.
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
