import ArgumentParser
import CurateCore
import CurateHistory
import CuratePipeline

/// The options that select the history to read.
struct HistoryFolder: ParsableArguments {
  @Option(
    help: ArgumentHelp("Output folder of the runs (default: output).", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("Uses the output folder of this recipe.", valueName: "recipe"),
    completion: .recipes)
  var recipe: String?

  /// Returns the output folder. Does not check that it exists.
  func folder() throws -> String {
    if let output { return output }
    guard let recipe else { return "output" }
    let loaded: Recipe
    do throws(RecipeErrors) { loaded = try Recipe.load(path: recipe) } catch { throw CommandFailure.recipe(error) }
    guard let folder = loaded.outputFolder else {
      throw CommandFailure.usage("\(recipe) has no output folder, so its runs are not recorded")
    }
    return folder
  }

  /// Opens the history for reading, after recovering an interrupted run. Returns nil if there is no history.
  func openIfPresent() throws -> (history: History, folder: String)? {
    let folder = try folder()
    try OutputFolder.recover(folder, history: LazyHistoryStore(folder: folder))
    return try History(reading: OutputFolder.historyPath(in: folder)).map { ($0, folder) }
  }

  /// Opens the history for reading.
  ///
  /// - Throws: `CommandFailure.noHistory` if there is none.
  func open() throws -> (history: History, folder: String) {
    guard let opened = try openIfPresent() else {
      throw CommandFailure.noHistory(path: OutputFolder.historyPath(in: try folder()))
    }
    return opened
  }
}

extension History {
  /// Returns the run with this number, or the newest run.
  func runOrNewest(_ number: Int64?) throws -> RunSummary {
    let newest = try runs(limit: 1).first
    guard let newest else { throw CommandFailure.usage("no run is recorded yet") }
    guard let number else { return newest }
    guard let run = try run(number) else {
      throw CommandFailure.noRun(number, newest: newest.number)
    }
    return run
  }

  /// Returns the newest run that finished.
  func newestFinished() throws -> RunSummary? {
    try runs().first { $0.status == .done }
  }
}
