import ArgumentParser
import CurateCore
import CurateHistory
import CuratePipeline
import Platform

/// `curate undo`: restores the files of a run, and prints what it restored.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Restores the files that a run wrote to their state before that run.",
    discussion: """
      Restores lists byte for byte, and regenerates reports from the recipe and inputs of the run that wrote them. Removes
      files that no earlier run wrote. Restores all files or none, and records the undo as a run: undo that run to
      revert it.

      Writes nothing if a file has changed since the run, unless --force is given.
      """)

  @Argument(help: ArgumentHelp("Number of the run.", valueName: "run"))
  var number: Int64

  @OptionGroup var source: HistoryFolder

  @Flag(help: "Overwrites files that have changed since, and skips files that cannot be restored.")
  var force = false

  @Flag(help: "Writes nothing. Prints which files would be restored and removed.")
  var dryRun = false

  func run() throws {
    Cancellation.install()
    let (history, folder) = try source.open()
    defer { history.close() }
    let run = try history.runOrNewest(number)
    guard run.status == .done else { throw CommandFailure.undo(.notFinished(number, run.status)) }
    var planner = try UndoPlanner(history: history, folder: folder, run: run)
    let plan = try planner.plan(skippingUnrestorable: force)
    for note in plan.notes { Terminal.printError("note: \(note)") }
    if dryRun { return Terminal.print(UndoMessages.dryRun(of: plan, in: folder)) }
    // An open connection would keep SQLite from merging its log into the database when the recorder closes.
    history.close()
    guard let undo = try restore(plan, in: folder) else {
      return Terminal.print("nothing to restore: the files are already as before run \(number)")
    }
    Terminal.print(UndoMessages.result(of: plan))
    let option = folder == "output" ? "" : " --output \(folder)"
    Terminal.print("run \(undo) ok · to revert: curate undo \(undo)\(option)")
  }

  private func restore(_ plan: UndoPlan, in folder: String) throws -> Int64? {
    do throws(RunError) {
      return try Restoration(
        plan.files, in: folder, recorder: LazyHistoryStore(folder: folder), isCancelled: { Cancellation.isRequested }
      ).run(plan.record, over: plan.collection, force: force)
    } catch {
      guard case .filesChanged(let paths) = error else { throw CommandFailure.run(error) }
      throw CommandFailure.undo(.filesChanged(number, paths, later: try laterRun(in: folder)))
    }
  }

  /// Returns the newest finished run after the one to undo.
  private func laterRun(in folder: String) throws -> Int64? {
    let (history, _) = try source.open()
    defer { history.close() }
    return try history.newestFinished().map(\.number).flatMap { $0 > number ? $0 : nil }
  }
}
