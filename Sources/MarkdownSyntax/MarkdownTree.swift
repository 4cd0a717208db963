/// A lossless syntax tree of one Markdown document: a flat array of nodes in document order
/// (pre-order), each with the exact range of its bytes in the source.
///
/// Any bytes parse; nothing is an error. Documents may have up to 4 GiB − 1 bytes.
public struct MarkdownTree: Sendable {
  /// The document as it was given, byte for byte.
  public let source: [UInt8]
  public let lines: LineTable
  public let options: MarkdownOptions

  let storage: [Node]
  let links: [LinkRecord]
  let definitions: [LinkRecord]
  let definitionNodes: [UInt32]
  let footnoteNodes: [UInt32]
  let segments: [Span]
  let gaps: [Span]
  let alignments: [UInt8]

  public init(parsing source: [UInt8], options: MarkdownOptions = .github) {
    self.source = source
    self.options = options
    let parsed = source.withUnsafeBufferPointer { bytes in ParsedDocument(bytes, options) }
    lines = LineTable(starts: parsed.lineStarts, length: source.count)
    storage = parsed.nodes
    links = parsed.links
    definitions = parsed.definitions
    definitionNodes = parsed.definitionNodes
    footnoteNodes = parsed.footnoteNodes
    segments = parsed.segments
    gaps = parsed.gaps
    alignments = parsed.alignments
  }

  /// The document node.
  public static let root = NodeID(0)

  /// All nodes, in pre-order; node 0 is the document.
  public var nodes: Range<Int> { 0..<storage.count }

  public func kind(of node: NodeID) -> NodeKind { self[node].kind }

  /// The bytes of the node, its markers included. For a container block from its first marker to the end of its
  /// last line's content (line ending excluded).
  public func range(of node: NodeID) -> Range<Int> { Int(self[node].start)..<Int(self[node].end) }

  public func parent(of node: NodeID) -> NodeID? {
    let parent = self[node].parent
    return parent == .max ? nil : NodeID(Int(parent))
  }

  public func firstChild(of node: NodeID) -> NodeID? {
    Int(self[node].subtreeEnd) > Int(node.index) + 1 ? NodeID(Int(node.index) + 1) : nil
  }

  public func nextSibling(of node: NodeID) -> NodeID? {
    guard let parent = parent(of: node) else { return nil }
    let next = self[node].subtreeEnd
    return next < self[parent].subtreeEnd ? NodeID(Int(next)) : nil
  }

  /// The node and all below it: a contiguous run, because nodes stand in pre-order.
  public func subtree(of node: NodeID) -> Range<Int> { Int(node.index)..<Int(self[node].subtreeEnd) }

  /// The bytes that the tree takes beside its source: nodes, side tables and line starts.
  public var footprint: Int {
    func bytes<Element>(_ array: [Element]) -> Int { array.count * MemoryLayout<Element>.stride }
    return bytes(storage) + bytes(links) + bytes(definitions) + bytes(definitionNodes) + bytes(footnoteNodes)
      + bytes(segments) + bytes(gaps) + bytes(alignments) + bytes(lines.starts)
  }

  subscript(node: NodeID) -> Node { storage[Int(node.index)] }
}

/// What a parse gives, as arrays.
private struct ParsedDocument {
  var lineStarts: [UInt32] = []
  var nodes: [Node]
  var links: [LinkRecord] = []
  var definitions: [LinkRecord] = []
  var definitionNodes: [UInt32] = []
  var footnoteNodes: [UInt32] = []
  var segments: [Span] = []
  var gaps: [Span] = []
  var alignments: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ options: MarkdownOptions) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else {
      nodes = [
        Node(start: 0, end: 0, parent: .max, subtreeEnd: 1, aux: 0, extra: 0, kind: .document, flags: [])
      ]
      return
    }
    var blocks = BlockParser(source: source, count: bytes.count, options: options)
    blocks.parse()
    var inlines = InlineParser(blocks)
    inlines.buildTree()
    lineStarts = inlines.blocks.lineStarts.array
    nodes = inlines.nodes.array
    links = inlines.links.array
    definitions = inlines.blocks.definitions.records.array
    definitionNodes = inlines.definitionNodes.array
    footnoteNodes = inlines.footnoteNodes.array
    segments = inlines.segments.array
    gaps = inlines.gaps.array
    alignments = inlines.blocks.alignments.array
  }
}

public enum ImageText: Sendable { case alternative, dropped }

/// The place of a node in its tree's array.
public struct NodeID: Hashable, Comparable, Sendable {
  public let index: UInt32
  public init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

public struct MarkdownOptions: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  public static let tables = Self(rawValue: 1 << 0)
  public static let strikethrough = Self(rawValue: 1 << 1)
  public static let taskItems = Self(rawValue: 1 << 2)
  public static let extendedAutolinks = Self(rawValue: 1 << 3)
  public static let footnotes = Self(rawValue: 1 << 4)
  public static let frontMatter = Self(rawValue: 1 << 5)
  public static let math = Self(rawValue: 1 << 6)
  public static let commonMark: Self = []
  public static let github: Self = [
    .tables, .strikethrough, .taskItems, .extendedAutolinks, .footnotes, .frontMatter, .math,
  ]
}
