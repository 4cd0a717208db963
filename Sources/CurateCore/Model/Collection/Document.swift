public import MarkdownSyntax

/// A Markdown file to parse: its path and its bytes.
public struct Input: Sendable {
  /// The path relative to the common folder of all inputs, with `/` as separator.
  public var path: String
  /// The content of the file. It must be UTF-8.
  public var bytes: [UInt8]

  /// Creates an input; reads no file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A parsed Markdown file: its bytes, syntax tree, headings and tables of contents. Immutable.
///
/// It is a class, because passing it then costs one reference count instead of one for each of its arrays. As a struct,
/// that cost was an eighth of the time of a run.
public final class Document: Sendable {
  /// Index of the document in `Collection.documents`.
  public let id: DocumentID
  /// The path relative to the common folder of all inputs, with `/` as separator.
  public let path: String
  /// The syntax tree of the source.
  public let tree: MarkdownTree
  /// All headings, in document order.
  public let headings: [Heading]
  /// All tables of contents, in document order.
  public let tablesOfContents: [TableOfContents]
  /// The targets that fragments of this document can name.
  public let anchors: AnchorTable
  /// The parts that suppression comments protect from changes and findings.
  public let suppressions: Suppressions
  /// Indices of this document's links in `Collection.links`.
  public let links: Range<Int>
  /// Indices of this document's sections in `Collection.sections`.
  public let sections: Range<Int>

  init(_ draft: DocumentDraft, links: Range<Int>, sections: Range<Int>) {
    id = draft.id
    path = draft.path
    tree = draft.tree
    headings = draft.headings
    tablesOfContents = draft.tablesOfContents
    anchors = draft.anchors
    suppressions = draft.suppressions
    self.links = links
    self.sections = sections
  }

  /// The bytes of the file.
  public var source: [UInt8] { tree.source }
  /// The starts of all lines.
  public var lines: LineTable { tree.lines }
  /// The number of lines.
  public var lineCount: Int { tree.lines.count }

  /// Returns the line (from 1) of a byte offset.
  public func line(at offset: Int) -> Int { tree.lines.line(at: offset) }

  /// Returns the line (from 1) and column (from 1, in Unicode scalars) of a byte offset.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let line = lines.line(at: offset)
    return (line, lines.column(at: offset, ofLine: line, in: source))
  }

  /// Returns the text of a line (from 1) without its line ending.
  public func text(ofLine line: Int) -> String { text(in: tree.lines.range(ofLine: line)) }

  /// Returns the text of a range of bytes.
  public func text(in range: Range<Int>) -> String { String(decoding: tree.source[range], as: UTF8.self) }
}

/// A document that is being parsed.
struct DocumentDraft: Sendable {
  let id: DocumentID
  let path: String
  let tree: MarkdownTree
  var headings: [Heading] = []
  var tablesOfContents: [TableOfContents] = []
  var anchors = AnchorTable()
  var suppressions = Suppressions()

  var source: [UInt8] { tree.source }
}

/// A heading, and the anchor that GitHub gives it.
public struct Heading: Sendable {
  /// The node of the heading: ATX, setext, or the opening tag of an HTML heading.
  public var node: NodeID
  /// 1 to 6.
  public var level: Int
  /// The rendered text, without leading and trailing white space. Spaces inside are kept as written.
  public var title: String
  /// The fragment without `#`.
  public var anchor: String
  /// The bytes of the heading.
  public var range: Range<Int>
  /// Whether the heading opens a section. A heading inside a quote, list item, footnote or table cell only has an anchor.
  public var opensSection: Bool
}
