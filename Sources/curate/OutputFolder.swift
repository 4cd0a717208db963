import CurateCore
import CuratePipeline

/// What every subcommand needs to know of an output folder.
enum OutputFolder {
  static func historyPath(in folder: String) -> String { folder + "/history.sqlite" }

  /// Ends what an interrupted run left, before a command looks at the folder.
  static func recover(_ folder: String, history: HistoryRecorder?) throws {
    do throws(RunError) {
      let recovery = try Publication.recover(folder: folder) { () throws(HistoryFailure) in history }
      switch recovery {
      case .finished(let run, let files):
        let name = run.map { "run \($0)" } ?? "a run"
        let count = files.count.pluralized("file")
        Terminal.printError("\(name) had been interrupted while publishing; \(count) put in place now")
      case .undone: Terminal.printError("a run had been interrupted; what it had staged is removed")
      case .nothing, .running: break
      }
    } catch {
      throw CommandFailure.run(error)
    }
  }
}
