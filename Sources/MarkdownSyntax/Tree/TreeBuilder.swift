/// Combines both phases: iterates over the blocks in order, writes their nodes, and parses the inlines of the leaves.
extension InlineParser {
  /// Writes all nodes of the tree.
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
        recordGaps(firstLine, lineCount)
        return
      }
      parseLines(firstLine, lineCount, below: node)
      closeNode(node)
    case .heading, .setextHeading:
      parseLines(firstLine, lineCount, below: node)
      closeNode(node)
    case .tableRow: fillRow(block, node)
    case .htmlBlock: fillHTMLBlock(firstLine, lineCount, node)
    case .fencedCode, .indentedCode, .mathBlock, .frontMatter: recordCodeLines(block, node)
    case .linkDefinition: definitionNodes[Int(block.aux)] = node
    default: break
    }
  }

  @inline(__always)
  mutating func closeNode(_ node: UInt32) {
    nodes[Int(node)].subtreeEnd = UInt32(truncatingIfNeeded: nodes.count)
  }

  /// Records the lines of a code block: a header (the number of lines), the info string, and the lines.
  private mutating func recordCodeLines(_ block: BlockRecord, _ node: UInt32) {
    nodes[Int(node)].aux = UInt32(truncatingIfNeeded: segments.count)
    segments.append(SourceRange(Int(block.lineCount), 0))
    let isFenced = block.kind == .fencedCode || block.kind == .mathBlock
    segments.append(isFenced ? blocks.infoStrings[Int(block.aux)] : SourceRange(0, 0))
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
      parse(source, content.start, content.end, isJoined: false, below: cell)
      closeNode(cell)
    }
    inTable = false
    closeNode(node)
  }

}

/// A container whose children are being written, with the block index of its end.
struct OpenBlock: BitwiseCopyable {
  var node: UInt32
  var end: Int
}
