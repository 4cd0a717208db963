/// A long document, parsed some outermost blocks at a time, so that its whole tree is never in memory.
///
/// Lines decide on blocks one by one, so all blocks but the last open one are final; and at the beginning of an outermost
/// block nothing else is open, so what follows parses there as it does in the whole. Only
/// definitions reach further: a document that may have any, or footnotes, is one stretch.
///
/// A block that fills a stretch is cut too if it is a list, between two items: an item parses at the beginning of a
/// document as it does in its list. For links a table is cut between two rows, and its head goes before each part.
package struct DocumentChunks: Sequence, IteratorProtocol {
  /// What the stretches are for.
  package enum Purpose: Sendable {
    /// Their HTML, one after the other: a bullet list that is cut becomes adjacent lists, and others are not cut.
    case rendering
    /// Their links.
    case links
  }

  private let source: [UInt8]
  private let purpose: Purpose
  private let size: Int
  private var position = 0
  /// What the last stretch cut.
  private var cut = Cut.betweenBlocks

  private enum Cut {
    case betweenBlocks, inList
    /// With the lines of the table's head.
    case inTable(head: [UInt8])
  }

  /// Some whole blocks of a document, or parts of a long one.
  package struct Chunk {
    package let tree: MarkdownTree
    /// The nodes that belong to it; the tree may go on to a block that is cut off, and begins the next stretch.
    package let nodes: Range<Int>
    /// False for the rest of a list that was cut while it seemed tight, and is loose: in the whole, its first part looks
    /// different.
    package let isRenderingExact: Bool
  }

  /// - Parameter size: how many bytes a stretch has about.
  package init(of source: [UInt8], for purpose: Purpose, size: Int = 1 << 20) {
    self.source = source
    self.purpose = purpose
    self.size = source.count > size && Self.mayHoldDefinitions(source) ? source.count : size
  }

  /// The stretches, in order; the positions of each count from its own beginning.
  package mutating func next() -> Chunk? {
    guard position < source.count else { return nil }
    // Only the first line of a document can open front matter.
    let options: MarkdownOptions = position == 0 ? .github : .github.subtracting(.frontMatter)
    let head: [UInt8] = if case .inTable(let head) = cut { head } else { [] }
    var length = size
    while true {
      // Whole lines: what begins a line tells how the one before it goes on.
      let feed = source[Swift.min(source.count, position + length)...].firstIndex(of: 0x0A)
      let end = feed.map { $0 + 1 } ?? source.count
      let tree = MarkdownTree(parsing: head + source[position..<end], options: options)
      if end == source.count {
        position = end
        return stretch(tree, upTo: tree.nodes.upperBound)
      }
      // What opens front matter is a thematic break as long as nothing closes it.
      let mayBeFrontMatter = position == 0 && source.starts(with: "---".utf8) && !tree.hasFrontMatter
      if let (node, next) = mayBeFrontMatter ? nil : place(toCut: tree) {
        position +=
          tree.lines.range(ofLine: tree.lines.line(at: tree.range(of: node).lowerBound)).lowerBound - head.count
        defer { cut = next }
        return stretch(tree, upTo: Int(node.index))
      }
      // One block fills it all.
      length *= 2
    }
  }

  private func stretch(_ tree: MarkdownTree, upTo end: Int) -> Chunk {
    let first = tree.firstChild(of: MarkdownTree.root)
    switch cut {
    case .betweenBlocks: return Chunk(tree: tree, nodes: 0..<end, isRenderingExact: true)
    case .inList:
      let isTight = first.flatMap { tree.list($0) }?.isTight == true
      return Chunk(tree: tree, nodes: 0..<end, isRenderingExact: isTight)
    case .inTable:
      // The head belongs to the first part.
      let start = first.flatMap { tree.firstChild(of: $0) }.map { tree.subtree(of: $0).upperBound } ?? 0
      return Chunk(tree: tree, nodes: start..<Swift.max(start, end), isRenderingExact: false)
    }
  }

  /// The node that begins the next stretch.
  private func place(toCut tree: MarkdownTree) -> (NodeID, Cut)? {
    if let block = tree.lastOutermostBlock { return (block, .betweenBlocks) }
    guard let block = tree.firstChild(of: MarkdownTree.root) else { return nil }
    switch tree.kind(of: block) {
    case .list:
      guard purpose == .links || tree.list(block).map({ $0.start == nil && $0.isTight }) == true else { return nil }
      return tree.lastPart(of: block, afterBlank: purpose == .links).map { ($0, .inList) }
    case .table where purpose == .links:
      let line = tree.lines.line(at: tree.range(of: block).lowerBound)
      let head = tree.lines.range(ofLine: line).lowerBound..<tree.lines.range(ofLine: line + 1).upperBound
      return tree.lastPart(of: block, afterBlank: false).map { ($0, .inTable(head: Array(tree.source[head]))) }
    default: return nil
    }
  }

  /// Whether a text `]:` stands anywhere, as it does in each definition of a link or footnote.
  private static func mayHoldDefinitions(_ source: [UInt8]) -> Bool {
    // Without branches inside, so that the loop takes many bytes at a time.
    source.span.withUnsafeBytes { bytes in
      var start = 1
      while start < bytes.count {
        let end = Swift.min(bytes.count, start + 4096)
        var found: UInt8 = 0
        // Bounds: from 1 on, and below the count.
        for index in start..<end {
          found |= bytes[index] == UInt8(ascii: ":") && bytes[index - 1] == UInt8(ascii: "]") ? 1 : 0
        }
        if found != 0 { return true }
        start = end
      }
      return false
    }
  }
}

extension MarkdownTree {
  fileprivate var hasFrontMatter: Bool { firstChild(of: Self.root).map { kind(of: $0) } == .frontMatter }

  /// The last outermost block that begins on a later line than the first.
  fileprivate var lastOutermostBlock: NodeID? {
    var last: NodeID?
    var next = firstChild(of: Self.root)
    while let block = next {
      if lines.line(at: range(of: block).lowerBound) > 1 { last = block }
      next = nextSibling(of: block)
    }
    return last
  }

  /// The last item or row that has another before it (a row: besides the head).
  ///
  /// - Parameter afterBlank: whether a blank line may stand before it. Blank lines make a list loose: where that counts,
  ///   all of them must stand inside the parts.
  fileprivate func lastPart(of block: NodeID, afterBlank: Bool) -> NodeID? {
    var last: NodeID?
    var next = firstChild(of: block).flatMap { nextSibling(of: $0) }
    if kind(of: block) == .table { next = next.flatMap { nextSibling(of: $0) } }
    while let part = next {
      let line = lines.line(at: range(of: part).lowerBound)
      if line > 1, afterBlank || !source[lines.range(ofLine: line - 1)].allSatisfy(\.isSpace) { last = part }
      next = nextSibling(of: part)
    }
    return last
  }
}
