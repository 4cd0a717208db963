/// Recognizes the blocks that start at the current position of a line (CommonMark chapters 4 and 5).
extension BlockParser {
  enum Start { case none, container, leaf }

  /// Opens a block at `nonspace` if one starts there.
  ///
  /// - Parameter matched: the number of frames that the line continues; includes the new container if one was opened.
  /// - Returns: whether a container, a leaf or nothing was opened.
  mutating func openBlock(matched: inout Int, allMatched: Bool, isFirstOnLine: Bool) -> Start {
    let inParagraph = leaf == .paragraph && isFirstOnLine
    if indent >= 4 {
      if inParagraph { return .none }
      prepareForBlock(matched, isFirstOnLine, nonspace)
      beginIndentedCode()
      return .leaf
    }
    let byte = source[nonspace]
    switch byte {
    case 0x3E:  // >
      prepareForBlock(matched, isFirstOnLine, nonspace)
      let block = blocks.count
      blocks.append(record(.blockQuote, nonspace, nonspace + 1))
      push(.blockQuote, block: block)
      skipQuoteMarker()
      matched = frames.count
      return .container
    case 0x23:  // #
      guard let content = atxHeading() else { return .none }
      prepareForBlock(matched, isFirstOnLine, nonspace)
      addHeading(content)
      return .leaf
    case 0x60, 0x7E:  // ` ~
      guard let length = openingFence() else { return .none }
      prepareForBlock(matched, isFirstOnLine, nonspace)
      beginFencedCode(length)
      return .leaf
    case 0x3C:  // <
      guard let end = htmlBlockStart(mayInterrupt: !inParagraph) else { return .none }
      prepareForBlock(matched, isFirstOnLine, nonspace)
      beginHTMLBlock(end)
      return .leaf
    case 0x5B:  // [
      guard options.contains(.footnotes), let label = footnoteLabel() else { return .none }
      prepareForBlock(matched, isFirstOnLine, nonspace)
      beginFootnote(label)
      matched = frames.count
      return .container
    case 0x2A, 0x2B, 0x2D, 0x3D, 0x5F, 0x30...0x39:
      return openMarkedBlock(byte, &matched, allMatched: allMatched, isFirstOnLine: isFirstOnLine)
    case 0x7C, 0x3A:  // | :
      return inParagraph && allMatched && openTable() ? .leaf : .none
    default: return .none
    }
  }

  /// Opens a block that starts with `*`, `+`, `-`, `=`, `_` or a digit.
  private mutating func openMarkedBlock(
    _ byte: UInt8, _ matched: inout Int, allMatched: Bool, isFirstOnLine: Bool
  ) -> Start {
    let inParagraph = leaf == .paragraph && isFirstOnLine
    if byte == 0x2D || byte == 0x3D, inParagraph, allMatched {
      if let end = setextUnderline(byte), convertToSetextHeading(byte, end) { return .leaf }
    }
    if byte == 0x2A || byte == 0x2D || byte == 0x5F, let end = thematicBreak(byte) {
      prepareForBlock(matched, isFirstOnLine, nonspace)
      let block = blocks.count
      blocks.append(record(.thematicBreak, nonspace, end))
      extendParent(to: blocks[block].end)
      return .leaf
    }
    if byte != 0x3D, byte != 0x5F, let marker = listMarker(interruptsParagraph: inParagraph && allMatched) {
      beginItem(marker, &matched, isFirstOnLine)
      return .container
    }
    if byte == 0x2D, inParagraph, allMatched, openTable() { return .leaf }
    return .none
  }

  /// Closes the blocks that the line does not continue, before a new block is opened.
  mutating func prepareForBlock(_ matched: Int, _ isFirstOnLine: Bool, _ start: Int, keepsList: Bool = false) {
    if isFirstOnLine {
      closeFrames(downTo: matched)
      closeLeaf()
    }
    if !keepsList { beginChild(start) }
  }

  // MARK: Thematic breaks (section 4.1)

  /// Returns the end of the thematic break at `nonspace`, if there is one.
  private mutating func thematicBreak(_ byte: UInt8) -> Int? {
    if nonspace < thematicBreakBlocker { return nil }
    defer { countSteps(max(thematicBreakBlocker, nonspace) - nonspace + 1) }
    var markers = 0
    var end = nonspace
    var index = nonspace
    while index < lineEnd {
      if source[index] == byte {
        markers += 1
        end = index + 1
      } else if !source[index].isSpaceOrTab {
        thematicBreakBlocker = index
        return nil
      }
      index += 1
    }
    return markers >= 3 ? end : nil
  }
}
