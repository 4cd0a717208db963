public import MarkdownSyntax

/// Where links stand: below the innermost heading, or below a list item that has a list of its own.
public struct Section: Sendable {
  public enum Opening: Sendable, Equatable {
    /// What stands before the first heading.
    case start
    /// A heading, by its place in `Document.headings`.
    case heading(Int)
    /// A list item whose nested list holds entries.
    case item(NodeID)
  }

  public let id: SectionID
  public let document: DocumentID
  public let opening: Opening
  /// The section around this one; nil for the start of a document and its outermost headings.
  public let parent: SectionID?
  /// 1 to 6 for headings; 0 for the start; for a list item the level of its heading.
  public let level: Int
  public let title: String
  /// The heading's anchor; empty for the start and for list items.
  public let anchor: String
  /// The offset at which the section begins.
  public let offset: Int
}
