import CurateCore
import CurateHistory
import CuratePipeline
import Synchronization

/// The parts of an output folder that subcommands share: the history's path and the recovery of an interrupted run.
enum OutputFolder {
  static func historyPath(in folder: String) -> String { folder + "/history.sqlite" }

  /// Finishes or undoes the publication of an interrupted run. Commands call it before they read the folder.
  static func recover(_ folder: String, history: LazyHistoryStore?) throws {
    do throws(RunError) {
      let recovery = try Publication.recover(folder: folder) { () throws(HistoryFailure) in history }
      switch recovery {
      case .finished(let run, let files):
        let name = run.map { "run \($0)" } ?? "a run"
        Terminal.printError(
          "\(name) was interrupted while publishing; \(files.count.pluralized("file")) put in place now")
      case .undone: Terminal.printError("a run was interrupted; its staged files are removed")
      case .nothing, .running: break
      }
    } catch {
      throw CommandFailure.run(error)
    }
  }
}

/// Records runs in the history of an output folder. Opens the database at the first use, because the folder may not exist
/// before.
final class LazyHistoryStore: RunRecorder {
  private let path: String
  private let store = Mutex<HistoryStore?>(nil)

  /// - Parameter folder: the output folder.
  init(folder: String) { path = OutputFolder.historyPath(in: folder) }

  func begin(_ run: RunRecord) throws(HistoryFailure) -> Int64 { try opened().begin(run) }

  func commit(
    _ run: RunRecord, number: Int64, collection: Collection, isDurable: Bool
  ) throws(HistoryFailure) {
    try opened().commit(run, number: number, collection: collection, isDurable: isDurable)
  }

  func fail(_ run: RunRecord, number: Int64, reason: String) throws(HistoryFailure) {
    try opened().fail(run, number: number, reason: reason)
  }

  func isCommitted(_ number: Int64) throws(HistoryFailure) -> Bool { try opened().isCommitted(number) }

  /// Closes the database. The last connection to close merges SQLite's log into the database file.
  func close() {
    store.withLock { store in
      store?.close()
      store = nil
    }
  }

  private func opened() throws(HistoryFailure) -> HistoryStore {
    try store.withLock { store throws(HistoryFailure) in
      if let store { return store }
      let opened = try HistoryStore(path: path)
      store = opened
      return opened
    }
  }

  deinit { close() }
}
