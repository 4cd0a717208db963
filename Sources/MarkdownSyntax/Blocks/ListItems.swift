/// List items (CommonMark section 5.2) and task list items (GFM section 5.3).
extension BlockParser {
  /// A list marker: its delimiter (`-`, `*`, `+`, `.` or `)`), its number (0 for bullets) and the offset of its end.
  struct ListMarker {
    var delimiter: UInt8
    var start: UInt32
    var end: Int
  }

  /// Returns the list marker at `nonspace`, if there is one.
  mutating func listMarker(interruptsParagraph: Bool) -> ListMarker? {
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

  /// Opens an item, and a list unless the innermost list has the same delimiter.
  mutating func beginItem(_ marker: ListMarker, _ matched: inout Int, _ isFirstOnLine: Bool) {
    prepareForBlock(matched, isFirstOnLine, nonspace, keepsList: true)
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
    if options.contains(.taskItems) { parseCheckBox(&item) }
    blocks.append(item)
    push(.item, block: block, contentIndent: contentIndent)
    matched = frames.count
  }

  /// Consumes the check box of a task list item (`[ ]` or `[x]`) at `nonspace`, if there is one (GFM section 5.3).
  mutating func parseCheckBox(_ item: inout BlockRecord) {
    guard indent < 4, nonspace + 3 < lineEnd, source[nonspace] == 0x5B, source[nonspace + 2] == 0x5D,
      source[nonspace + 3].isSpaceOrTab
    else { return }
    let mark = source[nonspace + 1]
    guard mark == 0x20 || mark | 0x20 == 0x78 else { return }
    item.end = UInt32(truncatingIfNeeded: nonspace + 3)
    item.flags = mark == 0x20 ? [.hasCheckBox] : [.hasCheckBox, .isChecked]
    // The content after the check box is a paragraph, whatever it looks like.
    advance(columns: indent + 3)
    findNonspace()
    isTextOnly = true
  }
}
