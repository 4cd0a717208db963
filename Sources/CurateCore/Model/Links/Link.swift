public import MarkdownSyntax

/// A link or image of a document. What it says is in the document's bytes; what stages decided about it is in `fate`
/// and in the collection's journal.
public struct Link: Sendable {
  public let id: LinkID
  public let document: DocumentID
  public let section: SectionID
  public let node: NodeID
  public let syntax: LinkSyntax
  public let role: Role
  /// Whether it is the first thing in its item that a reader reads (design: only such an entry can be removed).
  public let opensItem: Bool
  /// All bytes of the link, from its first marker to its last.
  public let range: ByteRange
  /// The bytes between the brackets (or tags); the destination itself for a bare URL.
  public let text: ByteRange
  /// The destination's bytes, without brackets or quotes; for a reference link they lie in its definition.
  public let destination: ByteRange
  public internal(set) var fate = Fate.kept
}

/// How a link is written.
public enum LinkSyntax: String, Sendable, CaseIterable {
  case inline, reference, angle, bare, html, image
}

/// What part a link plays in its document; decides what a stage may do with it.
public enum Role: String, Sendable, CaseIterable {
  /// What a list item or table row is about.
  case entry
  /// Further links of an item or row.
  case secondary
  /// Running text, quotes, footnotes, HTML lists and tables.
  case prose
  /// In a table of contents.
  case toc
  /// Any other link to a fragment of its own document.
  case fragment
  /// In a heading.
  case heading
  /// An image, or a link whose whole content is an image.
  case image
}

/// What became of a link.
public enum Fate: Sendable, Equatable {
  case kept
  case changed
  case merged(into: LinkID)
  case removed

  public var name: String {
    switch self {
    case .kept: "kept"
    case .changed: "changed"
    case .merged: "merged"
    case .removed: "removed"
    }
  }

  /// Whether the link still stands in the output.
  public var isPresent: Bool {
    switch self {
    case .kept, .changed: true
    case .merged, .removed: false
    }
  }
}

/// A stretch of a document's bytes, in the eight bytes that a million links can afford. Documents end at 4 GiB.
public struct ByteRange: Hashable, Sendable {
  let start: UInt32
  let end: UInt32

  public init(_ range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }

  public var range: Range<Int> { Int(start)..<Int(end) }
  public var lowerBound: Int { Int(start) }
  public var upperBound: Int { Int(end) }
}
