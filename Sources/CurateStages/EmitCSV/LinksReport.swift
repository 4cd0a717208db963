import CurateCore
import LinkIdentity

/// `links.csv`: one row for each link of the input.
enum LinksReport: CSVReport {
  static let rowManual = "One row for each link of the input, removed or not."

  static var columnManuals: [ColumnManual] {
    linkColumns.map(\.manual) + labelColumns.map(\.manual) + decisionColumns.map(\.manual)
  }

  /// The data that several columns of a row need; computed once for each link.
  struct Row {
    let link: Link
    let position: (line: Int, column: Int)
    let host: ReportIndex.Host
    /// The last event about the link.
    let decision: Event?
  }

  private static let linkColumns: [ReportColumn<Row>] = [
    .init("link_id", "The number of the link (from 1, in the order of the input).") { _, row, cells in
      cells.number(row.link.id.number)
    },
    .init("document", "The path of the document.") { source, row, cells in
      cells.text(source.collection[row.link.document].path)
    },
    .init("line", "The line of the link in the input (from 1).") { _, row, cells in cells.number(row.position.line) },
    .init("column", "The column of the link in the input (from 1, in Unicode scalars).") { _, row, cells in
      cells.number(row.position.column)
    },
    .init("section", "The titles of the sections around the link, joined by ` > `, outermost first.") {
      source, row, cells in cells.text(source.index.sectionPaths[row.link.section.index])
    },
    .init("role", "The role of the link: `entry`, `secondary`, `prose`, `heading`, `toc`, `fragment` or `image`.") {
      _, row, cells in cells.name(row.link.role.rawValue)
    },
    .init("opens", "Whether the link opens its list item or table row: `yes` or `no`.") { _, row, cells in
      cells.name(row.link.opensItem ? "yes" : "no")
    },
    .init("syntax", "How the input writes the link: `inline`, `reference`, `angle`, `bare`, `html` or `image`.") {
      _, row, cells in cells.name(row.link.syntax.rawValue)
    },
    .init("title", "The text of the link in the output.") { source, row, cells in
      source.collection.withTitle(of: row.link.id) { cells.text($0) }
    },
    .init("description", "The text that follows the link in its item.") { source, row, cells in
      cells.text(source.collection.description(of: row.link.id))
    },
    .init("original_url", "The destination as the input writes it.") { source, row, cells in
      let bytes = source.collection[row.link.document].source
      cells.text(bytes.span.extracting(row.link.destination.range))
    },
    .init("url", "The URL in the output.") { source, row, cells in
      source.collection.withURL(of: row.link.id) { cells.text($0) }
    },
    .init("host", "The host of `url`.") { _, row, cells in cells.text(row.host.host) },
    .init("domain", "The registrable domain of `host`.") { _, row, cells in cells.text(row.host.domain) },
  ]

  /// These follow from the labels of a link alone, so their cells are made once for each distinct set of labels.
  private static let labelColumns: [ReportColumn<Labels>] = [
    .init("host_class", "Who serves the link; empty unless `classify` runs.") { _, row, cells in
      cells.text(row.hostClass.rawValue)
    },
    .init("category", "What the link is; empty unless `classify` runs.") { _, row, cells in
      cells.text(row.category.rawValue)
    },
    .init("site", "The display name of the site, if it has one.") { _, row, cells in cells.text(row.site) },
    .init("institution", "The university or institute behind the host, if it is known.") { _, row, cells in
      cells.text(row.institution)
    },
    .init("label_rule", "The rules that set `host_class` and `category`, joined by `; ` if they differ.") {
      _, row, cells in cells.text(ReportIndex.rule(of: row))
    },
  ]

  private static let decisionColumns: [ReportColumn<Row>] = [
    .init("page_key", "The page key: equal for all URLs of one page.") { source, row, cells in
      if source.collection.withKnownPage(of: row.link.id, { cells.text($0) }) == nil { cells.name("") }
    },
    .init("work_id", "The work id of a paper, repository or video, for example `arxiv:1905.13405`.") {
      source, row, cells in
      if source.collection.withKnownWork(of: row.link.id, { cells.text($0) }) == nil { cells.name("") }
    },
    .init("fate", "What the run did with the link: `kept`, `changed`, `merged` or `removed`.") { _, row, cells in
      cells.name(row.link.fate.name)
    },
    .init("survivor_id", "The `link_id` of the survivor of a merged link.") { _, row, cells in
      cells.number(row.link.fate.survivor?.number)
    },
    .init("survivor_line", "The line of the survivor in the input.") { source, row, cells in
      cells.number(row.link.fate.survivor.map { source.collection.line(of: $0) })
    },
    .init("stage", "The stage of the last event about the link.") { _, row, cells in
      cells.text(row.decision?.stage ?? "")
    },
    .init("rule", "The rule of the last event about the link.") { _, row, cells in cells.text(row.decision?.rule ?? "")
    },
    .init("reason", "The reason of the last event about the link.") { _, row, cells in
      cells.text(row.decision?.reason ?? "")
    },
  ]

  static func writeRows(_ source: ReportSource, to writer: inout CSVWriter) throws(StageError) {
    let collection = source.collection
    let labels = collection.distinctLabels.map { labels in
      writer.collected { $0.cells(of: labels, labelColumns, source) }
    }
    let noLabels = writer.collected { cells in for _ in labelColumns { cells.name("") } }
    let (linkColumns, decisionColumns) = (linkColumns, decisionColumns)
    try writer.rows(collection.links.count) { index, cells in
      let link = collection.links[index]
      let row = Row(
        link: link, position: collection.position(of: link.id), host: source.index.host(of: link.id),
        decision: source.index.decision(on: link.id, in: collection))
      cells.cells(of: row, linkColumns, source)
      cells.append(cells: collection.labelsIndex(of: link.id).map { labels[$0] } ?? noLabels)
      cells.cells(of: row, decisionColumns, source)
    }
  }
}
