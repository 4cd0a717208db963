/// Math by GitHub's rules: `$…$`, `` $`…`$ `` and `$$…$$`. The content is opaque: it contains no markup.
extension InlineParser {
  /// Recognizes math at the `$` at `position`. Returns the offset where the scan continues.
  mutating func math(_ position: Int) -> Int {
    var runEnd = position + 1
    while runEnd < end, base[runEnd] == 0x24 { runEnd += 1 }
    let length = runEnd - position
    var mathEnd: Int?
    var delimiter = length
    switch length {
    case 1:
      if runEnd < end, base[runEnd] == 0x60 {
        delimiter = 2
        mathEnd = dollarBacktickEnd(runEnd + 1)
      } else {
        mathEnd = dollarEnd(position)
      }
    case 2: mathEnd = doubleDollarEnd(runEnd)
    default: break
    }
    guard let mathEnd else { return runEnd }
    tokens.append(InlineToken(leaf: .math, position, mathEnd, aux: delimiter, flags: inTable ? .inTable : []))
    return mathEnd
  }

  /// Returns the end of `$…$`. It is on one line, has no white space inside its delimiters, and no letter or digit
  /// outside them.
  private mutating func dollarEnd(_ position: Int) -> Int? {
    if position + 1 >= end || base[position + 1].isSpace { return nil }
    if position > start, base[position - 1].isAlphanumeric { return nil }
    if position < failures.dollarTo { return nil }
    var index = position + 1
    defer { countSteps(index - position) }
    while index < end, base[index] != 0x0A {
      if base[index] == 0x5C {
        index += 2
        continue
      }
      if base[index] == 0x24 {
        let run = index
        while index < end, base[index] == 0x24 { index += 1 }
        let isFollowed = index < end && base[index].isAlphanumeric
        if index - run == 1, !base[run - 1].isSpace, !isFollowed { return index }
        continue
      }
      index += 1
    }
    failures.dollarTo = index
    return nil
  }

  private mutating func doubleDollarEnd(_ contentStart: Int) -> Int? {
    if failures.doubleDollar { return nil }
    var index = contentStart
    defer { countSteps(index - contentStart) }
    while index + 1 < end {
      if base[index] == 0x5C {
        index += 2
        continue
      }
      if base[index] == 0x24, base[index + 1] == 0x24 { return index > contentStart ? index + 2 : nil }
      index += 1
    }
    failures.doubleDollar = true
    return nil
  }

  private mutating func dollarBacktickEnd(_ contentStart: Int) -> Int? {
    if failures.dollarBacktick { return nil }
    var index = contentStart
    defer { countSteps(index - contentStart) }
    while index + 1 < end {
      if base[index] == 0x60, base[index + 1] == 0x24 { return index > contentStart ? index + 2 : nil }
      index += 1
    }
    failures.dollarBacktick = true
    return nil
  }

  /// Whether the lines consist of exactly one `$$…$$`.
  func isMathBlock(_ firstLine: Int, _ lineCount: Int) -> Bool {
    let first = blocks.lines[firstLine]
    let last = blocks.lines[firstLine + lineCount - 1]
    guard first.end - first.start >= 2, last.end - last.start >= 2, source[Int(first.start)] == 0x24,
      source[Int(first.start) + 1] == 0x24, source[Int(last.end) - 1] == 0x24, source[Int(last.end) - 2] == 0x24
    else { return false }
    var closing = 0
    for index in firstLine..<(firstLine + lineCount) {
      let line = blocks.lines[index]
      var position = Int(line.start) + (index == firstLine ? 2 : 0)
      while position + 1 < Int(line.end) {
        if source[position] == 0x5C {
          position += 2
        } else if source[position] == 0x24, source[position + 1] == 0x24 {
          closing += 1
          if closing > 1 || index != firstLine + lineCount - 1 || position + 2 != Int(line.end) { return false }
          if position == Int(first.start) + 2 { return false }
          position += 2
        } else {
          position += 1
        }
      }
    }
    return closing == 1
  }
}

extension BlockParser {
  /// Whether the first word of an info string is `math`.
  func isMathInfo(_ start: Int, _ end: Int) -> Bool {
    end - start >= 4 && source[start] == 0x6D && source[start + 1] == 0x61 && source[start + 2] == 0x74
      && source[start + 3] == 0x68 && (end - start == 4 || source[start + 4].isSpaceOrTab)
  }
}
