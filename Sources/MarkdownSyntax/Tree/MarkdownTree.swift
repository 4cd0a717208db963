/// A lossless syntax tree of one Markdown document: a flat array of nodes in document order
/// (pre-order), each with the exact range of its bytes in the source.
///
/// Any bytes parse; nothing is an error. Documents may have up to 4 GiB − 1 bytes.
///
/// It never changes, so it is a class: a reference is one count to keep where a value had one for each of its ten arrays.
public final class MarkdownTree: Sendable {
  /// The document as it was given, byte for byte.
  public let source: [UInt8]
  public let lines: LineTable
  public let options: MarkdownOptions

  let storage: FrozenBuffer<Node>
  let links: FrozenBuffer<LinkRecord>
  let definitions: FrozenBuffer<LinkRecord>
  let definitionNodes: FrozenBuffer<UInt32>
  let footnoteNodes: FrozenBuffer<UInt32>
  let segments: FrozenBuffer<SourceRange>
  let gaps: FrozenBuffer<SourceRange>
  let alignments: FrozenBuffer<UInt8>

  public init(parsing source: [UInt8], options: MarkdownOptions = .github) {
    precondition(source.count < UInt32.max, "a document has less than 4 GiB")
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
    func bytes<Element>(_ buffer: FrozenBuffer<Element>) -> Int { buffer.count * MemoryLayout<Element>.stride }
    return bytes(storage) + bytes(links) + bytes(definitions) + bytes(definitionNodes) + bytes(footnoteNodes)
      + bytes(segments) + bytes(gaps) + bytes(alignments) + lines.starts.count * 4
  }

  subscript(node: NodeID) -> Node { storage[Int(node.index)] }
}

/// What a parse gives.
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
    // An empty array may have no address; nothing is read at this one.
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
