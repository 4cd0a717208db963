import ArgumentParser
import CurateCore
import CurateHistory
import CuratePipeline

/// The options that say which history is meant.
struct HistoryFolder: ParsableArguments {
  @Option(
    help: ArgumentHelp("The output folder that the runs wrote to (default: output).", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("Take the output folder from this recipe.", valueName: "recipe"),
    completion: .recipes)
  var recipe: String?

  /// The output folder, without a look at whether it is there.
  func folder() throws -> String {
    if let output { return output }
    guard let recipe else { return "output" }
    let loaded: Recipe
    do throws(RecipeErrors) { loaded = try Recipe.load(path: recipe) } catch { throw CommandFailure.recipe(error) }
    guard let folder = loaded.outputFolder else {
      throw CommandFailure.usage("\(recipe) names no output folder, so its runs leave no history")
    }
    return folder
  }

  /// Opens the history for reading, once what an interrupted run left is ended; nil if there is none.
  func openIfPresent() throws -> (history: History, folder: String)? {
    let folder = try folder()
    try OutputFolder.recover(folder, history: HistoryRecorder(folder: folder))
    let history = try historyResult { () throws(HistoryFailure) in
      try History(reading: OutputFolder.historyPath(in: folder))
    }
    return history.map { ($0, folder) }
  }

  func open() throws -> (history: History, folder: String) {
    guard let opened = try openIfPresent() else {
      throw CommandFailure.noHistory(path: OutputFolder.historyPath(in: try folder()))
    }
    return opened
  }
}

/// Turns a failure of the history into the command's.
func historyResult<Value>(_ body: () throws(HistoryFailure) -> Value) throws -> Value {
  do throws(HistoryFailure) { return try body() } catch { throw CommandFailure.history(error) }
}

extension History {
  /// The run with this number, or the newest.
  func runOrNewest(_ number: Int64?) throws -> RunSummary {
    let newest = try historyResult { () throws(HistoryFailure) in try runs(limit: 1) }.first
    guard let newest else { throw CommandFailure.usage("no run is recorded yet") }
    guard let number else { return newest }
    guard let run = try historyResult({ () throws(HistoryFailure) in try run(number) }) else {
      throw CommandFailure.noRun(number, newest: newest.number)
    }
    return run
  }

  /// The newest run that came to its end.
  func newestFinished() throws -> RunSummary? {
    try historyResult { () throws(HistoryFailure) in try runs() }.first { $0.status == .done }
  }
}

extension RunSummary {
  /// What a list of runs calls it: the recipe's name, or the run that it undid.
  var title: String {
    guard let undone else { return recipeName }
    return "undo of run \(undone)"
  }

  /// The run that this one undid; nil if it ran a recipe.
  var undone: Int64? { UndoArguments(self)?.run }
}
