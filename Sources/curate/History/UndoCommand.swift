import ArgumentParser
import CurateCore
import CurateHistory
import CuratePipeline
import Platform

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Puts the files that a run wrote back as they were before it.",
    discussion: """
      Lists come back byte for byte; reports are made anew from the recipe and the inputs of the run that wrote them. A
      file that no earlier run wrote is removed. All of it happens or nothing, and is recorded as a run of its own: to take
      it back, undo that run.

      Nothing is touched if a file has changed since the run; --force puts back all the same.
      """)

  @Argument(help: ArgumentHelp("The run, by its number.", valueName: "run"))
  var number: Int64

  @OptionGroup var source: HistoryFolder

  @Flag(help: "Put back also what has changed since, and leave what cannot be restored as it is.")
  var force = false

  @Flag(help: "Say what would be put back and removed; write nothing.")
  var dryRun = false

  func run() throws {
    Cancellation.install()
    let (history, folder) = try source.open()
    defer { history.close() }
    let run = try history.runOrNewest(number)
    guard run.status == .done else { throw CommandFailure.undo(.notFinished(number, run.status)) }
    var planner = try UndoPlanner(history: history, folder: folder, run: run)
    let plan = try planner.plan(leavingWhatCannotBeRestored: force)
    for note in plan.notes { Terminal.printError("note: \(note)") }
    if dryRun { return Terminal.print(UndoMessages.rehearsal(of: plan, in: folder)) }
    // It would keep the database from being moved into one file when the recorder closes it.
    history.close()
    guard let undo = try restore(plan, in: folder) else {
      return Terminal.print("nothing to do: the files are as they were before run \(number)")
    }
    Terminal.print(UndoMessages.result(of: plan))
    let option = folder == "output" ? "" : " --output \(folder)"
    Terminal.print("run \(undo) ok · to take this back: curate undo \(undo)\(option)")
  }

  private func restore(_ plan: UndoPlan, in folder: String) throws -> Int64? {
    do throws(RunError) {
      return try Restoration(plan.files, in: folder, recorder: HistoryRecorder(folder: folder))
        .run(plan.record, over: plan.collection, force: force)
    } catch {
      guard case .filesChanged(let paths) = error else { throw CommandFailure.run(error) }
      throw CommandFailure.undo(.filesChanged(number, paths, later: try laterRun(in: folder)))
    }
  }

  /// The newest run that came to its end after the one to be undone.
  private func laterRun(in folder: String) throws -> Int64? {
    let (history, _) = try source.open()
    defer { history.close() }
    return try history.newestFinished().map(\.number).flatMap { $0 > number ? $0 : nil }
  }
}
