/// Maths by GitHub's rules: `$…$`, `` $`…`$ `` and `$$…$$`. What is inside is opaque.
extension InlineParser {
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
    marks.append(Mark(leaf: .math, position, mathEnd, aux: delimiter, flags: inTable ? .inTable : []))
    return mathEnd
  }

  /// The end of `$…$`: on one line, no white space inside the delimiters, no letter or digit outside them.
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
}
