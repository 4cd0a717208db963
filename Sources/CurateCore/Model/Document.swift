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

/// One Markdown file: its bytes, its syntax tree, its headings and tables of contents.
public struct Document: Sendable {
  public let id: DocumentID
  /// The path below the common folder of all inputs, with `/` between its parts.
  public let path: String
  public let tree: MarkdownTree
  public internal(set) var headings: [Heading] = []
  public internal(set) var tablesOfContents: [TableOfContents] = []
  public internal(set) var anchors = AnchorTable()
  public internal(set) var shields = Shields()
  /// This document's part of `Collection.links` and `Collection.sections`.
  public internal(set) var links: Range<Int> = 0..<0
  public internal(set) var sections: Range<Int> = 0..<0

  public var source: [UInt8] { tree.source }
  public var lines: LineTable { tree.lines }
  public var lineCount: Int { tree.lines.count }

  /// The line of an offset, from 1.
  public func line(at offset: Int) -> Int { lines.line(at: offset) }

  public func text(in range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }
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
