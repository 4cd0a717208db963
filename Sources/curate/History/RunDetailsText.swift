import CurateCore
import CurateHistory
import Platform

/// A run for people.
struct RunDetailsText {
  let details: RunDetails
  /// The output folder.
  let folder: String
  /// How many events of a rule are shown.
  let examples: Int
  private let coloured = Terminal.hasColour(.output)

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
      if rest > 0, examples > 0 { Terminal.print(Terminal.paint("    and \(rest.grouped) more", .faint, if: coloured)) }
    }
  }

  private func printFiles(_ name: String, _ files: [FileSummary], path: (FileSummary) -> String) {
    guard !files.isEmpty else { return }
    title(name)
    var table = TerminalTable(sides: [.left, .right, .left])
    // An undo that removed a file has an empty hash for it.
    table.rows = files.map { file in
      file.sha256.isEmpty
        ? [path(file), "removed", ""] : [path(file), file.bytes.pluralized("byte"), "sha256 \(file.sha256.prefix(12))"]
    }
    for line in table.lines(indent: "  ") { Terminal.print(line) }
  }

  private func title(_ text: String) { Terminal.print(Terminal.paint(text, .bold, if: coloured)) }
}

/// An event in words.
enum EventText {
  /// `list.md:6  same page as line 3: - [Oolong](https://tea.example/)`
  static func line(of event: EventSummary) -> String {
    "\(event.document):\(event.line)  \(event.reason)" + (change(in: event).map { ": \($0)" } ?? "")
  }

  /// What was there and what is there now; nil if that is white space alone, or nothing changed.
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
