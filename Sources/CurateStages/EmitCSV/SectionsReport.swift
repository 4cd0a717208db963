import CurateCore

/// `sections.csv`: one row for each section.
enum SectionsReport: CSVReport {
  static let rowManual =
    "One row for each section. A link counts for its innermost section; "
    + "the text before the first heading has a row only if it has links."
  static var columnManuals: [ColumnManual] { columns.map(\.manual) }

  struct Row {
    let section: Section
    let document: Document
    let links: Int
    let entries: Int
    let uniquePages: Int
  }

  private static let columns: [ReportColumn<Row>] = [
    .init("document", "The path of the document.") { _, row, cells in cells.text(row.document.path) },
    .init("line", "The line on which the section begins in the input (from 1).") { _, row, cells in
      cells.number(row.document.line(at: row.section.offset))
    },
    .init("level", "The level of the section's heading.") { _, row, cells in cells.number(row.section.level) },
    .init("section", "The titles of the section and those around it, joined by ` > `, outermost first.") {
      source, row, cells in cells.text(source.index.sectionPaths[row.section.id.index])
    },
    .init("anchor", "The anchor of the section's heading.") { _, row, cells in cells.text(row.section.anchor) },
    .init("links", "The number of links that lead out of the document.") { _, row, cells in cells.number(row.links) },
    .init("entries", "The number of those links that are entries.") { _, row, cells in cells.number(row.entries) },
    .init("unique", "The number of different pages that those links lead to.") { _, row, cells in
      cells.number(row.uniquePages)
    },
    .init("duplicates", "`links` minus `unique`.") { _, row, cells in cells.number(row.links - row.uniquePages) },
  ]

  static func writeRows(_ source: ReportSource, to writer: inout CSVWriter) throws(StageError) {
    let collection = source.collection
    var counts = Array(repeating: (links: 0, entries: 0), count: collection.sections.count)
    var pages = DistinctPages(groups: collection.sections.count)
    for link in collection.links where collection.isExternal(link) {
      counts[link.section.index].links += 1
      counts[link.section.index].entries += link.role == .entry ? 1 : 0
      pages.add(source.index.page(of: link.id), to: link.section.index)
    }
    let unique = pages.counts()
    for section in collection.sections {
      let count = counts[section.id.index]
      guard section.opening != .start || count.links > 0 else { continue }
      let row = Row(
        section: section, document: collection[section.document], links: count.links, entries: count.entries,
        uniquePages: unique[section.id.index])
      try writer.row(row, columns, source)
    }
  }
}
