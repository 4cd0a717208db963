public import CurateCore
import Platform

/// Writes reports about links, duplicates, changes, findings, sections and domains as CSV files.
public struct EmitCSVStage: Stage {
  public enum Report: String, CaseIterable, OptionConvertible, Sendable {
    case links, duplicates, changes, findings, sections, domains
  }

  public struct Options: StageOptions {
    public var reports = Report.allCases
    public var bom = false
    public var crlf = false
    public var formulaGuard = false
    public var groupAfter = 20
    public init() {}

    public static let specs = [
      OptionSpec<Self>("reports", \.reports, "Which reports are written, each as a file of its name."),
      OptionSpec<Self>(
        "bom", \.bom, "Whether files begin with a byte order mark, which some spreadsheets need for UTF-8."),
      OptionSpec<Self>("crlf", \.crlf, "Whether lines end with CR LF instead of LF."),
      OptionSpec<Self>(
        "formula-guard", \.formulaGuard,
        "Whether cells that a spreadsheet would run as a formula get an apostrophe in front."),
      OptionSpec<Self>(
        "group-after", \.groupAfter,
        "How many findings of a rule stand alone in a document; the rest become one row (0: each has its own)."),
    ]
  }

  public static let manual = StageManual(
    name: "emit-csv",
    summary: "Writes reports about links, duplicates, changes, findings, sections and domains as CSV files.",
    discussion: """
      The files follow RFC 4180, in UTF-8 with a header row; new columns are only ever added at the end. `line` counts \
      from 1 in the input, `output_line` in the output. `links.csv` has one row for each link of the input, removed or \
      not: `title` and `url` as they are written out, `syntax` and `original_url` as they were read; `stage`, `rule` and \
      `reason` tell the last decision about the link. `changes.csv` has what took effect: no change inside an item that \
      went later. In `sections.csv` a link counts for \
      its innermost section, and `links`, `unique` and `duplicates` count links that lead out of the document. Passwords \
      in URLs are shown as `***`.
      """,
    emits: true,
    examples: [
      StageExample(
        "reports change nothing", options: "{reports: [links], crlf: true}",
        input: "- [Oolong](https://tea.example)\n", output: "- [Oolong](https://tea.example)\n")
    ])

  let options: Options
  public init(_ options: Options) { self.options = options }

  public func places(for documents: [String]) -> [OutputPlace] {
    Report.allCases.filter(options.reports.contains).map { .output($0.fileName) }
  }

  public func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    collection.identifyAll()
    let facts = ReportFacts(collection)
    var files: [(report: Report, file: any OutputFile)] = []
    for report in Report.allCases where options.reports.contains(report) {
      files.append((report, try context.outputs.open(.output(report.fileName))))
    }
    // The links take as long as all others together, so they are written beside them.
    let list = collection
    let small = files.filter { $0.report != .links }
    let others = Future { write(small, of: list, facts, recipe: context.recipeFile) }
    let links = write(files.filter { $0.report == .links }, of: list, facts, recipe: context.recipeFile)
    // Waited for in any case: nobody may take the files back while they are written.
    if let failure = others.value ?? links { throw failure }
    collection.summarize(files.map(\.report.rawValue).joined(separator: ", "))
  }

  private func write(
    _ files: [(report: Report, file: any OutputFile)], of collection: Collection, _ facts: ReportFacts, recipe: String
  ) -> StageError? {
    do throws(StageError) {
      for (report, file) in files { try write(report, of: collection, facts, recipe: recipe, to: file) }
      return nil
    } catch {
      return error
    }
  }

  private func write(
    _ report: Report, of collection: Collection, _ facts: ReportFacts, recipe: String, to file: any OutputFile
  ) throws(StageError) {
    var writer = CSVWriter(file, dialect, columns: report.columns)
    switch report {
    case .links: try LinksReport(facts: facts).write(collection, to: &writer)
    case .duplicates: try DuplicatesReport(facts: facts).write(collection, to: &writer)
    case .changes: try ChangesReport().write(collection, to: &writer)
    case .findings: try FindingsReport(groupAfter: options.groupAfter, recipe: recipe).write(collection, to: &writer)
    case .sections: try SectionsReport(facts: facts).write(collection, to: &writer)
    case .domains: try DomainsReport(facts: facts).write(collection, to: &writer)
    }
    try writer.close()
  }

  private var dialect: CSVWriter.Dialect {
    CSVWriter.Dialect(
      lineEnding: options.crlf ? [0x0D, 0x0A] : [0x0A], startsWithMark: options.bom,
      guardsFormulas: options.formulaGuard)
  }
}

extension EmitCSVStage.Report {
  var fileName: String { "\(rawValue).csv" }

  /// The header row; columns are only ever added, at the end.
  var columns: [String] {
    switch self {
    case .links:
      [
        "link_id", "document", "line", "column", "section", "role", "opens", "syntax", "title", "description",
        "original_url", "url", "host", "domain", "host_class", "category", "site", "institution", "label_rule",
        "page_key", "work_id", "fate", "survivor_id", "survivor_line", "stage", "rule", "reason",
      ]
    case .duplicates:
      [
        "group", "level", "key", "link_id", "document", "line", "section", "role", "title", "url", "verdict",
        "survivor_id", "survivor_line", "reason",
      ]
    case .changes:
      ["link_id", "document", "line", "output_line", "stage", "rule", "field", "before", "after", "reason"]
    case .findings: ["link_id", "document", "line", "column", "severity", "stage", "rule", "message"]
    case .sections: ["document", "line", "level", "section", "anchor", "links", "entries", "unique", "duplicates"]
    case .domains: ["domain", "host_class", "site", "links", "unique", "share"]
    }
  }
}
