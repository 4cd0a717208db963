/// Emphasis, strong emphasis and strikethrough (CommonMark section 6.2, GFM section 6.5): delimiter runs, and the
/// "process emphasis" procedure of the specification's appendix.
extension InlineParser {
  /// Adds a token for the delimiter run at `position` if it can open or close emphasis. Returns the end of the run.
  mutating func delimiterRun(_ position: Int) -> Int {
    let character = base[position]
    var runEnd = position + 1
    while runEnd < end, base[runEnd] == character { runEnd += 1 }
    countSteps(runEnd - position)
    if character == 0x7E, runEnd - position > 2 { return runEnd }

    let before = classBefore(position, character)
    let after = classAfter(runEnd, character)
    let isLeftFlanking = after != .whitespace && (after != .punctuation || before != .other)
    let isRightFlanking = before != .whitespace && (before != .punctuation || after != .other)
    var canOpen = isLeftFlanking
    var canClose = isRightFlanking
    if character == 0x5F {
      canOpen = isLeftFlanking && (!isRightFlanking || before == .punctuation)
      canClose = isRightFlanking && (!isLeftFlanking || after == .punctuation)
    }
    if !canOpen, !canClose { return runEnd }
    var token = InlineToken(.delimiterRun, position, runEnd)
    token.character = character
    token.flags = Self.flags(canOpen, canClose)
    token.previous = lastDelimiter
    let index = UInt32(truncatingIfNeeded: tokens.count)
    if lastDelimiter != InlineToken.none { tokens[Int(lastDelimiter)].next = index }
    lastDelimiter = index
    tokens.append(token)
    return runEnd
  }

  private static let canOpenFlag = NodeFlags(rawValue: 1)
  private static let canCloseFlag = NodeFlags(rawValue: 2)
  @inline(__always)
  private static func flags(_ canOpen: Bool, _ canClose: Bool) -> NodeFlags {
    NodeFlags(rawValue: (canOpen ? 1 : 0) | (canClose ? 2 : 0))
  }

  /// Returns the class of the character before a run. As in cmark-gfm, any `~` next to `*` or `_` is skipped.
  @inline(__always)
  private func classBefore(_ run: Int, _ character: UInt8) -> CharacterClass {
    var position = run
    if character != 0x7E, options.contains(.strikethrough) {
      while position > start, base[position - 1] == 0x7E { position -= 1 }
    }
    if position == start { return .whitespace }
    let byte = base[position - 1]
    if byte < 0x80 { return CharacterClass(rawValue: byteClasses[Int(byte)] & 6) }
    return CharacterClass(decodeScalar(before: position, base, from: start))
  }

  @inline(__always)
  private func classAfter(_ runEnd: Int, _ character: UInt8) -> CharacterClass {
    var position = runEnd
    if character != 0x7E, options.contains(.strikethrough) {
      while position < end, base[position] == 0x7E { position += 1 }
    }
    if position == end { return .whitespace }
    let byte = base[position]
    if byte < 0x80 { return CharacterClass(rawValue: byteClasses[Int(byte)] & 6) }
    return CharacterClass(decodeScalar(base, position, end).scalar)
  }

  /// Matches the delimiter runs after `bottom` (a token index, or `InlineToken.none` for all) and removes them from the
  /// list of runs.
  mutating func processEmphasis(from bottom: UInt32) {
    // Runs at or below this index are not matched. It is a token index + 1, so that 0 means none.
    let floor = bottom == InlineToken.none ? 0 : bottom + 1
    var closer = lastDelimiter
    if closer == InlineToken.none || closer + 1 <= floor { return }
    while true {
      countSteps(1)
      let previous = tokens[Int(closer)].previous
      if previous == InlineToken.none || previous + 1 <= floor { break }
      closer = previous
    }
    for index in 0..<18 { openersBottom[index] = floor }
    while closer != InlineToken.none {
      closer = matchCloser(closer, floor)
    }
    lastDelimiter = bottom
    if bottom != InlineToken.none { tokens[Int(bottom)].next = InlineToken.none }
  }

  /// Matches one potential closer with its opener, if there is one. Returns the next closer.
  private mutating func matchCloser(_ closerIndex: UInt32, _ floor: UInt32) -> UInt32 {
    let closer = tokens[Int(closerIndex)]
    guard closer.flags.contains(Self.canCloseFlag) else { return closer.next }
    let length = closer.end - closer.start
    let canOpen = closer.flags.contains(Self.canOpenFlag)
    let family = closer.character == 0x2A ? 0 : closer.character == 0x5F ? 6 : 12
    let slot = family + (canOpen ? 3 : 0) + Int(length % 3)
    var candidate = closer.previous
    while candidate != InlineToken.none, candidate + 1 > openersBottom[slot], candidate + 1 > floor {
      countSteps(1)
      let opener = tokens[Int(candidate)]
      if opener.character == closer.character, opener.flags.contains(Self.canOpenFlag) {
        let openerLength = opener.end - opener.start
        let isInterior = canOpen || opener.flags.contains(Self.canCloseFlag)
        if !isInterior || length % 3 == 0 || (openerLength + length) % 3 != 0 {
          return match(candidate, closerIndex)
        }
      }
      candidate = opener.previous
    }
    openersBottom[slot] = closerIndex
    if !canOpen { unlink(closerIndex) }
    return closer.next
  }

  private mutating func match(_ openerIndex: UInt32, _ closerIndex: UInt32) -> UInt32 {
    let opener = tokens[Int(openerIndex)]
    let closer = tokens[Int(closerIndex)]
    // The runs between opener and closer can no longer match anything.
    tokens[Int(openerIndex)].next = closerIndex
    tokens[Int(closerIndex)].previous = openerIndex
    let length: UInt32
    if closer.character == 0x7E {
      if opener.remaining != closer.remaining {
        // As in cmark-gfm, runs of different lengths cancel each other out.
        unlink(openerIndex)
        unlink(closerIndex)
        return closer.next
      }
      length = closer.remaining
    } else {
      length = opener.remaining >= 2 && closer.remaining >= 2 ? 2 : 1
    }
    openers.append(Opener(length: length, next: opener.aux))
    tokens[Int(openerIndex)].aux = UInt32(truncatingIfNeeded: openers.count)
    tokens[Int(openerIndex)].opened += length
    tokens[Int(closerIndex)].closed += length
    if tokens[Int(openerIndex)].remaining == 0 { unlink(openerIndex) }
    if tokens[Int(closerIndex)].remaining == 0 {
      unlink(closerIndex)
      return closer.next
    }
    return closerIndex
  }

  private mutating func unlink(_ index: UInt32) {
    let token = tokens[Int(index)]
    if token.previous != InlineToken.none { tokens[Int(token.previous)].next = token.next }
    if token.next != InlineToken.none {
      tokens[Int(token.next)].previous = token.previous
    } else {
      lastDelimiter = token.previous
    }
  }
}
