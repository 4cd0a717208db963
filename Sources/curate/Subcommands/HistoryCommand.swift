import ArgumentParser
import CurateCore
import CurateHistory
import CuratePipeline
import Platform

/// `curate history`: lists runs as a table or as JSON.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Lists the runs of an output folder, newest first.",
    discussion: """
      The history is the SQLite database history.sqlite in the output folder. Query its views runs, latest_links, changes
      and duplicates with sqlite3 or other tools; --schema documents them.
      """,
    subcommands: [PruneCommand.self])

  @OptionGroup var source: HistoryFolder

  @Option(help: "Maximum number of runs to list.")
  var limit = 20

  @Flag(help: "Prints the runs as JSON.")
  var json = false

  @Flag(help: "Prints the tables and views of the database, with a description of each.")
  var schema = false

  func run() throws {
    if schema { return Terminal.print(HistorySchema.documentation) }
    guard limit > 0 else { throw CommandFailure.usage("--limit must be at least 1") }
    guard let (history, folder) = try source.openIfPresent() else {
      if json { return RunList.printJSON([]) }
      return Terminal.print("no runs yet: there is no \(OutputFolder.historyPath(in: try source.folder()))")
    }
    let runs = try history.runs(limit: limit)
    if json { return RunList.printJSON(runs) }
    guard !runs.isEmpty else { return Terminal.print("no runs yet in \(OutputFolder.historyPath(in: folder))") }
    RunList.print(runs)
  }
}

/// `curate history prune`
struct PruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Deletes all but the newest runs from the history and frees the disk space.",
    discussion: """
      Keeps everything about the remaining runs: inputs, outputs and changes. Deleted runs can no longer be shown,
      compared or undone. Other files in the output folder are not touched.
      """)

  @OptionGroup var source: HistoryFolder

  @Option(help: ArgumentHelp("Number of runs to keep.", valueName: "runs"))
  var keep: Int

  func run() throws {
    guard keep > 0 else { throw CommandFailure.usage("--keep must be at least 1") }
    let (history, folder) = try source.open()
    history.close()
    let path = OutputFolder.historyPath(in: folder)
    let before = Self.size(of: path)
    let store = try HistoryStore(path: path)
    defer { store.close() }
    let deleted = try store.prune(keeping: keep)
    store.close()
    guard deleted > 0 else {
      return Terminal.print("nothing to delete: \(path) holds at most \(keep.pluralized("run"))")
    }
    let after = Self.size(of: path)
    Terminal.print(
      "\(deleted.pluralized("run")) deleted; \(path) has \(after.grouped) bytes now, \(before.grouped) before")
  }

  private static func size(of path: String) -> Int { FileStatus(path)?.size ?? 0 }
}

/// The output of `curate history`.
enum RunList {
  /// Prints a table, and below it the reason of each run that did not finish.
  static func print(_ runs: [RunSummary]) {
    let heading = ["run", "when", "recipe", "status", "links", "edits", "merged", "removed", "findings", "ms"]
    var table = TerminalTable(sides: heading.map { ["when", "recipe", "status"].contains($0) ? .left : .right })
    table.rows = [heading] + runs.map(cells)
    let isColored = Terminal.hasColor(.output)
    for (index, line) in table.lines().enumerated() {
      Terminal.print(index == 0 ? Terminal.paint(line, .faint, if: isColored) : line)
    }
    for run in runs {
      if let reason = run.reason { Terminal.print("run \(run.number) \(run.status.rawValue): \(reason)") }
    }
  }

  private static func cells(of run: RunSummary) -> [String] {
    [
      String(run.number), LocalTime.minute(run.startedAt), run.title, run.status.rawValue, run.links.grouped,
      run.edits.grouped, run.merged.grouped, run.removed.grouped, run.findings.grouped,
      String(Int(run.milliseconds.rounded())),
    ]
  }

  /// Prints an array of objects.
  static func printJSON(_ runs: [RunSummary]) {
    var json = JSONWriter(.indented)
    json.array { json in
      for run in runs {
        json.object { json in write(run, to: &json) }
      }
    }
    json.endLine()
    Terminal.write(json.bytes, to: .output)
  }

  /// Writes the members of a run's object.
  static func write(_ run: RunSummary, to json: inout JSONWriter) {
    json.member("run", run.number)
    json.member("started", LocalTime.utc(run.startedAt))
    json.member("milliseconds", run.milliseconds)
    json.member("status", run.status.rawValue)
    json.member("recipe", run.recipeName)
    json.member("recipePath", run.recipePath)
    json.member("arguments", run.argumentList)
    // Only for a run that undid another.
    json.member("undid", run.undone)
    json.member("curate", run.curateVersion)
    json.member("suffixData", run.suffixDataVersion)
    json.member("reason", run.reason)
    json.member("links", run.links)
    json.member("edits", run.edits)
    json.member("merged", run.merged)
    json.member("removed", run.removed)
    json.member("findings", run.findings)
  }
}
