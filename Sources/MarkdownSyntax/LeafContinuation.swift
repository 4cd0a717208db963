/// Lines of leaf blocks that go on whatever they hold: code and HTML (CommonMark sections 4.4 to 4.6).
extension BlockParser {
  /// Code, HTML: gives false if the line ends the leaf and has to be looked at anew.
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
        lines.append(Span(lineEnd, lineEnd))
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
      lines.append(Span(lineContentStart, lineEnd))
      lastLineWasBlank = isBlank
      blankLineQuotes = frames[frames.count - 1].quotes
      if htmlEnd != .blankLine, containsHTMLBlockEnd(htmlEnd, from: nonspace) { closeLeaf() }
      return true
    default: return false
    }
  }

  private mutating func addCodeLine() {
    var start = position
    if tabRest > 0 {
      lines.append(.virtualSpaces(tabRest))
      start += 1
    }
    lines.append(Span(start, lineEnd))
  }
}
