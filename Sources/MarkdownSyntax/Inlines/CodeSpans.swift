/// Code spans (CommonMark section 6.1).
extension InlineParser {
  /// Recognizes a code span at the backtick at `position`. Returns the offset where the scan continues.
  mutating func codeSpan(_ position: Int) -> Int {
    var runEnd = position + 1
    while runEnd < end, base[runEnd] == 0x60 { runEnd += 1 }
    let length = runEnd - position
    if backticksReadTo == end {
      // All runs of the text are known. Without a later run of this length, there is no code span.
      if length >= lastBackticks.count || Int(lastBackticks[length]) <= position { return runEnd }
    }
    var index = runEnd
    defer { countSteps(index - position) }
    while index < end {
      if base[index] != 0x60 {
        index += 1
        continue
      }
      let closing = index
      while index < end, base[index] == 0x60 { index += 1 }
      if index - closing == length {
        tokens.append(InlineToken(leaf: .code, position, index, aux: length, flags: inTable ? .inTable : []))
        return index
      }
    }
    recordBackticks(from: runEnd)
    return runEnd
  }

  /// Records the offset of the last run of each length. Called after the first run that has no closing run.
  private mutating func recordBackticks(from position: Int) {
    countSteps(end - position)
    lastBackticks.removeAll()
    var index = position
    while index < end {
      if base[index] != 0x60 {
        index += 1
        continue
      }
      let run = index
      while index < end, base[index] == 0x60 { index += 1 }
      while lastBackticks.count <= index - run { lastBackticks.append(0) }
      lastBackticks[index - run] = UInt32(truncatingIfNeeded: run)
    }
    backticksReadTo = end
  }
}
