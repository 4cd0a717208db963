/// A lossless syntax tree of one Markdown document: a flat array of nodes in document order
/// (pre-order), each with the exact range of its bytes in the source.
public struct MarkdownTree: Sendable {
  /// The document as it was given, byte for byte.
  public let source: [UInt8]
  public let lines: LineTable
  public let options: MarkdownOptions

  public init(parsing source: [UInt8], options: MarkdownOptions = .github) {
    self.source = source
    self.options = options
    self.lines = LineTable(source)
  }

  /// The document node.
  public static let root = NodeID(0)

  /// All nodes, in pre-order; node 0 is the document.
  public var nodes: Range<Int> { 0..<1 }

  public func kind(of node: NodeID) -> NodeKind { .document }
  /// The bytes of the node, its markers included. For a container block from its first marker to the end of its
  /// last line's content (line ending excluded).
  public func range(of node: NodeID) -> Range<Int> { 0..<source.count }
  public func parent(of node: NodeID) -> NodeID? { nil }
  public func firstChild(of node: NodeID) -> NodeID? { nil }
  public func nextSibling(of node: NodeID) -> NodeID? { nil }
  /// The node and all below it: a contiguous run, because nodes stand in pre-order.
  public func subtree(of node: NodeID) -> Range<Int> { 0..<1 }

  /// 1…6 for `heading` and `setextHeading`, else 0.
  public func headingLevel(of node: NodeID) -> Int { 0 }
  public func list(_ node: NodeID) -> ListInfo? { nil }
  public func item(_ node: NodeID) -> ItemInfo? { nil }
  /// The parts of a link, image or autolink.
  public func link(_ node: NodeID) -> LinkInfo? { nil }
  public func htmlTag(_ node: NodeID) -> HTMLTagInfo? { nil }
  /// Whether a table row is the header row.
  public func isHeaderRow(_ node: NodeID) -> Bool { false }
  /// The inner bytes of code, maths, fenced or indented code (per line, container prefixes left out).
  public func contentRanges(of node: NodeID) -> [Range<Int>] { [] }
  public func infoString(of node: NodeID) -> Range<Int>? { nil }

  /// Bytes of a destination or title with backslash escapes and entities decoded.
  public func decoded(_ range: Range<Int>) -> [UInt8] { [] }

  /// The text a reader sees: markup dropped, escapes and entities decoded, code kept, maths as its source,
  /// soft and hard breaks as one space, raw HTML dropped.
  public func plainText(of node: NodeID, images: ImageText = .alternative) -> String { "" }
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

public struct ListInfo: Sendable, Equatable {
  /// `-`, `*`, `+` for bullet lists; `.` or `)` for ordered ones.
  public var delimiter: UInt8
  /// The first number of an ordered list, else nil.
  public var start: Int?
  public var isTight: Bool
}

public struct ItemInfo: Sendable, Equatable {
  /// The list marker without the white space around it: `-`, `12.`.
  public var marker: Range<Int>
  /// Where the content begins (equal to the marker's end, or the line's end, if the item is empty).
  public var contentStart: Int
  /// The `[ ]` or `[x]` of a task item, and whether it is ticked.
  public var checkBox: Range<Int>?
  public var isChecked: Bool
}

public struct LinkInfo: Sendable, Equatable {
  public enum Form: UInt8, Sendable { case inline, full, collapsed, shortcut, angle, bare }
  public var form: Form
  /// What stands between `[` and `]`; for autolinks the destination itself.
  public var text: Range<Int>
  /// The destination without angle brackets; for a reference link it lies in the definition. Empty for `[a]()`.
  public var destination: Range<Int>
  /// The title without its quotes, if there is one.
  public var title: Range<Int>?
  /// The `linkDefinition` node that a reference link uses.
  public var definition: NodeID?
  /// What a renderer puts before the destination: `http://` for `www.…`, `mailto:` for mail addresses, else "".
  public var impliedPrefix: StaticString { "" }
  public static func == (a: Self, b: Self) -> Bool {
    a.form == b.form && a.text == b.text && a.destination == b.destination && a.title == b.title
      && a.definition == b.definition
  }
}

public struct HTMLTagInfo: Sendable, Equatable {
  /// The tag's name as written.
  public var name: Range<Int>
  public struct Attribute: Sendable, Equatable {
    public var name: Range<Int>
    /// Without quotes; nil for an attribute without a value.
    public var value: Range<Int>?
  }
  public var attributes: [Attribute]
}
