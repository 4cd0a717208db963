import CurateCore
import Platform

/// Keeps a damaged database under another name, out of the way of the next.
enum DamagedDatabase {
  /// Renames the database that a failure calls damaged; it must be closed.
  ///
  /// - Returns: what happened instead; any other failure as it is.
  static func settingAside(_ failure: HistoryFailure) -> HistoryFailure {
    guard case .corrupt(let path, let message) = failure, let name = freeName(beside: path),
      isRenamed(path, to: name)
    else { return failure }
    // Its log belongs to it; the index of the log can be made anew.
    _ = isRenamed(path + "-wal", to: name + "-wal")
    FileSystem.delete(path + "-shm")
    return .setAside(path: path, message: message, keptAs: name)
  }

  private static func isRenamed(_ path: String, to name: String) -> Bool {
    do throws(SystemError) { try FileSystem.rename(path, to: name) } catch { return false }
    return true
  }

  /// `history.sqlite.damaged`, or with a number behind it. Writers hold the output folder's lock, so it stays free.
  private static func freeName(beside path: String) -> String? {
    let names = (1...1000).lazy.map { path + ".damaged" + ($0 == 1 ? "" : "-\($0)") }
    return names.first { !FileSystem.allows(.exists, of: $0) }
  }
}
