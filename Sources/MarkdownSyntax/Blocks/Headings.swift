/// ATX and setext headings (CommonMark sections 4.2 and 4.3).
extension BlockParser {
  /// Returns the level and the content of the ATX heading at `nonspace`, if there is one (section 4.2).
  mutating func atxHeading() -> (level: Int, start: Int, end: Int)? {
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

  mutating func addHeading(_ content: (level: Int, start: Int, end: Int)) {
    var end = lineEnd
    while end > nonspace, source[end - 1].isSpaceOrTab { end -= 1 }
    var heading = record(.heading, nonspace, end)
    heading.aux = UInt32(content.level)
    heading.lineCount = 1
    lines.append(SourceRange(content.start, content.end))
    blocks.append(heading)
    extendParent(to: heading.end)
  }

  /// Returns the end of the setext heading underline at `nonspace`, if there is one (section 4.3).
  mutating func setextUnderline(_ byte: UInt8) -> Int? {
    countSteps(lineEnd - nonspace)
    var index = nonspace
    while index < lineEnd, source[index] == byte { index += 1 }
    let end = index
    while index < lineEnd, source[index].isSpaceOrTab { index += 1 }
    return index == lineEnd ? end : nil
  }

  /// Converts the open paragraph to a heading. Returns false if the paragraph consists of link reference definitions
  /// only.
  mutating func convertToSetextHeading(_ byte: UInt8, _ end: Int) -> Bool {
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
}
