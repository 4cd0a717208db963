/// Joins both phases: walks the blocks in order, writes their nodes, and parses the inlines of the leaves.
extension InlineParser {
  mutating func buildTree() {
    var openBlocks = GrowingBuffer<OpenBlock>(capacity: 32)
    for _ in 0..<blocks.definitions.records.count { definitionNodes.append(0) }
    for _ in 0..<blocks.footnoteCount { footnoteNodes.append(0) }
    for index in 0..<blocks.blocks.count {
      while !openBlocks.isEmpty, openBlocks[openBlocks.count - 1].end <= index {
        nodes[Int(openBlocks[openBlocks.count - 1].node)].subtreeEnd = UInt32(truncatingIfNeeded: nodes.count)
        openBlocks.removeLast()
      }
      let block = blocks.blocks[index]
      let parent = openBlocks.isEmpty ? UInt32.max : openBlocks[openBlocks.count - 1].node
      let node = append(block.kind, Int(block.start), Int(block.end), parent: parent)
      nodes[Int(node)].aux = block.aux
      nodes[Int(node)].extra = block.extra
      nodes[Int(node)].flags = block.flags
      switch block.kind {
      case .document, .blockQuote, .list, .item, .table, .footnoteDefinition:
        if block.kind == .footnoteDefinition { footnoteNodes[Int(block.aux)] = node }
        openBlocks.append(OpenBlock(node: node, end: Int(block.subtreeEnd)))
      default: fillLeaf(block, node)
      }
    }
    while !openBlocks.isEmpty {
      nodes[Int(openBlocks[openBlocks.count - 1].node)].subtreeEnd = UInt32(truncatingIfNeeded: nodes.count)
      openBlocks.removeLast()
    }
  }

  private mutating func fillLeaf(_ block: BlockRecord, _ node: UInt32) {
    let firstLine = Int(block.firstLine)
    let lineCount = Int(block.lineCount)
    switch block.kind {
    case .paragraph:
      if options.contains(.math), source[Int(block.start)] == 0x24, isMathBlock(firstLine, lineCount) {
        nodes[Int(node)].kind = .mathBlock
        noteGaps(firstLine, lineCount)
        return
      }
      parseLines(firstLine, lineCount, below: node)
      closeNode(node)
    case .heading, .setextHeading:
      parseLines(firstLine, lineCount, below: node)
      closeNode(node)
    case .tableRow: fillRow(block, node)
    case .htmlBlock: fillHTMLBlock(firstLine, lineCount, node)
    case .fencedCode, .indentedCode, .mathBlock, .frontMatter: noteCodeLines(block, node)
    case .linkDefinition: definitionNodes[Int(block.aux)] = node
    default: break
    }
  }

  @inline(__always)
  private mutating func closeNode(_ node: UInt32) {
    nodes[Int(node)].subtreeEnd = UInt32(truncatingIfNeeded: nodes.count)
  }

  /// Keeps the lines of a code block: a header (their number), the info string, the lines.
  private mutating func noteCodeLines(_ block: BlockRecord, _ node: UInt32) {
    nodes[Int(node)].aux = UInt32(truncatingIfNeeded: segments.count)
    segments.append(Span(Int(block.lineCount), 0))
    let isFenced = block.kind == .fencedCode || block.kind == .mathBlock
    segments.append(isFenced ? blocks.infoStrings[Int(block.aux)] : Span(0, 0))
    for line in Int(block.firstLine)..<Int(block.firstLine + block.lineCount) { segments.append(blocks.lines[line]) }
  }

  private mutating func fillRow(_ row: BlockRecord, _ node: UInt32) {
    let columns = Int(blocks.blocks[Int(row.aux)].extra)
    var cells = TableCells(source, Int(row.start), Int(row.end))
    inTable = true
    for column in 0..<columns {
      guard let content = cells.next() else { break }
      let cell = append(.tableCell, content.start, content.end, parent: node)
      nodes[Int(cell)].extra = UInt16(column)
      nodes[Int(cell)].flags = row.flags
      parse(source, content.start, content.end, isFlat: false, below: cell)
      closeNode(cell)
    }
    inTable = false
    closeNode(node)
  }

  /// Whether the lines are nothing but one `$$…$$`.
  private func isMathBlock(_ firstLine: Int, _ lineCount: Int) -> Bool {
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

  /// Finds the tags and comments inside an HTML block.
  private mutating func fillHTMLBlock(_ firstLine: Int, _ lineCount: Int, _ node: UInt32) {
    noteGaps(firstLine, lineCount)
    if lineCount == 1 {
      base = source
      start = Int(blocks.lines[firstLine].start)
      end = Int(blocks.lines[firstLine].end)
      isFlat = false
    } else {
      flat.fill(blocks.lines, firstLine, lineCount, source)
      base = UnsafePointer(flat.bytes.base)
      start = 0
      end = flat.count
      isFlat = true
    }
    failures = ScanFailures()
    var position = start
    while position < end {
      guard base[position] == 0x3C, let (kind, tagEnd) = rawHTML(position, .browser) else {
        position += 1
        continue
      }
      append(kind, sourceStart(position), sourceEnd(tagEnd), parent: node)
      position = kind == .htmlOpenTag ? endOfRawText(position, tagEnd) : tagEnd
    }
    closeNode(node)
  }

  /// Where the raw text after the open tag of a `script`, `style` or `textarea` ends; for other tags the tag's end.
  private func endOfRawText(_ tagStart: Int, _ tagEnd: Int) -> Int {
    var nameEnd = tagStart + 1
    while nameEnd < tagEnd, base[nameEnd].isAlphanumeric { nameEnd += 1 }
    let length = nameEnd - tagStart - 1
    guard HTMLNames.contains("|script|style|textarea|", base + tagStart + 1, length) else { return tagEnd }
    var index = tagEnd
    while index + 2 + length <= end {
      if base[index] == 0x3C, base[index + 1] == 0x2F,
        (0..<length).allSatisfy({ base[index + 2 + $0].lowercased == base[tagStart + 1 + $0].lowercased })
      {
        return index
      }
      index += 1
    }
    return end
  }
}

/// A container whose children are being written, and the block index where it ends.
struct OpenBlock: BitwiseCopyable {
  var node: UInt32
  var end: Int
}
