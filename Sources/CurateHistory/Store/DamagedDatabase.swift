import CurateCore
import Glibc

/// Keeps a damaged database under another name, out of the way of the next.
enum DamagedDatabase {
  /// Renames the database that a failure calls damaged; it must be closed.
  ///
  /// - Returns: what happened instead; any other failure as it is.
  static func settingAside(_ failure: HistoryFailure) -> HistoryFailure {
    guard case .corrupt(let path, let message) = failure, let name = freeName(beside: path),
      rename(path, name) == 0
    else { return failure }
    // Its log belongs to it; the index of the log can be made anew.
    rename(path + "-wal", name + "-wal")
    unlink(path + "-shm")
    return .setAside(path: path, message: message, keptAs: name)
  }

  /// `history.sqlite.damaged`, or with a number behind it. Writers hold the output folder's lock, so it stays free.
  private static func freeName(beside path: String) -> String? {
    let names = (1...1000).lazy.map { path + ".damaged" + ($0 == 1 ? "" : "-\($0)") }
    return names.first { access($0, F_OK) != 0 }
  }
}
