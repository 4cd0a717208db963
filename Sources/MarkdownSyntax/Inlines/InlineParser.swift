/// Parses the inline structure (CommonMark appendix, phase 2): reads the text of leaf blocks and writes the final
/// nodes.
///
/// Bounds: `base[i]` is read only for `start ≤ i < end` of the current text.
///
/// Methods that run once per token are `mutating` even if they only read: the compiler passes a copy of the whole
/// parser to nonmutating ones.
struct InlineParser: ~Copyable {
  var blocks: BlockParser
  let source: UnsafePointer<UInt8>
  let options: MarkdownOptions

  // The tree.
  var nodes: GrowingBuffer<Node>
  var links: GrowingBuffer<LinkRecord>
  /// The lines of code blocks, each group after its header (see `recordCodeLines`).
  var segments = GrowingBuffer<SourceRange>(capacity: 16)
  /// The container prefixes and indentation between the lines of a leaf, in ascending order.
  var gaps: GrowingBuffer<SourceRange>
  var definitionNodes = GrowingBuffer<UInt32>(capacity: 4)
  var footnoteNodes = GrowingBuffer<UInt32>(capacity: 4)

  // The current text.
  var base: UnsafePointer<UInt8>
  var start = 0
  var end = 0
  /// Whether the current text is `joined`, because its leaf has several lines.
  var isJoined = false
  var inTable = false
  var joined = JoinedLines()

  // Buffers that are reused from text to text.
  var tokens = GrowingBuffer<InlineToken>(capacity: 64)
  var brackets = GrowingBuffer<Bracket>(capacity: 16)
  var openers = GrowingBuffer<Opener>(capacity: 16)
  var openNodes = GrowingBuffer<UInt32>(capacity: 16)
  var lastDelimiter = InlineToken.none
  /// Link openers below this height of the bracket stack enclose a link and are inactive.
  var inactiveBelow = 0
  var linkDepth = 0
  /// The offset of the last backtick run of each length in the text. Valid if `backticksReadTo` is the end of the text.
  var lastBackticks = GrowingBuffer<UInt32>(capacity: 64)
  var backticksReadTo = 0
  var failures = ScanFailures()
  var openersBottom = GrowingBuffer<UInt32>(capacity: 18)

  /// For each byte its `CharacterClass` (0 beyond ASCII); bit 0 is set if the text scan stops at the byte.
  let byteClasses: UnsafeMutablePointer<UInt8>

  init(_ blocks: consuming BlockParser) {
    source = blocks.source
    base = blocks.source
    options = blocks.options
    nodes = GrowingBuffer(capacity: blocks.blocks.count * 3 + blocks.count / 16 + 16)
    links = GrowingBuffer(capacity: blocks.count / 256 + 16)
    gaps = GrowingBuffer(capacity: 16)
    byteClasses = .allocate(capacity: 256)
    byteClasses.initialize(repeating: 0, count: 256)
    for byte in UInt8(0)..<0x80 { byteClasses[Int(byte)] = CharacterClass(ascii: byte).rawValue }
    for _ in 0..<18 { openersBottom.append(0) }
    self.blocks = blocks
    stop(at: "\\`*_[]!<&\n")
    if options.contains(.strikethrough) { stop(at: "~") }
    if options.contains(.math) { stop(at: "$") }
    if options.contains(.extendedAutolinks) { stop(at: ":.@") }
  }

  deinit { byteClasses.deallocate() }

  /// Makes the text scan stop at each of the bytes.
  private func stop(at bytes: StaticString) {
    for offset in 0..<bytes.utf8CodeUnitCount { byteClasses[Int(bytes.utf8Start[offset])] |= 1 }
  }

  // MARK: Texts

  /// Parses the lines of a leaf block as inlines below `node`.
  mutating func parseLines(_ firstLine: Int, _ lineCount: Int, below node: UInt32) {
    if lineCount == 1 {
      let line = blocks.lines[firstLine]
      var end = Int(line.end)
      while end > Int(line.start), source[end - 1].isSpaceOrTab { end -= 1 }
      parse(source, Int(line.start), end, isJoined: false, below: node)
      return
    }
    recordGaps(firstLine, lineCount)
    joined.fill(blocks.lines, firstLine, lineCount, source)
    var end = joined.count
    while end > 0, joined.bytes[end - 1].isSpace { end -= 1 }
    parse(joined.bytes.base, 0, end, isJoined: true, below: node)
  }

  /// Records the bytes between the lines of a leaf that belong to the blocks around it.
  mutating func recordGaps(_ firstLine: Int, _ lineCount: Int) {
    for index in firstLine..<(firstLine + lineCount - 1) {
      let next = Int(blocks.lines[index + 1].start)
      let after = blocks.afterLineEnding(Int(blocks.lines[index].end))
      if after < next { gaps.append(SourceRange(after, next)) }
    }
  }

  /// Parses `base[start..<end]` as inlines below `node`.
  mutating func parse(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, isJoined: Bool, below node: UInt32) {
    self.base = base
    self.start = start
    self.end = end
    self.isJoined = isJoined
    tokens.removeAll()
    scan()
    if tokens.isEmpty {
      if start < end { append(.text, sourceStart(start), sourceEnd(end), parent: node) }
      return
    }
    if lastDelimiter != InlineToken.none { processEmphasis(from: InlineToken.none) }
    emit(below: node)
  }

  /// Splits the current text into tokens and resolves links on the way.
  private mutating func scan() {
    brackets.removeAll()
    openers.removeAll()
    lastDelimiter = InlineToken.none
    inactiveBelow = 0
    failures = ScanFailures()
    backticksReadTo = -1
    var position = start
    while true {
      position = nextSpecial(from: position)
      if position >= end { return }
      switch base[position] {
      case 0x5C: position = escape(position)
      case 0x60: position = codeSpan(position)
      case 0x2A, 0x5F, 0x7E: position = delimiterRun(position)
      case 0x5B: position = openBracket(position, isImage: false)
      case 0x21:
        let isImage = position + 1 < end && base[position + 1] == 0x5B
        position = isImage ? openBracket(position, isImage: true) : position + 1
      case 0x5D: position = closeBracket(position)
      case 0x3C: position = angleBracket(position)
      case 0x26: position = entity(position)
      case 0x0A: position = lineBreak(position)
      case 0x24: position = math(position)
      case 0x3A: position = extendedURL(position)
      case 0x40:
        tokens.append(InlineToken(.at, position, position + 1))
        position += 1
      default: position = extendedWWW(position)
      }
    }
  }

  /// Returns the offset of the next byte that can start markup. Checks four bytes at a time while four remain.
  @inline(__always)
  private func nextSpecial(from start: Int) -> Int {
    let base = base
    let end = end
    let classes = byteClasses
    var position = start
    while position + 4 <= end {
      let first = classes[Int(base[position])] | classes[Int(base[position + 1])]
      let second = classes[Int(base[position + 2])] | classes[Int(base[position + 3])]
      if (first | second) & 1 != 0 { break }
      position += 4
    }
    while position < end, classes[Int(base[position])] & 1 == 0 { position += 1 }
    return position
  }

  // MARK: Escapes, entities, line breaks (sections 2.4, 2.5, 6.7, 6.8)

  private mutating func escape(_ position: Int) -> Int {
    guard position + 1 < end else { return position + 1 }
    let next = base[position + 1]
    if next.isPunctuation {
      tokens.append(InlineToken(leaf: .escape, position, position + 2))
      return position + 2
    }
    if next == 0x0A {
      var token = InlineToken(.hardBreak, position, position + 2)
      token.aux = UInt32(truncatingIfNeeded: position + 1)
      tokens.append(token)
      return position + 2
    }
    return position + 1
  }

  private mutating func entity(_ position: Int) -> Int {
    guard let entityEnd = Entity.scan(base, position, end) else { return position + 1 }
    tokens.append(InlineToken(leaf: .entity, position, entityEnd))
    return entityEnd
  }

  private mutating func lineBreak(_ position: Int) -> Int {
    var before = position
    while before > start, base[before - 1].isSpaceOrTab { before -= 1 }
    countSteps(position - before)
    let isHard = position - before >= 2 && base[position - 1] == 0x20 && base[position - 2] == 0x20
    var token = InlineToken(isHard ? .hardBreak : .softBreak, before, position + 1)
    token.aux = UInt32(truncatingIfNeeded: position)
    tokens.append(token)
    return position + 1
  }

  // MARK: Offsets

  @inline(__always)
  mutating func sourceStart(_ offset: Int) -> Int { isJoined ? joined.sourceOffset(offset) : offset }

  @inline(__always)
  mutating func sourceEnd(_ offset: Int) -> Int { isJoined ? joined.sourceEnd(offset) : offset }

  @inline(__always)
  @discardableResult
  mutating func append(_ kind: NodeKind, _ start: Int, _ end: Int, parent: UInt32) -> UInt32 {
    let index = UInt32(truncatingIfNeeded: nodes.count)
    nodes.append(
      Node(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), parent: parent,
        subtreeEnd: index + 1, aux: 0, extra: 0, kind: kind, flags: []))
    return index
  }
}

/// Scans that found no end in the current text and are therefore not repeated.
struct ScanFailures {
  var comment = false
  var processingInstruction = false
  var declaration = false
  var cdata = false
  /// No closing `$` exists between the offset of the first failed scan and this one.
  var dollarTo = 0
  var doubleDollar = false
  var dollarBacktick = false
}
