public import CurateCore
import Platform

/// Reads a history. The database is opened for reading only.
public final class History: Sendable {
  let connection: Connection

  /// Opens the history at `path` for reading.
  ///
  /// - Returns: nil if there is no file.
  public init?(reading path: String, busySeconds: Int = 10) throws(HistoryFailure) {
    guard FileSystem.allows(.exists, of: path) else { return nil }
    connection = try Connection(reading: path, busySeconds: busySeconds)
  }

  init(_ connection: Connection) { self.connection = connection }

  public func close() { connection.close() }

  /// The runs, newest first.
  ///
  /// - Parameter limit: at most so many; nil for all.
  public func runs(limit: Int? = nil) throws(HistoryFailure) -> [RunSummary] {
    try connection.read { db throws(HistoryFailure) in
      try db.rows(RunSummary.sql + " ORDER BY run.id DESC LIMIT ?", limit ?? -1) { RunSummary($0) }
    }
  }

  /// One run; nil if there is none with this number.
  public func run(_ number: Int64) throws(HistoryFailure) -> RunSummary? {
    try connection.read { db throws(HistoryFailure) in
      try db.first(RunSummary.sql + " WHERE run.id = ?", number) { RunSummary($0) }
    }
  }
}
