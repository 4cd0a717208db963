import CurateCore
import Platform

/// Renames a damaged database, so that the next run can create a new one.
enum DamagedDatabase {
  /// Renames the database if `failure` reports it as damaged. The database must be closed.
  ///
  /// - Returns: `setAside` with the new name if the database was renamed, otherwise `failure` unchanged.
  static func settingAside(_ failure: HistoryFailure) -> HistoryFailure {
    guard case .corrupt(let path, let message) = failure, let name = freeName(nextTo: path),
      isRenamed(path, to: name)
    else { return failure }
    // The log belongs to the database; SQLite recreates the index of the log.
    _ = isRenamed(path + "-wal", to: name + "-wal")
    FileSystem.delete(path + "-shm")
    return .setAside(path: path, message: message, keptAs: name)
  }

  /// Renames a file. Returns whether that succeeded.
  private static func isRenamed(_ path: String, to name: String) -> Bool {
    do throws(SystemError) { try FileSystem.rename(path, to: name) } catch { return false }
    return true
  }

  /// Returns `history.sqlite.damaged`, with a number appended if that exists. Writers hold the lock of the output
  /// folder, so the name stays unused.
  private static func freeName(nextTo path: String) -> String? {
    let names = (1...1000).lazy.map { path + ".damaged" + ($0 == 1 ? "" : "-\($0)") }
    return names.first { !FileSystem.allows(.exists, of: $0) }
  }
}
