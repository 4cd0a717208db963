/// Opens indented and fenced code blocks, and recognizes fences (CommonMark sections 4.4 and 4.5).
extension BlockParser {
  mutating func beginIndentedCode() {
    advance(columns: 4)
    leafBlock = blocks.count
    var start = position
    if remainingTabColumns > 0 { start += 1 }
    blocks.append(record(.indentedCode, start, lineEnd))
    if remainingTabColumns > 0 { lines.append(.virtualSpaces(remainingTabColumns)) }
    lines.append(SourceRange(start, lineEnd))
    leaf = .indentedCode
  }

  /// Returns the length of the opening fence at `nonspace`, if there is one.
  mutating func openingFence() -> Int? {
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

  mutating func beginFencedCode(_ length: Int) {
    fence = Fence(character: source[nonspace], length: length, indent: indent)
    var start = nonspace + length
    while start < lineEnd, source[start].isSpaceOrTab { start += 1 }
    var end = lineEnd
    while end > start, source[end - 1].isSpaceOrTab { end -= 1 }
    leafBlock = blocks.count
    var code = record(.fencedCode, nonspace, end > start ? end : nonspace + length)
    code.aux = UInt32(truncatingIfNeeded: infoStrings.count)
    infoStrings.append(SourceRange(start, end))
    if options.contains(.math), isMathInfo(start, end) {
      code.kind = .mathBlock
      code.flags = .fenced
    }
    blocks.append(code)
    leaf = .fencedCode
  }

  /// Returns the end of the closing fence at `nonspace`, if there is one.
  mutating func closingFence() -> Int? {
    var index = nonspace
    while index < lineEnd, source[index] == fence.character { index += 1 }
    let end = index
    if end - nonspace < fence.length { return nil }
    while index < lineEnd, source[index].isSpaceOrTab { index += 1 }
    return index == lineEnd ? end : nil
  }
}
