/// A block as the first pass notes it, in pre-order.
struct BlockRecord: BitwiseCopyable {
  var start: UInt32
  var end: UInt32
  /// The index after the last descendant; set when a container closes.
  var subtreeEnd: UInt32
  /// The lines of a leaf, as indices of the parser's `lines`.
  var firstLine: UInt32
  var lineCount: UInt32
  /// List: the start number. Item: where the content begins. Heading: its level. Fenced code: the info string's
  /// place in `infoStrings`. Table: its first column in `alignments`. Definition: its place in `definitions`.
  var aux: UInt32
  var extra: UInt16
  var kind: NodeKind
  var flags: NodeFlags
}

/// An open container block.
struct Frame: BitwiseCopyable {
  var block: Int
  /// Item: the columns of marker and padding.
  var contentIndent: Int
  /// The number of block quotes among this frame and those around it.
  var quotes: Int
  var kind: NodeKind
}

/// Block structure (CommonMark appendix, phase 1): reads line after line, keeps a stack of open containers and at most
/// one open leaf, and notes all blocks in pre-order.
///
/// Bounds: `source[i]` is read only for `i < lineEnd ≤ count`.
struct BlockParser: ~Copyable {
  let source: UnsafePointer<UInt8>
  let count: Int
  let options: MarkdownOptions

  var blocks: GrowingBuffer<BlockRecord>
  var lines: GrowingBuffer<Span>
  var lineStarts: GrowingBuffer<UInt32>
  var frames = GrowingBuffer<Frame>(capacity: 32)
  /// Frames (as indices of `frames`) that are block quotes: what a blank line has to look at.
  var quoteFrames = GrowingBuffer<Int>(capacity: 16)
  var infoStrings = GrowingBuffer<Span>(capacity: 4)
  var alignments = GrowingBuffer<UInt8>(capacity: 4)
  var definitions = DefinitionTable()
  var footnotes = LabelTable()
  var footnoteCount = 0
  var scratch = FlatText()

  // The open leaf, always the last block.
  var leaf = Leaf.none
  var leafBlock = 0
  var fence = Fence()
  var htmlEnd = HTMLBlockEnd.blankLine
  var columnCount = 0

  // The current line.
  var position = 0
  var lineEnd = 0
  var column = 0
  /// Columns that are left of the tab at `position` after its first part was used up.
  var tabRest = 0
  var nonspace = 0
  var indent = 0
  var isBlank = false
  /// Whether the rest of the line can only be a paragraph (it follows a task list item's box).
  var isTextOnly = false

  /// The last byte found that keeps what stands before it on its line from being a thematic break.
  var thematicBreakStopper = 0

  /// Whether the last line was blank, and inside how many block quotes.
  var lastLineWasBlank = false
  var blankLineQuotes = 0

  enum Leaf: UInt8 { case none, paragraph, fencedCode, indentedCode, html, table }

  struct Fence: BitwiseCopyable {
    var character: UInt8 = 0
    var length = 0
    var indent = 0
  }

  init(source: UnsafePointer<UInt8>, count: Int, options: MarkdownOptions) {
    self.source = source
    self.count = count
    self.options = options
    blocks = GrowingBuffer(capacity: count / 24 + 16)
    lines = GrowingBuffer(capacity: count / 48 + 16)
    lineStarts = GrowingBuffer(capacity: count / 48 + 16)
  }

  mutating func parse() {
    blocks.append(record(.document, 0, count))
    frames.append(Frame(block: 0, contentIndent: 0, quotes: 0, kind: .document))
    var start = 0
    if options.contains(.frontMatter) { start = frontMatter() }
    if start == 0, hasByteOrderMark {
      // The mark belongs to the first line.
      lineStarts.append(0)
      start = parseLine(at: 3)
    }
    while start < count {
      lineStarts.append(UInt32(truncatingIfNeeded: start))
      start = parseLine(at: start)
    }
    closeFrames(downTo: 0)
    blocks[0].end = UInt32(truncatingIfNeeded: count)
  }

  /// Whether the source begins with U+FEFF.
  var hasByteOrderMark: Bool { count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF }

  /// Parses the line that begins at `start`; gives the start of the next one.
  @inline(__always)
  private mutating func parseLine(at start: Int) -> Int {
    let end = endOfLine(source, start, count)
    parseLine(start, end)
    return afterLineEnding(end)
  }

  @inline(__always)
  func afterLineEnding(_ end: Int) -> Int {
    if end >= count { return end }
    return source[end] == 0x0D && end + 1 < count && source[end + 1] == 0x0A ? end + 2 : end + 1
  }

  @inline(__always)
  func record(_ kind: NodeKind, _ start: Int, _ end: Int) -> BlockRecord {
    BlockRecord(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), subtreeEnd: 0,
      firstLine: UInt32(truncatingIfNeeded: lines.count), lineCount: 0, aux: 0, extra: 0, kind: kind, flags: [])
  }

  // MARK: One line

  private mutating func parseLine(_ start: Int, _ end: Int) {
    position = start
    lineEnd = end
    column = 0
    tabRest = 0
    isTextOnly = false
    findNonspace()

    let matched = matchContainers()
    let allMatched = matched == frames.count
    if allMatched, leaf != .none, leaf != .paragraph, leaf != .table, continueLeaf() { return }
    if isBlank {
      endBlankLine(matched)
      return
    }
    let paragraphLine = nonspace
    var open = matched
    var isFresh = true  // no block has begun on this line yet
    while !isBlank, !isTextOnly {
      let start = openBlock(matched: &open, allMatched: allMatched, isFresh: isFresh)
      if start == .leaf {
        lastLineWasBlank = false
        return
      }
      if start == .none { break }
      isFresh = false
    }
    if isFresh, !allMatched, leaf == .paragraph {
      // Lazy continuation line.
      lines.append(Span(paragraphLine, lineEnd))
    } else if isBlank {
      // A container's first line without content.
    } else if isFresh, allMatched, leaf == .paragraph {
      lines.append(Span(nonspace, lineEnd))
    } else if isFresh, allMatched, leaf == .table, hasCells(nonspace, lineEnd) {
      addTableRow(nonspace, lineEnd, isHeader: false)
    } else {
      if isFresh {
        closeFrames(downTo: open)
        closeLeaf()
      }
      beginChild(nonspace)
      leafBlock = blocks.count
      blocks.append(record(.paragraph, nonspace, lineEnd))
      lines.append(Span(nonspace, lineEnd))
      leaf = .paragraph
    }
    lastLineWasBlank = false
  }

  /// Walks down the open containers while the line continues them; gives how many frames matched.
  private mutating func matchContainers() -> Int {
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
          // A blank line continues every item that has content, and only the innermost may have none; so go straight
          // to the next block quote.
          if frame.kind == .item, blocks.count == frame.block + 1 { return matched }
          matched = nextQuoteFrame(after: matched)
          if matched == frames.count, let last = lastFrameWithoutContent { return last }
          continue
        }
        if indent < frame.contentIndent { return matched }
        advance(columns: frame.contentIndent)
        findNonspace()
      default: break  // a list goes on until something else begins
      }
      matched += 1
    }
    return matched
  }

  /// The innermost frame, if it is an item that began with a blank line and still is empty.
  private var lastFrameWithoutContent: Int? {
    let last = frames[frames.count - 1]
    return last.kind == .item && blocks.count == last.block + 1 ? frames.count - 1 : nil
  }

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

  /// Code, HTML: gives false if the line ends the leaf and has to be looked at anew.
  private mutating func continueLeaf() -> Bool {
    switch leaf {
    case .fencedCode:
      lastLineWasBlank = false
      if indent <= 3, !isBlank, source[nonspace] == fence.character, let end = closingFence() {
        blocks[leafBlock].end = UInt32(truncatingIfNeeded: end)
        closeLeaf()
        return true
      }
      advance(columns: min(fence.indent, indent))
      addCodeLine()
      return true
    case .indentedCode:
      if indent >= 4 {
        advance(columns: 4)
        addCodeLine()
        lastLineWasBlank = isBlank
        blankLineQuotes = frames[frames.count - 1].quotes
        return true
      }
      if isBlank {
        lines.append(Span(lineEnd, lineEnd))
        lastLineWasBlank = true
        blankLineQuotes = frames[frames.count - 1].quotes
        return true
      }
      closeLeaf()
      return false
    case .html:
      if isBlank, htmlEnd == .blankLine {
        closeLeaf()
        return false
      }
      lines.append(Span(lineContentStart, lineEnd))
      lastLineWasBlank = isBlank
      blankLineQuotes = frames[frames.count - 1].quotes
      if htmlEnd != .blankLine, containsHTMLBlockEnd(htmlEnd, from: nonspace) { closeLeaf() }
      return true
    default: return false
    }
  }

  private mutating func addCodeLine() {
    var start = position
    if tabRest > 0 {
      lines.append(.virtualSpaces(tabRest))
      start += 1
    }
    lines.append(Span(start, lineEnd))
  }

  private mutating func endBlankLine(_ matched: Int) {
    closeFrames(downTo: matched)
    if leaf == .paragraph || leaf == .table { closeLeaf() }
    lastLineWasBlank = true
    blankLineQuotes = frames[frames.count - 1].quotes
  }

  // MARK: Containers

  /// What has to happen before a block is added to the innermost container: a list that it does not belong to ends, and
  /// a blank line before it makes the list around it loose.
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
    frames.append(Frame(block: block, contentIndent: contentIndent, quotes: quotes, kind: kind))
  }

  /// Closes the open leaf (unless no frame closes) and all frames from `index` on.
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
  func extendParent(to end: UInt32) {
    let parent = frames[frames.count - 1].block
    if blocks[parent].end < end { blocks[parent].end = end }
  }

  // MARK: Columns (CommonMark section 2.2: a tab stops every 4 columns)

  mutating func findNonspace() {
    var index = position
    var stop = column
    if tabRest > 0 {
      index += 1
      stop += tabRest
    }
    while index < lineEnd {
      let byte = source[index]
      if byte == 0x20 {
        stop += 1
      } else if byte == 0x09 {
        stop += 4 - (stop & 3)
      } else {
        break
      }
      index += 1
    }
    countSteps(index - position + 1)
    nonspace = index
    indent = stop - column
    isBlank = index == lineEnd
  }

  mutating func advance(columns: Int) {
    var rest = columns
    while rest > 0, position < lineEnd {
      if source[position] == 0x09 {
        let width = tabRest > 0 ? tabRest : 4 - (column & 3)
        if width > rest {
          tabRest = width - rest
          column += rest
          return
        }
        rest -= width
        column += width
        tabRest = 0
      } else {
        rest -= 1
        column += 1
      }
      position += 1
    }
  }
}

/// The offset of the next line feed or carriage return at or after `start`, or `count`.
///
/// Bounds: words are read only while eight bytes are left.
func endOfLine(_ source: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
  var index = start
  let raw = UnsafeRawPointer(source)
  while index + 8 <= count {
    let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // Sets the high bit of each byte below 0x0E (and, after a borrow, perhaps of a later one: looked at below).
    let low = (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080
    if low != 0 {
      let first = index + UInt64(littleEndian: low).trailingZeroBitCount / 8
      for candidate in first..<(index + 8) where source[candidate] == 0x0A || source[candidate] == 0x0D {
        return candidate
      }
    }
    index += 8
  }
  while index < count {
    if source[index] == 0x0A || source[index] == 0x0D { return index }
    index += 1
  }
  return count
}
