import CurateCore

/// `changes.csv`: one row for each event that took effect, in the order of the journal.
enum ChangesReport: CSVReport {
  static let rowManual =
    "One row for each change that took effect; a change inside an item that was removed later has none."
  static var columnManuals: [ColumnManual] { columns.map(\.manual) }

  struct Row {
    let event: Event
    let document: Document
    let outputLine: Int
  }

  private static let columns: [ReportColumn<Row>] = [
    .init("link_id", "The number of the link, as in `links.csv`; empty for a change of something else.") {
      _, row, cells in cells.number(row.event.link?.number)
    },
    .init("document", "The path of the document.") { _, row, cells in cells.text(row.document.path) },
    .init("line", "The line of the change in the input (from 1).") { _, row, cells in
      cells.number(row.document.line(at: row.event.offset))
    },
    .init("output_line", "The line of the change in the output (from 1).") { _, row, cells in
      cells.number(row.outputLine)
    },
    .init("stage", "The stage that made the change.") { _, row, cells in cells.text(row.event.stage) },
    .init("rule", "The rule that made the change.") { _, row, cells in cells.text(row.event.rule) },
    .init("field", "What was changed, for example `url`, `title` or `item`.") { _, row, cells in
      cells.text(row.event.field)
    },
    .init("before", "The value before the change.") { _, row, cells in cells.text(row.event.before) },
    .init("after", "The value after the change.") { _, row, cells in cells.text(row.event.after) },
    .init("reason", "The reason of the change.") { _, row, cells in cells.text(row.event.reason) },
  ]

  static func writeRows(_ source: ReportSource, to writer: inout CSVWriter) throws(StageError) {
    let collection = source.collection
    let resolvedEdits = collection.resolveEdits()
    let lines = resolvedEdits.map { OutputLines($0, of: collection[$0.document]) }
    for event in collection.journal.effectiveEvents(in: resolvedEdits) {
      let line = lines[event.document.index].line(at: event.offset)
      try writer.row(
        Row(event: event, document: collection[event.document], outputLine: line), columns, source)
    }
  }
}
