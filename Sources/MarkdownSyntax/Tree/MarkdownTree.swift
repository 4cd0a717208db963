/// A lossless syntax tree of one Markdown document: a flat array of nodes in document order (pre-order), each with the
/// exact range of its bytes in the source.
///
/// Any bytes parse without an error. A document can have up to 4 GiB − 1 bytes.
///
/// The tree is immutable. It is a class because a reference has one reference count, where a value would have one for
/// each of its ten arrays.
public final class MarkdownTree: Sendable {
  /// The bytes of the document, unchanged.
  public let source: [UInt8]
  /// The line starts of the source.
  public let lines: LineTable
  /// The extensions with which the source was parsed.
  public let options: MarkdownOptions

  let storage: FrozenBuffer<Node>
  let links: FrozenBuffer<LinkRecord>
  let definitions: FrozenBuffer<LinkRecord>
  let definitionNodes: FrozenBuffer<UInt32>
  let footnoteNodes: FrozenBuffer<UInt32>
  let segments: FrozenBuffer<SourceRange>
  let gaps: FrozenBuffer<SourceRange>
  let alignments: FrozenBuffer<UInt8>

  /// Parses a document.
  ///
  /// - Parameter options: the extensions to recognize (all of them by default).
  public init(parsing source: [UInt8], options: MarkdownOptions = .github) {
    precondition(source.count < UInt32.max, "a document must be smaller than 4 GiB")
    self.source = source
    self.options = options
    let parsed = source.withUnsafeBufferPointer { ParseResult($0, options) }
    lines = LineTable(starts: parsed.lineStarts, source: source)
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

  /// The indices of all nodes, in pre-order. Node 0 is the document.
  public var nodes: Range<Int> { 0..<storage.count }

  /// Returns the kind of a node.
  public func kind(of node: NodeID) -> NodeKind { self[node].kind }

  /// Returns the bytes of a node with its markers. A container block extends from its first marker to the end of its
  /// last line's content (without the line ending).
  public func range(of node: NodeID) -> Range<Int> { Int(self[node].start)..<Int(self[node].end) }

  /// Returns the parent of a node; nil for the document.
  public func parent(of node: NodeID) -> NodeID? {
    let parent = self[node].parent
    return parent == .max ? nil : NodeID(Int(parent))
  }

  /// Returns the first child of a node, if it has any.
  public func firstChild(of node: NodeID) -> NodeID? {
    Int(self[node].subtreeEnd) > Int(node.index) + 1 ? NodeID(Int(node.index) + 1) : nil
  }

  /// Returns the next sibling of a node, if there is one.
  public func nextSibling(of node: NodeID) -> NodeID? {
    guard let parent = parent(of: node) else { return nil }
    let next = self[node].subtreeEnd
    return next < self[parent].subtreeEnd ? NodeID(Int(next)) : nil
  }

  /// Returns the indices of a node and all its descendants, which are contiguous because nodes are in pre-order.
  public func subtree(of node: NodeID) -> Range<Int> { Int(node.index)..<Int(self[node].subtreeEnd) }

  /// The memory of the tree without its source (bytes): nodes, side tables and line starts.
  public var footprint: Int {
    func bytes<Element>(_ buffer: FrozenBuffer<Element>) -> Int { buffer.count * MemoryLayout<Element>.stride }
    return bytes(storage) + bytes(links) + bytes(definitions) + bytes(definitionNodes) + bytes(footnoteNodes)
      + bytes(segments) + bytes(gaps) + bytes(alignments) + lines.starts.count * 4
  }

  subscript(node: NodeID) -> Node { storage[Int(node.index)] }
}

/// The buffers that a parse produces.
private struct ParseResult {
  var lineStarts: [UInt32]
  var nodes: FrozenBuffer<Node>
  var links: FrozenBuffer<LinkRecord>
  var definitions: FrozenBuffer<LinkRecord>
  var definitionNodes: FrozenBuffer<UInt32>
  var footnoteNodes: FrozenBuffer<UInt32>
  var segments: FrozenBuffer<SourceRange>
  var gaps: FrozenBuffer<SourceRange>
  var alignments: FrozenBuffer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ options: MarkdownOptions) {
    // An empty array may have no address. Nothing is read at this one.
    let placeholder = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    defer { placeholder.deallocate() }
    var blocks = BlockParser(
      source: bytes.baseAddress ?? UnsafePointer(placeholder), count: bytes.count, options: options)
    blocks.parse()
    var inlines = InlineParser(blocks)
    inlines.buildTree()
    lineStarts = inlines.blocks.lineStarts.array
    alignments = inlines.blocks.alignments.freeze()
    definitions = inlines.blocks.definitions.records.freeze()
    nodes = inlines.nodes.freeze()
    links = inlines.links.freeze()
    definitionNodes = inlines.definitionNodes.freeze()
    footnoteNodes = inlines.footnoteNodes.freeze()
    segments = inlines.segments.freeze()
    gaps = inlines.gaps.freeze()
  }
}

/// The plain text of an image: its alternative text, or none.
public enum ImageText: Sendable { case alternative, dropped }

/// The index of a node in the array of its tree.
public struct NodeID: Hashable, Comparable, Sendable {
  /// The index, from 0 (the document).
  public let index: UInt32
  /// Creates the identifier of the node at `index`.
  public init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }
  /// Whether node `a` precedes node `b` in document order.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// The extensions of CommonMark that a parse recognizes.
public struct MarkdownOptions: OptionSet, Sendable {
  /// The extensions as bits.
  public let rawValue: UInt32
  /// Creates the options from bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// Tables (GFM section 4.10).
  public static let tables = Self(rawValue: 1 << 0)
  /// Strikethrough (GFM section 6.5).
  public static let strikethrough = Self(rawValue: 1 << 1)
  /// Check boxes of task list items (GFM section 5.3).
  public static let taskItems = Self(rawValue: 1 << 2)
  /// Bare URLs and mail addresses (GFM section 6.9).
  public static let extendedAutolinks = Self(rawValue: 1 << 3)
  /// Footnotes: `[^label]` and `[^label]: content`.
  public static let footnotes = Self(rawValue: 1 << 4)
  /// YAML front matter.
  public static let frontMatter = Self(rawValue: 1 << 5)
  /// Math: `$…$`, `` $`…`$ ``, `$$…$$` and fenced `math` blocks.
  public static let math = Self(rawValue: 1 << 6)
  /// CommonMark without extensions.
  public static let commonMark: Self = []
  /// All extensions, as on GitHub.
  public static let github: Self = [
    .tables, .strikethrough, .taskItems, .extendedAutolinks, .footnotes, .frontMatter, .math,
  ]
}
