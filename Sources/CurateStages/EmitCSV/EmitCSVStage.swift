package import CurateCore
import Platform

/// Writes reports about links, duplicates, changes, findings, sections and domains as CSV files.
package struct EmitCSVStage: Stage {
  /// A report; its file is named after it.
  package enum Report: String, CaseIterable, OptionConvertible, Sendable {
    case links, duplicates, changes, findings, sections, domains
  }

  package struct Options: StageOptions {
    package var reports = Report.allCases
    package var bom = false
    package var crlf = false
    package var formulaGuard = false
    package var groupAfter = 20
    package init() {}

    package static let specs = [
      OptionSpec<Self>(
        "reports", \.reports, "The reports to write; each is a file named after it, such as `links.csv`."),
      OptionSpec<Self>(
        "bom", \.bom, "Begins each file with a byte order mark, which some spreadsheets need to recognize UTF-8."),
      OptionSpec<Self>("crlf", \.crlf, "Ends lines with CR LF instead of LF."),
      OptionSpec<Self>(
        "formula-guard", \.formulaGuard,
        "Puts an apostrophe before each cell that a spreadsheet would run as a formula."),
      OptionSpec<Self>(
        "group-after", \.groupAfter,
        "How many findings of a rule `findings.csv` lists one by one for each document; the others share one row (0: lists all)."
      ),
    ]
  }

  package static let manual = StageManual(
    name: "emit-csv",
    summary: "Writes reports about links, duplicates, changes, findings, sections and domains as CSV files.",
    discussion: """
      The files follow RFC 4180: UTF-8, a header row, and one record a row. New columns are only added at the end. \
      Passwords in URLs are written as `***`.

      \(Report.allCases.map(\.manual).joined(separator: "\n\n"))
      """,
    emits: true,
    examples: [
      StageExample(
        "the documents are not changed", options: "{reports: [links], crlf: true}",
        input: "- [Oolong](https://tea.example)\n", output: "- [Oolong](https://tea.example)\n")
    ])

  let options: Options
  package init(_ options: Options) { self.options = options }

  package func places(for documents: [String]) -> [OutputPlace] {
    Report.allCases.filter(options.reports.contains).map { .output($0.fileName) }
  }

  package func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    collection.identifyAll()
    let source = ReportSource(
      collection: collection, index: ReportIndex(collection), recipe: context.recipeFile,
      groupAfter: options.groupAfter)
    var files: [ReportFile] = []
    for report in Report.allCases where options.reports.contains(report) {
      files.append(ReportFile(report: report, file: try context.outputs.open(.output(report.fileName))))
    }
    // `links.csv` takes as long as all others together, so it is written in parallel with them.
    let others = files.filter { $0.report != .links }
    let otherFailure = Future { write(others, source) }
    let linksFailure = write(files.filter { $0.report == .links }, source)
    // Both are waited for even if one fails: a file must not be closed while it is being written.
    if let failure = otherFailure.value ?? linksFailure { throw failure }
    collection.summarize(files.map(\.report.rawValue).joined(separator: ", "))
  }

  private struct ReportFile: Sendable {
    var report: Report
    var file: any OutputFile
  }

  private func write(_ files: [ReportFile], _ source: ReportSource) -> StageError? {
    do throws(StageError) {
      for file in files {
        let report = file.report.type
        var writer = CSVWriter(file.file, dialect, columns: report.columnManuals.map(\.name))
        try report.writeRows(source, to: &writer)
        try writer.close()
      }
      return nil
    } catch {
      return error
    }
  }

  private var dialect: CSVWriter.Dialect {
    CSVWriter.Dialect(
      lineEnding: options.crlf ? [0x0D, 0x0A] : [0x0A], startsWithMark: options.bom,
      guardsFormulas: options.formulaGuard)
  }
}

extension EmitCSVStage.Report {
  /// The type that defines the columns and writes the rows.
  var type: any CSVReport.Type {
    switch self {
    case .links: LinksReport.self
    case .duplicates: DuplicatesReport.self
    case .changes: ChangesReport.self
    case .findings: FindingsReport.self
    case .sections: SectionsReport.self
    case .domains: DomainsReport.self
    }
  }

  var fileName: String { "\(rawValue).csv" }

  /// The part of the stage's manual about this report.
  fileprivate var manual: String {
    let columns = type.columnManuals.map { "- `\($0.name)`: \($0.documentation)" }
    return "`\(fileName)`: \(type.rowManual)\n\n" + columns.joined(separator: "\n")
  }
}
