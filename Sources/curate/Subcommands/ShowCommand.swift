import ArgumentParser
import CurateCore
import CurateHistory
import Platform

/// `curate show`: prints a run as text or as JSON.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a run: its stages, its changes and findings by rule, and its files.")

  @Argument(help: ArgumentHelp("Number of the run (default: the newest).", valueName: "run"))
  var number: Int64?

  @OptionGroup var source: HistoryFolder

  @Option(help: "Maximum number of changes and findings to show for each rule.")
  var examples = 3

  @Flag(help: "Prints the run as JSON, with every change and finding.")
  var json = false

  func run() throws {
    guard examples >= 0 else { throw CommandFailure.usage("--examples must be at least 0") }
    let (history, folder) = try source.open()
    defer { history.close() }
    let run = try history.runOrNewest(number)
    let details = try RunDetails(of: run, in: history)
    if json { return details.printJSON() }
    RunDetailsText(details, folder: folder, examples: examples).print()
  }
}

/// The contents of `curate show`, read from the history.
struct RunDetails {
  /// The events of one rule of a stage.
  struct RuleTally {
    var stage: String
    var rule: String
    /// Only of findings.
    var severity: String?
    /// In document order; never empty.
    var events: [EventSummary]
  }

  var run: RunSummary
  var stages: [StageRecord]
  var inputs: [FileSummary]
  var outputs: [FileSummary]
  /// By stage, then by rule in the order of their first events.
  var changes: [RuleTally]
  /// By severity (errors first), then in the order of the changes.
  var findings: [RuleTally]

  init(of run: RunSummary, in history: History) throws {
    self.run = run
    stages = try history.stages(of: run.number)
    inputs = try history.inputs(of: run.number)
    outputs = try history.outputs(of: run.number)
    let events = try history.events(of: run.number)
    changes = Self.tallies(of: events.filter { $0.kind != "find" })
    let found = Self.tallies(of: events.filter { $0.kind == "find" })
    findings = ["error", "warning", "note"].flatMap { severity in found.filter { $0.severity == severity } }
  }

  private static func tallies(of events: [EventSummary]) -> [RuleTally] {
    var tallies: [RuleTally] = []
    var places: [[String]: Int] = [:]
    for event in events {
      let key = [event.stage, event.rule, event.severity ?? ""]
      if let place = places[key] {
        tallies[place].events.append(event)
      } else {
        places[key] = tallies.count
        tallies.append(RuleTally(stage: event.stage, rule: event.rule, severity: event.severity, events: [event]))
      }
    }
    return tallies
  }
}

/// Prints a run as text.
struct RunDetailsText {
  let details: RunDetails
  /// The output folder.
  let folder: String
  /// The maximum number of events to show for each rule.
  let examples: Int
  private let isColored = Terminal.hasColor(.output)

  init(_ details: RunDetails, folder: String, examples: Int) {
    self.details = details
    self.folder = folder
    self.examples = examples
  }

  func print() {
    printOverview()
    printStages()
    printTallies("changes", details.changes)
    printTallies("findings", details.findings)
    printFiles("read", details.inputs) { $0.path }
    printFiles("written", details.outputs) { $0.isInPlace || folder == "." ? $0.path : "\(folder)/\($0.path)" }
  }

  private func printOverview() {
    let run = details.run
    let time = "\(LocalTime.second(run.startedAt)), \(Int(run.milliseconds.rounded()).grouped) ms"
    title("run \(run.number) \(run.status.rawValue) · \(run.title) · \(time)")
    if let reason = run.reason { Terminal.print("  \(reason)") }
    let recipe = run.recipePath == "-" ? "the built-in recipe" : run.recipePath
    Terminal.print("  \(recipe), curate \(run.curateVersion): curate \(run.argumentList.joined(separator: " "))")
    Terminal.print(
      "  \(run.links.pluralized("link")), \(run.edits.pluralized("edit")), \(run.merged.grouped) merged, \(run.removed.grouped) removed, "
        + run.findings.pluralized("finding"))
  }

  private func printStages() {
    guard !details.stages.isEmpty else { return }
    title("stages")
    var table = TerminalTable(sides: [.left, .right, .left])
    table.rows = details.stages.map { [$0.id, "\(tenths($0.milliseconds)) ms", $0.summary] }
    for line in table.lines(indent: "  ") { Terminal.print(line) }
  }

  private func tenths(_ milliseconds: Double) -> String {
    let tenths = Int((milliseconds * 10).rounded())
    return "\((tenths / 10).grouped).\(tenths % 10)"
  }

  private func printTallies(_ name: String, _ tallies: [RunDetails.RuleTally]) {
    guard !tallies.isEmpty else { return }
    title(name)
    for tally in tallies {
      let severity = tally.severity.map { "\($0) " } ?? ""
      Terminal.print("  \(severity)\(tally.stage)/\(tally.rule)  \(tally.events.count.grouped)")
      for event in tally.events.prefix(examples) { Terminal.print("    \(EventText.line(of: event))") }
      let rest = tally.events.count - examples
      if rest > 0, examples > 0 {
        Terminal.print(Terminal.paint("    and \(rest.grouped) more", .faint, if: isColored))
      }
    }
  }

  private func printFiles(_ name: String, _ files: [FileSummary], path: (FileSummary) -> String) {
    guard !files.isEmpty else { return }
    title(name)
    var table = TerminalTable(sides: [.left, .right, .left])
    // The hash is empty if an undo removed the file.
    table.rows = files.map { file in
      file.sha256.isEmpty
        ? [path(file), "removed", ""] : [path(file), file.bytes.pluralized("byte"), "sha256 \(file.sha256.prefix(12))"]
    }
    for line in table.lines(indent: "  ") { Terminal.print(line) }
  }

  private func title(_ text: String) { Terminal.print(Terminal.paint(text, .bold, if: isColored)) }
}

/// Events as text.
enum EventText {
  /// `list.md:6  same page as line 3: - [Oolong](https://tea.example/)`
  static func line(of event: EventSummary) -> String {
    "\(event.document):\(event.line)  \(event.reason)" + (change(in: event).map { ": \($0)" } ?? "")
  }

  /// The text before and after the event; nil if both are only white space or empty.
  static func change(in event: EventSummary) -> String? {
    let (before, after) = (Excerpt.of(event.before), Excerpt.of(event.after))
    switch (before.isEmpty, after.isEmpty) {
    case (true, true): return nil
    case (true, false): return "+ \(after)"
    case (false, true): return before
    case (false, false): return "\(before) → \(after)"
    }
  }
}

extension RunDetails {
  /// Prints the run as a JSON object, with every change and finding.
  func printJSON() {
    var json = JSONWriter(.indented)
    json.object { json in
      RunList.write(run, to: &json)
      json.array("stages") { json in
        for stage in stages { RunJSON.write(stage, to: &json) }
      }
      json.array("changes") { json in
        for event in changes.flatMap(\.events) { Self.write(event, to: &json) }
      }
      json.array("findingList") { json in
        for event in findings.flatMap(\.events) { Self.write(event, to: &json) }
      }
      json.array("read") { json in
        for file in inputs { Self.write(file, to: &json) }
      }
      json.array("written") { json in
        for file in outputs { Self.write(file, to: &json) }
      }
    }
    json.endLine()
    Terminal.write(json.bytes, to: .output)
  }

  /// Omits members without a value.
  private static func write(_ event: EventSummary, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", event.kind)
      json.member("stage", event.stage)
      json.member("rule", event.rule)
      json.member("severity", event.severity)
      json.member("reason", event.reason)
      json.member("document", event.document)
      json.member("line", event.line)
      json.member("link", event.link)
      json.member("survivor", event.other)
      if event.kind != "find" {
        json.member("field", event.field)
        json.member("before", event.before)
        json.member("after", event.after)
      }
    }
  }

  private static func write(_ file: FileSummary, to json: inout JSONWriter) {
    json.object { json in
      json.member("path", file.path)
      json.member("bytes", file.bytes)
      json.member("sha256", file.sha256)
      json.member("inPlace", file.isInPlace)
      json.member("restorable", file.isRestorable)
    }
  }
}
