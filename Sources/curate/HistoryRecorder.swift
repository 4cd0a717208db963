import CurateCore
import CurateHistory

/// The history of an output folder, opened when a run first needs it: the folder may not exist before.
final class HistoryRecorder: RunRecorder {
  private let path: String
  private var store: HistoryStore?

  /// - Parameter folder: the output folder.
  init(folder: String) { path = OutputFolder.historyPath(in: folder) }

  func begin(_ run: RunRecord) throws(HistoryFailure) -> Int64 { try opened().begin(run) }

  func commit(_ run: RunRecord, number: Int64, collection: Collection) throws(HistoryFailure) {
    try opened().commit(run, number: number, collection: collection)
  }

  func fail(_ run: RunRecord, number: Int64, reason: String) throws(HistoryFailure) {
    try opened().fail(run, number: number, reason: reason)
  }

  func isCommitted(_ number: Int64) throws(HistoryFailure) -> Bool { try opened().isCommitted(number) }

  private func opened() throws(HistoryFailure) -> HistoryStore {
    if let store { return store }
    let opened = try HistoryStore(path: path)
    store = opened
    return opened
  }

  deinit { store?.close() }
}
