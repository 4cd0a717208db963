public import CurateCore
import Platform

/// Reads a history. The database is opened for reading only.
public final class History: Sendable {
  let connection: Connection

  /// Opens the history at `path` for reading.
  ///
  /// - Parameter lockTimeout: how long to wait for other processes, in seconds.
  /// - Returns: nil if the file does not exist.
  public init?(reading path: String, lockTimeout: Int = 10) throws(HistoryFailure) {
    guard FileSystem.allows(.exists, of: path) else { return nil }
    connection = try Connection(reading: path, lockTimeout: lockTimeout)
  }

  private init(_ connection: Connection) { self.connection = connection }

  /// Closes the database.
  public func close() { connection.close() }

  /// Returns the runs, newest first.
  ///
  /// - Parameter limit: the maximum number of runs; nil for all.
  public func runs(limit: Int? = nil) throws(HistoryFailure) -> [RunSummary] {
    try connection.read { db throws(HistoryFailure) in
      try db.rows(RunSummary.sql + " ORDER BY run.id DESC LIMIT ?", limit ?? -1) { RunSummary($0) }
    }
  }

  /// Returns the run with this number, nil if there is none.
  public func run(_ number: Int64) throws(HistoryFailure) -> RunSummary? {
    try connection.read { db throws(HistoryFailure) in
      try db.first(RunSummary.sql + " WHERE run.id = ?", number) { RunSummary($0) }
    }
  }

  /// Copies the history into memory and records a dry run in the copy only, to show what the run would change.
  ///
  /// - Returns: the copy, and the number of the run in it.
  package func recordingDryRun(
    _ run: RunRecord, over collection: Collection
  ) throws(HistoryFailure) -> (History, run: Int64) {
    let copy = History(try Connection(copying: connection))
    let number = try copy.connection.write { db throws(HistoryFailure) in
      let number = try HistoryStore.insert(run, in: db)
      var writer = RunWriter(run, run: number, collection: collection, isBulk: false, in: db)
      try writer.write()
      return number
    }
    return (copy, number)
  }
}
