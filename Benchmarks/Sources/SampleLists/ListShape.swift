/// What a list looks like.
public enum ListShape: String, CaseIterable, Sendable {
  /// Sections of 25 links with a table of contents, prose, images, tables, nested items and duplicates, as big lists have
  /// them.
  case ordinary
  /// All links in one section.
  case oneSection = "one-section"
  /// A section for each link.
  case manySections = "many-sections"
  /// Every link leads to one page.
  case oneURL = "one-url"
  /// Every heading has the same text.
  case oneHeading = "one-heading"
  /// All links in one table.
  case table
}
