import CurateCore

/// `findings.csv`: one row for each finding, in the order of documents and places; findings about the recipe come last.
enum FindingsReport: CSVReport {
  static let rowManual =
    "One row for each finding, by document and place; many findings of one rule share a row (see `group-after`)."
  static var columnManuals: [ColumnManual] { columns.map(\.manual) }

  struct Row {
    var link: LinkID?
    /// Of the document, or the name of the recipe's file.
    var path: String
    var line: Int
    var column: Int
    var severity: Severity
    var stage: String
    var rule: RuleID
    var message: String
  }

  private static let columns: [ReportColumn<Row>] = [
    .init("link_id", "The number of the link, as in `links.csv`; empty for a finding about something else.") {
      _, row, cells in cells.number(row.link?.number)
    },
    .init("document", "The path of the document, or the name of the recipe's file.") { _, row, cells in
      cells.text(row.path)
    },
    .init("line", "The line of the finding in the input (from 1).") { _, row, cells in cells.number(row.line) },
    .init("column", "The column of the finding in the input (from 1, in Unicode scalars).") { _, row, cells in
      cells.number(row.column)
    },
    .init("severity", "The severity of the finding: `note`, `warning` or `error`.") { _, row, cells in
      cells.name(row.severity.rawValue)
    },
    .init("stage", "The stage that reported the finding.") { _, row, cells in cells.text(row.stage) },
    .init("rule", "The rule that reported the finding.") { _, row, cells in cells.text(row.rule) },
    .init("message", "The message of the finding.") { _, row, cells in cells.text(row.message) },
  ]

  static func writeRows(_ source: ReportSource, to writer: inout CSVWriter) throws(StageError) {
    let collection = source.collection
    for finding in collection.groupedFindings(after: source.groupAfter) {
      let document = collection[finding.document]
      let position = document.position(at: finding.offset)
      let row = Row(
        link: finding.link, path: document.path, line: position.line, column: position.column,
        severity: finding.severity, stage: finding.stage, rule: finding.rule, message: finding.message)
      try writer.row(row, columns, source)
    }
    for finding in collection.journal.recipeFindings {
      let row = Row(
        link: nil, path: source.recipe, line: finding.place.line, column: finding.place.column,
        severity: finding.severity, stage: RecipeFinding.stage, rule: finding.rule, message: finding.message)
      try writer.row(row, columns, source)
    }
  }
}
