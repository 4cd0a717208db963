/// The shape of a generated list.
public enum ListShape: String, CaseIterable, Sendable {
  /// Sections of 25 links with a table of contents, prose, images, tables, nested items and duplicates, as in large lists.
  case ordinary
  /// All links in one section.
  case oneSection = "one-section"
  /// A section for each link.
  case manySections = "many-sections"
  /// All links have the same URL.
  case oneURL = "one-url"
  /// All headings have the same text.
  case oneHeading = "one-heading"
  /// All links in one table.
  case table
}
