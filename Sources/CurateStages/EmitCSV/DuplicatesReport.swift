import CurateCore

/// `duplicates.csv`: one row for each member of each group of duplicates.
enum DuplicatesReport: CSVReport {
  static let rowManual = "One row for each link of each group of duplicates."
  static var columnManuals: [ColumnManual] { columns.map(\.manual) }

  struct Row {
    /// From 1.
    let number: Int
    let group: DuplicateGroup
    let member: DuplicateGroup.Member
    let link: Link
  }

  private static let columns: [ReportColumn<Row>] = [
    .init("group", "The number of the group (from 1).") { _, row, cells in cells.number(row.number) },
    .init("level", "What the links share: `exact` (URL), `page`, `work`, `title`, or `related` pages.") {
      _, row, cells in cells.name(row.group.level.rawValue)
    },
    .init("key", "The URL, page key or work id that the links share.") { _, row, cells in cells.text(row.group.key) },
    .init("link_id", "The number of the link, as in `links.csv`.") { _, row, cells in cells.number(row.link.id.number)
    },
    .init("document", "The path of the document.") { source, row, cells in
      cells.text(source.collection[row.link.document].path)
    },
    .init("line", "The line of the link in the input (from 1).") { source, row, cells in
      cells.number(source.collection.line(of: row.link.id))
    },
    .init("section", "The titles of the sections around the link, joined by ` > `, outermost first.") {
      source, row, cells in cells.text(source.index.sectionPaths[row.link.section.index])
    },
    .init("role", "The role of the link, as in `links.csv`.") { _, row, cells in cells.name(row.link.role.rawValue) },
    .init("title", "The text of the link in the output.") { source, row, cells in
      source.collection.withTitle(of: row.link.id) { cells.text($0) }
    },
    .init("url", "The URL in the output.") { source, row, cells in
      source.collection.withURL(of: row.link.id) { cells.text($0) }
    },
    .init("verdict", "What `dedupe` decided: `survivor`, `merged`, `kept` or `reported`.") { _, row, cells in
      cells.name(row.member.verdict.rawValue)
    },
    .init("survivor_id", "The `link_id` of the link that this one was compared with.") { _, row, cells in
      cells.number(row.member.survivor?.number)
    },
    .init("survivor_line", "The line of that link in the input.") { source, row, cells in
      cells.number(row.member.survivor.map { source.collection.line(of: $0) })
    },
    .init("reason", "The reason of the verdict.") { _, row, cells in cells.text(row.member.reason) },
  ]

  static func writeRows(_ source: ReportSource, to writer: inout CSVWriter) throws(StageError) {
    let collection = source.collection
    let places = collection.duplicates.enumerated().flatMap { group, duplicates in
      duplicates.members.indices.map { (group: group, member: $0) }
    }
    let columns = columns
    try writer.rows(places.count) { index, cells in
      let group = collection.duplicates[places[index].group]
      let member = group.members[places[index].member]
      let row = Row(number: places[index].group + 1, group: group, member: member, link: collection[member.link])
      cells.cells(of: row, columns, source)
    }
  }
}
