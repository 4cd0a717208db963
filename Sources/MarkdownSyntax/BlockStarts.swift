/// What begins at the current place of a line (CommonMark chapters 4 and 5).
extension BlockParser {
  enum Start { case none, container, leaf }

  /// Tries to begin a block at `nonspace`. `matched` is the number of frames that go on; after a container has begun it
  /// counts that one too.
  mutating func openBlock(matched: inout Int, allMatched: Bool, isFresh: Bool) -> Start {
    let inParagraph = leaf == .paragraph && isFresh
    if indent >= 4 {
      if inParagraph { return .none }
      prepare(matched, isFresh, nonspace)
      beginIndentedCode()
      return .leaf
    }
    let byte = source[nonspace]
    switch byte {
    case 0x3E:  // >
      prepare(matched, isFresh, nonspace)
      let block = blocks.count
      blocks.append(record(.blockQuote, nonspace, nonspace + 1))
      push(.blockQuote, block: block)
      skipQuoteMarker()
      matched = frames.count
      return .container
    case 0x23:  // #
      guard let content = atxHeading() else { return .none }
      prepare(matched, isFresh, nonspace)
      addHeading(content)
      return .leaf
    case 0x60, 0x7E:  // ` ~
      guard let length = openingFence() else { return .none }
      prepare(matched, isFresh, nonspace)
      beginFencedCode(length)
      return .leaf
    case 0x3C:  // <
      guard let end = htmlBlockStart(mayInterrupt: !inParagraph) else { return .none }
      prepare(matched, isFresh, nonspace)
      beginHTMLBlock(end)
      return .leaf
    case 0x5B:  // [
      guard options.contains(.footnotes), let label = footnoteLabel() else { return .none }
      prepare(matched, isFresh, nonspace)
      beginFootnote(label)
      matched = frames.count
      return .container
    case 0x2A, 0x2B, 0x2D, 0x3D, 0x5F, 0x30...0x39:
      return openMarkedBlock(byte, &matched, allMatched: allMatched, isFresh: isFresh)
    case 0x7C, 0x3A:  // | :
      return inParagraph && allMatched && openTable() ? .leaf : .none
    default: return .none
    }
  }

  /// Blocks that begin with `*`, `+`, `-`, `=`, `_` or a digit.
  private mutating func openMarkedBlock(
    _ byte: UInt8, _ matched: inout Int, allMatched: Bool, isFresh: Bool
  ) -> Start {
    let inParagraph = leaf == .paragraph && isFresh
    if byte == 0x2D || byte == 0x3D, inParagraph, allMatched {
      if let end = setextUnderline(byte), convertToSetextHeading(byte, end) { return .leaf }
    }
    if byte == 0x2A || byte == 0x2D || byte == 0x5F, let end = thematicBreak(byte) {
      prepare(matched, isFresh, nonspace)
      let block = blocks.count
      blocks.append(record(.thematicBreak, nonspace, end))
      extendParent(to: blocks[block].end)
      return .leaf
    }
    if byte != 0x3D, byte != 0x5F, let marker = listMarker(interruptsParagraph: inParagraph && allMatched) {
      beginItem(marker, &matched, isFresh)
      return .container
    }
    if byte == 0x2D, inParagraph, allMatched, openTable() { return .leaf }
    return .none
  }

  /// Closes what the line did not continue, before a block begins.
  mutating func prepare(_ matched: Int, _ isFresh: Bool, _ start: Int, keepsList: Bool = false) {
    if isFresh {
      closeFrames(downTo: matched)
      closeLeaf()
    }
    if !keepsList { beginChild(start) }
  }

  // MARK: Headings

  /// The level and content of an ATX heading at `nonspace` (section 4.2).
  private func atxHeading() -> (level: Int, start: Int, end: Int)? {
    var index = nonspace
    while index < lineEnd, source[index] == 0x23 { index += 1 }
    let level = index - nonspace
    if level > 6 || (index < lineEnd && !source[index].isSpaceOrTab) { return nil }
    while index < lineEnd, source[index].isSpaceOrTab { index += 1 }
    var end = lineEnd
    while end > index, source[end - 1].isSpaceOrTab { end -= 1 }
    var closing = end
    while closing > index, source[closing - 1] == 0x23 { closing -= 1 }
    if closing == index {
      end = index
    } else if closing < end, source[closing - 1].isSpaceOrTab {
      end = closing
      while end > index, source[end - 1].isSpaceOrTab { end -= 1 }
    }
    return (level, index, end)
  }

  private mutating func addHeading(_ content: (level: Int, start: Int, end: Int)) {
    var end = lineEnd
    while end > nonspace, source[end - 1].isSpaceOrTab { end -= 1 }
    var heading = record(.heading, nonspace, end)
    heading.aux = UInt32(content.level)
    heading.lineCount = 1
    lines.append(Span(content.start, content.end))
    blocks.append(heading)
    extendParent(to: heading.end)
  }

  /// The end of a setext heading underline at `nonspace` (section 4.3).
  private func setextUnderline(_ byte: UInt8) -> Int? {
    countSteps(lineEnd - nonspace)
    var index = nonspace
    while index < lineEnd, source[index] == byte { index += 1 }
    let end = index
    while index < lineEnd, source[index].isSpaceOrTab { index += 1 }
    return index == lineEnd ? end : nil
  }

  /// Makes the open paragraph a heading, unless link reference definitions are all it holds.
  private mutating func convertToSetextHeading(_ byte: UInt8, _ end: Int) -> Bool {
    blocks[leafBlock].lineCount = UInt32(truncatingIfNeeded: lines.count) - blocks[leafBlock].firstLine
    guard extractDefinitions() else {
      leaf = .none
      return false
    }
    blocks[leafBlock].kind = .setextHeading
    blocks[leafBlock].aux = byte == 0x3D ? 1 : 2
    blocks[leafBlock].end = UInt32(truncatingIfNeeded: end)
    leaf = .none
    extendParent(to: blocks[leafBlock].end)
    return true
  }

  // MARK: Thematic breaks (section 4.1)

  private mutating func thematicBreak(_ byte: UInt8) -> Int? {
    if nonspace < thematicBreakStopper { return nil }
    defer { countSteps(max(thematicBreakStopper, nonspace) - nonspace + 1) }
    var marks = 0
    var end = nonspace
    var index = nonspace
    while index < lineEnd {
      if source[index] == byte {
        marks += 1
        end = index + 1
      } else if !source[index].isSpaceOrTab {
        thematicBreakStopper = index
        return nil
      }
      index += 1
    }
    return marks >= 3 ? end : nil
  }

  // MARK: Code (sections 4.4 and 4.5)

  private mutating func beginIndentedCode() {
    advance(columns: 4)
    leafBlock = blocks.count
    var start = position
    if tabRest > 0 { start += 1 }
    blocks.append(record(.indentedCode, start, lineEnd))
    if tabRest > 0 { lines.append(.virtualSpaces(tabRest)) }
    lines.append(Span(start, lineEnd))
    leaf = .indentedCode
  }

  private func openingFence() -> Int? {
    let character = source[nonspace]
    var index = nonspace
    while index < lineEnd, source[index] == character { index += 1 }
    let length = index - nonspace
    if length < 3 { return nil }
    if character == 0x60 {
      while index < lineEnd {
        if source[index] == 0x60 { return nil }
        index += 1
      }
    }
    return length
  }

  private mutating func beginFencedCode(_ length: Int) {
    fence = Fence(character: source[nonspace], length: length, indent: indent)
    var start = nonspace + length
    while start < lineEnd, source[start].isSpaceOrTab { start += 1 }
    var end = lineEnd
    while end > start, source[end - 1].isSpaceOrTab { end -= 1 }
    leafBlock = blocks.count
    var code = record(.fencedCode, nonspace, end > start ? end : nonspace + length)
    code.aux = UInt32(truncatingIfNeeded: infoStrings.count)
    infoStrings.append(Span(start, end))
    if options.contains(.math), isMathInfo(start, end) {
      code.kind = .mathBlock
      code.flags = .fenced
    }
    blocks.append(code)
    leaf = .fencedCode
  }

  private func isMathInfo(_ start: Int, _ end: Int) -> Bool {
    end - start >= 4 && source[start] == 0x6D && source[start + 1] == 0x61 && source[start + 2] == 0x74
      && source[start + 3] == 0x68 && (end - start == 4 || source[start + 4].isSpaceOrTab)
  }

  /// The end of a closing fence at `nonspace`, if it is one.
  func closingFence() -> Int? {
    var index = nonspace
    while index < lineEnd, source[index] == fence.character { index += 1 }
    let end = index
    if end - nonspace < fence.length { return nil }
    while index < lineEnd, source[index].isSpaceOrTab { index += 1 }
    return index == lineEnd ? end : nil
  }

  // MARK: List items (section 5.2)

  struct ListMarker {
    var delimiter: UInt8
    var start: UInt32
    var end: Int
  }

  private func listMarker(interruptsParagraph: Bool) -> ListMarker? {
    let byte = source[nonspace]
    var index = nonspace
    var number: UInt32 = 0
    var delimiter = byte
    if byte.isDigit {
      while index < lineEnd, source[index].isDigit {
        if index - nonspace == 9 { return nil }
        number = number * 10 + UInt32(source[index] &- 0x30)
        index += 1
      }
      guard index < lineEnd, source[index] == 0x2E || source[index] == 0x29 else { return nil }
      if interruptsParagraph, number != 1 { return nil }
      delimiter = source[index]
    }
    index += 1
    if index < lineEnd, !source[index].isSpaceOrTab { return nil }
    if interruptsParagraph {
      countSteps(1)
      var rest = index
      while rest < lineEnd, source[rest].isSpaceOrTab { rest += 1 }
      if rest == lineEnd { return nil }
    }
    return ListMarker(delimiter: delimiter, start: number, end: index)
  }

  private mutating func beginItem(_ marker: ListMarker, _ matched: inout Int, _ isFresh: Bool) {
    prepare(matched, isFresh, nonspace, keepsList: true)
    let isBullet = marker.delimiter != 0x2E && marker.delimiter != 0x29
    let top = frames[frames.count - 1]
    if top.kind == .list, blocks[top.block].extra == UInt16(marker.delimiter) {
      if lastLineWasBlank, top.quotes == blankLineQuotes { blocks[top.block].flags.insert(.loose) }
    } else {
      beginChild(nonspace)
      let block = blocks.count
      var list = record(.list, nonspace, marker.end)
      list.aux = isBullet ? 0 : marker.start
      list.extra = UInt16(marker.delimiter)
      blocks.append(list)
      push(.list, block: block)
    }
    let markerStart = nonspace
    let markerIndent = indent
    let width = marker.end - markerStart
    advance(columns: indent + width)
    findNonspace()
    let padding = indent
    let contentIndent: Int
    if isBlank || padding >= 5 || padding < 1 {
      contentIndent = markerIndent + width + 1
      if padding > 0 { advance(columns: 1) }
    } else {
      contentIndent = markerIndent + width + padding
      advance(columns: padding)
    }
    findNonspace()
    let block = blocks.count
    var item = record(.item, markerStart, marker.end)
    item.extra = UInt16(width)
    item.aux = UInt32(truncatingIfNeeded: isBlank ? marker.end : nonspace)
    if options.contains(.taskItems) { takeCheckBox(&item) }
    blocks.append(item)
    push(.item, block: block, contentIndent: contentIndent)
    matched = frames.count
  }

  /// A task list item's `[ ]` at `nonspace` (GFM section 5.3).
  private mutating func takeCheckBox(_ item: inout BlockRecord) {
    guard indent < 4, nonspace + 3 < lineEnd, source[nonspace] == 0x5B, source[nonspace + 2] == 0x5D,
      source[nonspace + 3].isSpaceOrTab
    else { return }
    let mark = source[nonspace + 1]
    guard mark == 0x20 || mark | 0x20 == 0x78 else { return }
    item.end = UInt32(truncatingIfNeeded: nonspace + 3)
    item.flags = mark == 0x20 ? [.hasCheckBox] : [.hasCheckBox, .isChecked]
    // The content goes on after the box, and is a paragraph whatever it looks like.
    advance(columns: indent + 3)
    findNonspace()
    isTextOnly = true
  }
}
