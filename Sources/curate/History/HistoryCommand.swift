import ArgumentParser
import CurateCore
import CurateHistory

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Lists the runs that an output folder remembers, the newest first.",
    discussion: """
      The history is an SQLite database, history.sqlite in the output folder. Its views runs, latest_links, changes and
      duplicates are made for sqlite3 and other tools; --schema documents them.
      """,
    subcommands: [Prune.self])

  @OptionGroup var source: HistoryFolder

  @Option(help: "Show at most so many runs.")
  var limit = 20

  @Flag(help: "Print the runs as JSON.")
  var json = false

  @Flag(help: "Print the tables and views of the database, each explained.")
  var schema = false

  func run() throws {
    if schema { return Terminal.print(HistorySchema.documentation) }
    guard limit > 0 else { throw CommandFailure.usage("--limit must be at least 1") }
    guard let (history, folder) = try source.openIfPresent() else {
      if json { return RunListJSON.print([]) }
      return Terminal.print("no runs yet: there is no \(OutputFolder.historyPath(in: try source.folder()))")
    }
    let runs = try history.runs(limit: limit)
    if json { return RunListJSON.print(runs) }
    guard !runs.isEmpty else { return Terminal.print("no runs yet in \(OutputFolder.historyPath(in: folder))") }
    RunListText.print(runs)
  }
}
