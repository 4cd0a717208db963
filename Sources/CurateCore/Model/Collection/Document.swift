public import MarkdownSyntax

/// A file as it was read, before `parse`.
public struct Input: Sendable {
  /// The path below the common folder of all inputs, with `/` between its parts.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// One Markdown file: its bytes, its syntax tree, its headings and tables of contents. It never changes.
///
/// A class, so that handing one around costs one reference count and not one for each of its arrays: as a struct that was
/// an eighth of a run's time.
public final class Document: Sendable {
  public let id: DocumentID
  /// The path below the common folder of all inputs, with `/` between its parts.
  public let path: String
  public let tree: MarkdownTree
  public let headings: [Heading]
  public let tablesOfContents: [TableOfContents]
  public let anchors: AnchorTable
  public let suppressions: Suppressions
  /// This document's part of `Collection.links`.
  public let links: Range<Int>
  /// This document's part of `Collection.sections`.
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

  public var source: [UInt8] { tree.source }
  public var lines: LineTable { tree.lines }
  public var lineCount: Int { tree.lines.count }

  /// The line of an offset, from 1.
  public func line(at offset: Int) -> Int { tree.lines.line(at: offset) }

  /// The text of a line, from 1, without its ending.
  public func text(ofLine line: Int) -> String { text(in: tree.lines.range(ofLine: line)) }

  public func text(in range: Range<Int>) -> String { String(decoding: tree.source[range], as: UTF8.self) }
}

/// A document while its parts are being found.
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
  /// The heading's node: ATX, setext, or the open tag of an HTML heading.
  public var node: NodeID
  /// 1 to 6.
  public var level: Int
  /// The text that a reader sees, spaces as written, without leading and trailing ones.
  public var title: String
  /// The fragment without `#`.
  public var anchor: String
  public var range: Range<Int>
  /// False for a heading inside a quote or list item: it has an anchor but opens no section.
  public var opensSection: Bool
}
