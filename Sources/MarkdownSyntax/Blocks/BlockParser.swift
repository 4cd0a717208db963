/// A block as the block parser records it, in pre-order.
struct BlockRecord: BitwiseCopyable {
  var start: UInt32
  var end: UInt32
  /// The index after the last descendant; set when a container closes.
  var subtreeEnd: UInt32
  /// Leaf: the range of its lines in the parser's `lines` (first index and number of lines).
  var firstLine: UInt32
  var lineCount: UInt32
  /// List: its start number. Item: the offset of its content. Heading: its level. Fenced code: the index of its info
  /// string in `infoStrings`. Table: the index of its first column in `alignments`. Definition: its index in
  /// `definitions`.
  var aux: UInt32
  /// List: its delimiter byte. Item: the length of its marker (bytes). Table: its number of columns.
  var extra: UInt16
  var kind: NodeKind
  var flags: NodeFlags
}

/// An open container block on the stack of the block parser.
struct ContainerFrame: BitwiseCopyable {
  /// The index of the block in the parser's `blocks`.
  var block: Int
  /// Item or footnote definition: the indentation that its lines need (columns).
  var contentIndent: Int
  /// The number of block quotes among this frame and the frames around it.
  var quotes: Int
  var kind: NodeKind
}

/// Parses the block structure (CommonMark appendix, phase 1).
///
/// It reads the source line by line, keeps a stack of open containers and at most one open leaf, and records all blocks
/// in pre-order.
///
/// Bounds: `source[i]` is read only for `i < lineEnd ≤ count`.
///
/// Methods that run once per line are `mutating` even if they only read: the compiler passes a copy of the whole parser
/// to nonmutating ones.
struct BlockParser: ~Copyable {
  let source: UnsafePointer<UInt8>
  let count: Int
  let options: MarkdownOptions

  var blocks: GrowingBuffer<BlockRecord>
  /// The content of each line of the leaf blocks, without container prefixes.
  var lines: GrowingBuffer<SourceRange>
  /// The offset of each line's first byte.
  var lineStarts: GrowingBuffer<UInt32>
  /// The stack of open containers; the first is the document.
  var frames = GrowingBuffer<ContainerFrame>(capacity: 32)
  /// The frames that are block quotes, as indices of `frames`. Only these decide which containers a blank line
  /// continues.
  var quoteFrames = GrowingBuffer<Int>(capacity: 16)
  var infoStrings = GrowingBuffer<SourceRange>(capacity: 4)
  var alignments = GrowingBuffer<UInt8>(capacity: 4)
  var definitions = DefinitionTable()
  var footnotes = ReferenceLabelTable()
  var footnoteCount = 0
  /// The lines of the paragraph that is searched for link reference definitions. Reused to save allocations.
  var scratch = JoinedLines()

  // The open leaf, which is always the last block.
  var leaf = Leaf.none
  var leafBlock = 0
  var fence = Fence()
  var htmlEnd = HTMLBlockEnd.blankLine
  var columnCount = 0

  // The current line.
  var position = 0
  var lineEnd = 0
  /// The column of `position`, from 0.
  var column = 0
  /// The columns of the tab at `position` that remain after a container consumed the first part of it.
  var remainingTabColumns = 0
  /// The offset of the first byte of the rest of the line that is neither a space nor a tab.
  var nonspace = 0
  /// The indentation of `nonspace` (columns from `column`).
  var indent = 0
  var isBlank = false
  /// Whether the rest of the line can only be a paragraph, because it follows the check box of a task item.
  var isTextOnly = false

  /// The offset of the last byte that rules out a thematic break at any earlier offset of its line.
  var thematicBreakBlocker = 0

  /// Whether the previous line was blank, and the number of block quotes that contained it.
  var lastLineWasBlank = false
  var blankLineQuotes = 0

  /// The kind of the open leaf.
  enum Leaf: UInt8 { case none, paragraph, fencedCode, indentedCode, html, table }

  /// The opening fence of a fenced code block.
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

  /// Parses the whole source.
  mutating func parse() {
    blocks.append(record(.document, 0, count))
    frames.append(ContainerFrame(block: 0, contentIndent: 0, quotes: 0, kind: .document))
    var start = 0
    if options.contains(.frontMatter) { start = frontMatter() }
    if start == 0, hasByteOrderMark {
      // The byte order mark is part of the first line.
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

  /// Parses the line that starts at `start`. Returns the start of the next line.
  @inline(__always)
  private mutating func parseLine(at start: Int) -> Int {
    let end = endOfLine(source, start, count)
    parseLine(start, end)
    return afterLineEnding(end)
  }

  @inline(__always)
  /// Returns the offset after the line ending at `end`.
  func afterLineEnding(_ end: Int) -> Int {
    if end >= count { return end }
    return source[end] == 0x0D && end + 1 < count && source[end + 1] == 0x0A ? end + 2 : end + 1
  }

  @inline(__always)
  /// Returns a record for a block whose lines, if any, are appended to `lines` next.
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
    var isFirstOnLine = true  // no block has started on this line yet
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
      // A lazy continuation line.
      lines.append(SourceRange(paragraphLine, lineEnd))
    } else if isBlank {
      // The first line of a container has no content.
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

/// Returns the offset of the next line feed or carriage return at or after `start`, or `count` if there is none.
///
/// Bounds: whole words are read only while at least eight bytes remain.
func endOfLine(_ source: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
  var index = start
  let raw = UnsafeRawPointer(source)
  while index + 8 <= count {
    let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // Sets the high bit of each byte below 0x0E. A borrow may set it for a later byte too, so the bytes are checked
    // below.
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
