import CurateCore

/// A column of a CSV report: its name, its documentation, and how its cell is written.
///
/// The header row, the manual and the rows of a report all follow from the array of its columns.
struct ReportColumn<Row>: Sendable {
  /// Writes exactly one cell of a row.
  typealias Write = @Sendable (_ source: ReportSource, _ row: Row, _ cells: inout CSVWriter) -> Void

  let manual: ColumnManual
  let write: Write

  /// - Parameters:
  ///   - name: the cell of the header row.
  ///   - documentation: one sentence for the manual.
  init(_ name: String, _ documentation: String, _ write: @escaping Write) {
    manual = ColumnManual(name: name, documentation: documentation)
    self.write = write
  }
}

/// The entry of a column in the manual of `emit-csv`.
struct ColumnManual: Sendable {
  var name: String
  var documentation: String
}

/// A report of `emit-csv`: one file.
protocol CSVReport {
  /// The meaning of a row: one sentence for the manual.
  static var rowManual: String { get }
  /// The columns in order. New ones are added at the end, so that programs that count columns keep working.
  static var columnManuals: [ColumnManual] { get }
  static func writeRows(_ source: ReportSource, to writer: inout CSVWriter) throws(StageError)
}

/// The data that the columns of all reports read.
struct ReportSource: Sendable {
  let collection: Collection
  let index: ReportIndex
  /// The name of the recipe's file.
  let recipe: String
  /// The number of findings of a rule that a document lists one by one (0 for all); the rest share a row.
  let groupAfter: Int
}

extension CSVWriter {
  /// Writes the cells of a row; the caller ends the row.
  mutating func cells<Row>(of row: Row, _ columns: [ReportColumn<Row>], _ source: ReportSource) {
    let span = columns.span
    for index in span.indices { span[index].write(source, row, &self) }
  }

  /// Writes the cells of a row and ends it.
  mutating func row<Row>(_ row: Row, _ columns: [ReportColumn<Row>], _ source: ReportSource) throws(StageError) {
    cells(of: row, columns, source)
    try endRow()
  }
}
