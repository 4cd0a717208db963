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
    return try History(reading: OutputFolder.historyPath(in: folder)).map { ($0, folder) }
  }

  func open() throws -> (history: History, folder: String) {
    guard let opened = try openIfPresent() else {
      throw CommandFailure.noHistory(path: OutputFolder.historyPath(in: try folder()))
    }
    return opened
  }
}

extension History {
  /// The run with this number, or the newest.
  func runOrNewest(_ number: Int64?) throws -> RunSummary {
    let newest = try runs(limit: 1).first
    guard let newest else { throw CommandFailure.usage("no run is recorded yet") }
    guard let number else { return newest }
    guard let run = try run(number) else {
      throw CommandFailure.noRun(number, newest: newest.number)
    }
    return run
  }

  /// The newest run that came to its end.
  func newestFinished() throws -> RunSummary? {
    try runs().first { $0.status == .done }
  }
}

extension RunSummary {
  /// What a list of runs calls it: the recipe's name, or the run that it undid.
  var title: String {
    guard let undone else { return recipeName }
    return "undo of run \(undone)"
  }

  /// The newest run up to this one that ran a recipe; this one if that has been forgotten.
  func source(in history: History) throws -> RunSummary {
    try history.runs()
      .first { $0.number <= number && $0.status == .done && $0.undone == nil } ?? self
  }

  /// The run that this one undid; nil if it ran a recipe.
  var undone: Int64? { UndoArguments(self)?.run }
}
