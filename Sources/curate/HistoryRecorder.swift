import CurateCore
import CurateHistory
import Synchronization

/// The history of an output folder, opened when a run first needs it: the folder may not exist before.
final class HistoryRecorder: RunRecorder {
  private let path: String
  private let store = Mutex<HistoryStore?>(nil)

  /// - Parameter folder: the output folder.
  init(folder: String) { path = OutputFolder.historyPath(in: folder) }

  func begin(_ run: RunRecord) throws(HistoryFailure) -> Int64 { try opened().begin(run) }

  func commit(
    _ run: RunRecord, number: Int64, collection: Collection, outlastsPowerCut: Bool
  ) throws(HistoryFailure) {
    try opened().commit(run, number: number, collection: collection, outlastsPowerCut: outlastsPowerCut)
  }

  func fail(_ run: RunRecord, number: Int64, reason: String) throws(HistoryFailure) {
    try opened().fail(run, number: number, reason: reason)
  }

  func isCommitted(_ number: Int64) throws(HistoryFailure) -> Bool { try opened().isCommitted(number) }

  /// The last connection to close leaves one file.
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
