public import MarkdownSyntax

/// A link or image of a document.
///
/// Its content is in the document's bytes. What stages changed is in `fate` and in the collection's journal.
public struct Link: Sendable {
  /// Index of the link in `Collection.links`.
  public let id: LinkID
  /// The document that contains the link.
  public let document: DocumentID
  /// The section that contains the link.
  public let section: SectionID
  /// The link's node in the document's syntax tree.
  public let node: NodeID
  /// The notation of the link.
  public let syntax: LinkSyntax
  /// The part that the link plays in its document.
  public let role: Role
  /// Whether no text precedes the link in its item. Only such an entry can be removed.
  public let opensItem: Bool
  /// All bytes of the link, including its markers.
  public let range: ByteRange
  /// The bytes between the brackets or tags; for a bare URL the destination.
  public let text: ByteRange
  /// The bytes of the destination, without brackets or quotes. For a reference link they are in its definition.
  public let destination: ByteRange
  /// Whether the link was kept, changed, merged or removed.
  public internal(set) var fate = Fate.kept
}

/// The notation of a link.
public enum LinkSyntax: String, Sendable, CaseIterable {
  case inline, reference, angle, bare, html, image
}

/// The part that a link plays in its document. It decides which changes are allowed.
public enum Role: String, Sendable, CaseIterable {
  /// The main link of a list item or table row.
  case entry
  /// Another link of an item or row.
  case secondary
  /// A link in running text, a quote, a footnote, or an HTML list or table.
  case prose
  /// A link in a table of contents.
  case toc
  /// Any other link to a fragment of the same document.
  case fragment
  /// A link in a heading.
  case heading
  /// An image, or a link that contains nothing but images.
  case image
}

/// The effect of a run on a link.
public enum Fate: Sendable, Equatable {
  case kept
  case changed
  case merged(into: LinkID)
  case removed

  /// The fate in one word, as reports show it.
  public var name: String {
    switch self {
    case .kept: "kept"
    case .changed: "changed"
    case .merged: "merged"
    case .removed: "removed"
    }
  }

  /// Whether the output contains the link.
  public var isPresent: Bool {
    switch self {
    case .kept, .changed: true
    case .merged, .removed: false
    }
  }
}

/// A range of a document's bytes, stored in eight bytes to keep links small. Documents are limited to 4 GiB.
public struct ByteRange: Hashable, Sendable {
  let start: UInt32
  let end: UInt32

  init(_ range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }

  /// The range of byte offsets.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// The offset of the first byte.
  public var lowerBound: Int { Int(start) }
  /// The offset after the last byte.
  public var upperBound: Int { Int(end) }
}
