public import MarkdownSyntax

/// A part of a document that groups links: the content below a heading, or below a list item with a nested list.
public struct Section: Sendable {
  /// The element that opens a section.
  public enum Opening: Sendable, Equatable {
    /// The start of the document, before the first heading.
    case start
    /// A heading, by its index in `Document.headings`.
    case heading(Int)
    /// A list item whose nested list holds entries.
    case item(NodeID)
  }

  /// Index of the section in `Collection.sections`.
  public let id: SectionID
  /// The document that contains the section.
  public let document: DocumentID
  /// The element that opens the section.
  public let opening: Opening
  /// The enclosing section; nil for the start of a document and its outermost headings.
  public let parent: SectionID?
  /// 1 to 6 for headings; 0 for the start of the document; for a list item the level of its heading.
  public let level: Int
  /// The text of the heading or list item, with white space folded; empty for the start of the document.
  public let title: String
  /// The heading's anchor; empty for the start and for list items.
  public let anchor: String
  /// The byte offset at which the section begins.
  public let offset: Int
}

extension Collection {
  /// Returns the titles of a section and of the sections around it, outermost first.
  public func path(of id: SectionID) -> [String] {
    var titles: [String] = []
    var next: SectionID? = id
    while let current = next {
      let section = self[current]
      if section.opening != .start { titles.append(section.title) }
      next = section.parent
    }
    return titles.reversed()
  }

  /// Returns the title of the innermost heading around a section; empty before the first heading.
  public func heading(around id: SectionID) -> String {
    var next: SectionID? = id
    while let current = next.map({ self[$0] }) {
      if case .heading = current.opening { return current.title }
      next = current.parent
    }
    return ""
  }
}
