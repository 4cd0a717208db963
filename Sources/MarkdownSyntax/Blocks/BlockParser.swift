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
struct ContainerFrame: BitwiseCopyable {
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
///
/// What runs for each line is `mutating` even if it only reads: other methods are handed a copy of the whole parser.
struct BlockParser: ~Copyable {
  let source: UnsafePointer<UInt8>
  let count: Int
  let options: MarkdownOptions

  var blocks: GrowingBuffer<BlockRecord>
  var lines: GrowingBuffer<SourceRange>
  var lineStarts: GrowingBuffer<UInt32>
  var frames = GrowingBuffer<ContainerFrame>(capacity: 32)
  /// Frames (as indices of `frames`) that are block quotes: what a blank line has to look at.
  var quoteFrames = GrowingBuffer<Int>(capacity: 16)
  var infoStrings = GrowingBuffer<SourceRange>(capacity: 4)
  var alignments = GrowingBuffer<UInt8>(capacity: 4)
  var definitions = DefinitionTable()
  var footnotes = ReferenceLabelTable()
  var footnoteCount = 0
  var scratch = JoinedLines()

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
  var remainingTabColumns = 0
  var nonspace = 0
  var indent = 0
  var isBlank = false
  /// Whether the rest of the line can only be a paragraph (it follows a task list item's box).
  var isTextOnly = false

  /// The last byte found that keeps what stands before it on its line from being a thematic break.
  var thematicBreakBlocker = 0

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
    frames.append(ContainerFrame(block: 0, contentIndent: 0, quotes: 0, kind: .document))
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
  mutating func record(_ kind: NodeKind, _ start: Int, _ end: Int) -> BlockRecord {
    BlockRecord(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), subtreeEnd: 0,
      firstLine: UInt32(truncatingIfNeeded: lines.count), lineCount: 0, aux: 0, extra: 0, kind: kind, flags: [])
  }

  // MARK: One line

  private mutating func parseLine(_ start: Int, _ end: Int) {
    position = start
    lineEnd = end
    column = 0
    remainingTabColumns = 0
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
    var isFirstOnLine = true  // no block has begun on this line yet
    while !isBlank, !isTextOnly {
      let start = openBlock(matched: &open, allMatched: allMatched, isFirstOnLine: isFirstOnLine)
      if start == .leaf {
        lastLineWasBlank = false
        return
      }
      if start == .none { break }
      isFirstOnLine = false
    }
    if isFirstOnLine, !allMatched, leaf == .paragraph {
      // Lazy continuation line.
      lines.append(SourceRange(paragraphLine, lineEnd))
    } else if isBlank {
      // A container's first line without content.
    } else if isFirstOnLine, allMatched, leaf == .paragraph {
      lines.append(SourceRange(nonspace, lineEnd))
    } else if isFirstOnLine, allMatched, leaf == .table, hasCells(nonspace, lineEnd) {
      addTableRow(nonspace, lineEnd, isHeader: false)
    } else {
      if isFirstOnLine {
        closeFrames(downTo: open)
        closeLeaf()
      }
      beginChild(nonspace)
      leafBlock = blocks.count
      blocks.append(record(.paragraph, nonspace, lineEnd))
      lines.append(SourceRange(nonspace, lineEnd))
      leaf = .paragraph
    }
    lastLineWasBlank = false
  }

  private mutating func endBlankLine(_ matched: Int) {
    closeFrames(downTo: matched)
    if leaf == .paragraph || leaf == .table { closeLeaf() }
    lastLineWasBlank = true
    blankLineQuotes = frames[frames.count - 1].quotes
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
