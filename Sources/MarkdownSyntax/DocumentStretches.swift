/// A long document, parsed some outermost blocks at a time, so that its whole tree is never in memory.
///
/// Lines decide on blocks one by one, so all blocks but the last open one are final; and at the beginning of an outermost
/// block nothing else is open, so what follows parses there as it does in the whole. Only
/// definitions reach further: a document that may have any, or footnotes, is one stretch. So is what a single block fills.
public struct DocumentStretches: Sequence, IteratorProtocol {
  private let source: [UInt8]
  private let size: Int
  private var position = 0

  /// Some whole blocks of a document.
  public struct Stretch {
    public let tree: MarkdownTree
    /// The nodes that belong to it; the tree may go on to a block that is cut off, and begins the next stretch.
    public let nodes: Range<Int>
  }

  /// - Parameter size: how many bytes a stretch has about.
  public init(of source: [UInt8], size: Int = 1 << 20) {
    self.source = source
    self.size = source.count > 2 * size && Self.mayHoldDefinitions(source) ? source.count : size
  }

  /// The stretches, in order; the positions of each count from its own beginning.
  public mutating func next() -> Stretch? {
    guard position < source.count else { return nil }
    // Only the first line of a document can open front matter.
    let options: MarkdownOptions = position == 0 ? .github : .github.subtracting(.frontMatter)
    var length = size
    while true {
      // Whole lines: what begins a line tells how the one before it goes on.
      let feed = source[Swift.min(source.count, position + length)...].firstIndex(of: 0x0A)
      let end = feed.map { $0 + 1 } ?? source.count
      let tree = MarkdownTree(parsing: Array(source[position..<end]), options: options)
      if end == source.count {
        position = end
        return Stretch(tree: tree, nodes: tree.nodes)
      }
      // What opens front matter is a thematic break as long as nothing closes it.
      let mayBeFrontMatter = position == 0 && source.starts(with: "---".utf8) && !tree.hasFrontMatter
      if let last = tree.lastOutermostBlock, !mayBeFrontMatter {
        position += tree.lines.range(ofLine: tree.lines.line(at: tree.range(of: last).lowerBound)).lowerBound
        return Stretch(tree: tree, nodes: 0..<Int(last.index))
      }
      // One block fills it all.
      length *= 2
    }
  }

  /// Whether a text `]:` stands anywhere, as it does in each definition of a link or footnote.
  private static func mayHoldDefinitions(_ source: [UInt8]) -> Bool {
    let bytes = source.span
    return bytes.indices.dropFirst().contains {
      bytes[$0] == UInt8(ascii: ":") && bytes[$0 - 1] == UInt8(ascii: "]")
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
}
