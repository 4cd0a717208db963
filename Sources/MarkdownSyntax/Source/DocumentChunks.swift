/// Parses a long document in chunks of outermost blocks, so that its whole tree is never in memory.
///
/// Blocks are determined line by line, so all blocks except the last open one are final. No other block is open where
/// an outermost block begins, so the rest of the document parses there as it does in the whole document. Only
/// definitions have an effect beyond that: a document that may contain link reference definitions or footnotes is one
/// chunk.
///
/// A list that fills a chunk is cut between two items, because an item parses at the beginning of a document as it does
/// in its list. If only links matter, a table is cut between two rows, and each part starts with its header.
package struct DocumentChunks: Sequence, IteratorProtocol {
  /// The use of the chunks.
  package enum Purpose: Sendable {
    /// Their HTML is concatenated. A bullet list that is cut becomes adjacent lists; other lists are not cut.
    case rendering
    /// Their links are collected.
    case links
  }

  private let source: [UInt8]
  private let purpose: Purpose
  private let size: Int
  private var position = 0
  /// The place where the last chunk was cut.
  private var cut = Cut.betweenBlocks

  private enum Cut {
    case betweenBlocks, inList
    /// Holds the header row and the delimiter row of the table.
    case inTable(header: [UInt8])
  }

  /// A part of a document: some outermost blocks, or some items or rows of a long one.
  package struct Chunk {
    /// The tree of the chunk's source. Its offsets start at the beginning of the chunk.
    package let tree: MarkdownTree
    /// The nodes of the chunk. The tree can contain a further block, which begins the next chunk.
    package let nodes: Range<Int>
    /// Whether the chunk's HTML is part of the HTML of the whole document. False for the loose rest of a list whose
    /// first part was tight: in the whole document, the first part is loose too. Also false for parts of a table.
    package let isRenderingExact: Bool
  }

  /// Creates the sequence of a document's chunks.
  ///
  /// - Parameter size: the approximate number of bytes per chunk (1 MiB by default).
  package init(of source: [UInt8], for purpose: Purpose, size: Int = 1 << 20) {
    self.source = source
    self.purpose = purpose
    self.size = source.count > size && Self.mayContainDefinitions(source) ? source.count : size
  }

  /// Returns the next chunk.
  package mutating func next() -> Chunk? {
    guard position < source.count else { return nil }
    // Only the first line of a document can open front matter.
    let options: MarkdownOptions = position == 0 ? .github : .github.subtracting(.frontMatter)
    let header: [UInt8] = if case .inTable(let header) = cut { header } else { [] }
    var length = size
    while true {
      // Chunks end with a line, because the start of a line determines how the previous line continues.
      let feed = source[Swift.min(source.count, position + length)...].firstIndex(of: 0x0A)
      let end = feed.map { $0 + 1 } ?? source.count
      let tree = MarkdownTree(parsing: header + source[position..<end], options: options)
      if end == source.count {
        position = end
        return chunk(tree, upTo: tree.nodes.upperBound)
      }
      // The opening line of front matter is a thematic break until a closing line is found.
      let mayBeFrontMatter = position == 0 && source.starts(with: "---".utf8) && !tree.hasFrontMatter
      if let (node, next) = mayBeFrontMatter ? nil : cutPoint(in: tree) {
        position +=
          tree.lines.range(ofLine: tree.lines.line(at: tree.range(of: node).lowerBound)).lowerBound - header.count
        defer { cut = next }
        return chunk(tree, upTo: Int(node.index))
      }
      // One block fills the whole chunk.
      length *= 2
    }
  }

  private func chunk(_ tree: MarkdownTree, upTo end: Int) -> Chunk {
    let first = tree.firstChild(of: MarkdownTree.root)
    switch cut {
    case .betweenBlocks: return Chunk(tree: tree, nodes: 0..<end, isRenderingExact: true)
    case .inList:
      let isTight = first.flatMap { tree.list($0) }?.isTight == true
      return Chunk(tree: tree, nodes: 0..<end, isRenderingExact: isTight)
    case .inTable:
      // The header belongs to the first part.
      let start = first.flatMap { tree.firstChild(of: $0) }.map { tree.subtree(of: $0).upperBound } ?? 0
      return Chunk(tree: tree, nodes: start..<Swift.max(start, end), isRenderingExact: false)
    }
  }

  /// Returns the node that begins the next chunk, and the kind of the cut before it.
  private func cutPoint(in tree: MarkdownTree) -> (NodeID, Cut)? {
    if let block = tree.lastOutermostBlock { return (block, .betweenBlocks) }
    guard let block = tree.firstChild(of: MarkdownTree.root) else { return nil }
    switch tree.kind(of: block) {
    case .list:
      guard purpose == .links || tree.list(block).map({ $0.start == nil && $0.isTight }) == true else { return nil }
      return tree.lastPart(of: block, afterBlank: purpose == .links).map { ($0, .inList) }
    case .table where purpose == .links:
      let line = tree.lines.line(at: tree.range(of: block).lowerBound)
      let header = tree.lines.range(ofLine: line).lowerBound..<tree.lines.range(ofLine: line + 1).upperBound
      return tree.lastPart(of: block, afterBlank: false).map { ($0, .inTable(header: Array(tree.source[header]))) }
    default: return nil
    }
  }

  /// Whether the source contains `]:`, as every definition of a link or footnote does.
  private static func mayContainDefinitions(_ source: [UInt8]) -> Bool {
    // The inner loop has no branches, so that it is vectorized.
    source.span.withUnsafeBytes { bytes in
      var start = 1
      while start < bytes.count {
        let end = Swift.min(bytes.count, start + 4096)
        var found: UInt8 = 0
        // Bounds: the index is at least 1 and less than the count.
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

  /// The last outermost block that begins after the first line.
  fileprivate var lastOutermostBlock: NodeID? {
    var last: NodeID?
    var next = firstChild(of: Self.root)
    while let block = next {
      if lines.line(at: range(of: block).lowerBound) > 1 { last = block }
      next = nextSibling(of: block)
    }
    return last
  }

  /// Returns the last item or row that follows another one (for a row, other than the header).
  ///
  /// - Parameter afterBlank: whether a blank line can precede it. Blank lines make a list loose. Where that matters,
  ///   all of them must be inside the parts.
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
