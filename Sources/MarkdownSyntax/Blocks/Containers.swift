/// Container blocks (CommonMark chapter 5): decides which of them a line continues, and opens and closes them.
extension BlockParser {
  /// Consumes the prefixes of the open containers that the line continues. Returns the number of frames that matched.
  mutating func matchContainers() -> Int {
    var matched = 1
    while matched < frames.count {
      countSteps(1)
      let frame = frames[matched]
      switch frame.kind {
      case .blockQuote:
        if isBlank || indent > 3 || source[nonspace] != 0x3E { return matched }
        blocks[frame.block].end = UInt32(truncatingIfNeeded: nonspace + 1)
        skipQuoteMarker()
      case .item, .footnoteDefinition:
        if isBlank {
          // A blank line continues every item that has content, and only the innermost item can be empty. The search
          // can therefore skip to the next block quote.
          if frame.kind == .item, blocks.count == frame.block + 1 { return matched }
          matched = nextQuoteFrame(after: matched)
          if matched == frames.count, let last = lastFrameWithoutContent { return last }
          continue
        }
        if indent < frame.contentIndent { return matched }
        advance(columns: frame.contentIndent)
        findNonspace()
      default: break  // a list continues until another block starts
      }
      matched += 1
    }
    return matched
  }

  /// The index of the innermost frame, if it is an item that started with a blank line and is still empty.
  private var lastFrameWithoutContent: Int? {
    let last = frames[frames.count - 1]
    return last.kind == .item && blocks.count == last.block + 1 ? frames.count - 1 : nil
  }

  /// Returns the first block quote frame after `index`, or the number of frames if there is none.
  private func nextQuoteFrame(after index: Int) -> Int {
    var low = 0
    var high = quoteFrames.count
    while low < high {
      let middle = (low + high) / 2
      if quoteFrames[middle] <= index { low = middle + 1 } else { high = middle }
    }
    return low < quoteFrames.count ? quoteFrames[low] : frames.count
  }

  mutating func skipQuoteMarker() {
    advance(columns: indent + 1)
    if position < lineEnd, source[position].isSpaceOrTab { advance(columns: 1) }
    findNonspace()
  }

  /// Prepares the innermost container for a new child. Closes a list, because only items are added to it, and makes the
  /// list around it loose if a blank line precedes the child.
  mutating func beginChild(_ start: Int) {
    if frames[frames.count - 1].kind == .list { closeFrames(downTo: frames.count - 1) }
    let frame = frames[frames.count - 1]
    if lastLineWasBlank, frame.kind == .item, frame.quotes == blankLineQuotes, blocks.count > frame.block + 1 {
      blocks[frames[frames.count - 2].block].flags.insert(.loose)
    }
  }

  mutating func push(_ kind: NodeKind, block: Int, contentIndent: Int = 0) {
    let quotes = frames[frames.count - 1].quotes + (kind == .blockQuote ? 1 : 0)
    if kind == .blockQuote { quoteFrames.append(frames.count) }
    frames.append(ContainerFrame(block: block, contentIndent: contentIndent, quotes: quotes, kind: kind))
  }

  /// Closes all frames from `index` on, and the open leaf if any frame closes.
  mutating func closeFrames(downTo index: Int) {
    if index == frames.count { return }
    closeLeaf()
    while frames.count > index {
      countSteps(1)
      let frame = frames[frames.count - 1]
      frames.removeLast()
      if frame.kind == .blockQuote { quoteFrames.removeLast() }
      blocks[frame.block].subtreeEnd = UInt32(truncatingIfNeeded: blocks.count)
      if !frames.isEmpty { extendParent(to: blocks[frame.block].end) }
    }
  }

  @inline(__always)
  /// Extends the innermost container so that it ends at `end` or later.
  func extendParent(to end: UInt32) {
    let parent = frames[frames.count - 1].block
    if blocks[parent].end < end { blocks[parent].end = end }
  }
}
