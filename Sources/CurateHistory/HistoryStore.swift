public import CurateCore
import LinkIdentity
import Platform

/// Records runs in an SQLite database.
///
/// Open a store once, record runs, and close it. Several processes may have the same history open: each transaction
/// waits for the others up to the lock timeout, then fails with `HistoryFailure.busy`. A store may also be shared by
/// threads: it can be opened on one thread, begin a run on another and commit it on a third.
///
/// If the database turns out to be damaged, it is renamed, and the failure (`setAside`) names the new path; the next
/// store starts a new database. A database of another program or of a newer curate is refused and not changed.
public final class HistoryStore: RunRecorder, Sendable {
  let connection: Connection
  /// The number of links from which a first run is written in bulk mode.
  private let bulkThreshold: Int

  /// Opens the history at `path` and creates it if it does not exist.
  ///
  /// - Parameter lockTimeout: how long to wait for other processes, in seconds.
  public convenience init(path: String, lockTimeout: Int = 10) throws(HistoryFailure) {
    try self.init(path: path, lockTimeout: lockTimeout, bulkThreshold: 100_000)
  }

  /// - Parameter bulkThreshold: the number of links from which a first run is written in bulk mode: indexes are built
  ///   last, and no write-ahead log is used if no other connection has the database open. No other process can read the
  ///   database until the run is written.
  package init(path: String, lockTimeout: Int = 10, bulkThreshold: Int) throws(HistoryFailure) {
    self.bulkThreshold = bulkThreshold
    do throws(HistoryFailure) {
      connection = try Connection(writing: path, lockTimeout: lockTimeout)
    } catch {
      throw DamagedDatabase.settingAside(error)
    }
  }

  /// Runs `body` in one write transaction.
  func write<Result: Sendable>(
    isDurable: Bool = false, bypassesLog: Bool = false, _ body: (Database) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try settingDamageAside { () throws(HistoryFailure) in
      try connection.write(isDurable: isDurable, bypassesLog: bypassesLog, body)
    }
  }

  private func settingDamageAside<Result>(
    _ body: () throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    do throws(HistoryFailure) {
      return try body()
    } catch {
      if case .corrupt = error { connection.close() }
      throw DamagedDatabase.settingAside(error)
    }
  }

  /// Records that a run has started.
  ///
  /// - Returns: the run's number.
  public func begin(_ run: RunRecord) throws(HistoryFailure) -> Int64 {
    try write { db throws(HistoryFailure) in try Self.insert(run, in: db) }
  }

  static func insert(_ run: RunRecord, in db: Database) throws(HistoryFailure) -> Int64 {
    let process = ProcessIdentity.current()
    let recipe = try BlobStore(db: db).store(run.recipe, sha256: Digest.sha256(of: run.recipe))
    try db.run(
      """
      INSERT INTO run (status, started_at, milliseconds, recipe_path, recipe_name, recipe, arguments,
        curate_version, suffix_data_version, process, process_start, input_folder)
      VALUES ('running', ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      run.startedAt, run.recipePath, run.recipeName, recipe.id, json(run.arguments), run.curateVersion,
      run.suffixDataVersion, process.number, process.start, run.inputFolder)
    return db.lastInsertedRowID
  }

  private static func json(_ arguments: [String]) -> String {
    var json = JSONWriter()
    json.array { json in
      for argument in arguments { json.value(maskingCredentials(in: argument)) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Records a finished run: its documents, links, events, findings and outputs.
  ///
  /// - Parameters:
  ///   - number: the run's number, from `begin`.
  ///   - isDurable: whether the record must be on the disk before this returns.
  public func commit(
    _ run: RunRecord, number: Int64, collection: Collection, isDurable: Bool = true
  ) throws(HistoryFailure) {
    let isBulk = collection.links.count >= bulkThreshold ? try !hasLinks() : false
    try write(isDurable: isDurable, bypassesLog: isBulk) { db throws(HistoryFailure) in
      var writer = RunWriter(run, run: number, collection: collection, isBulk: isBulk, in: db)
      try writer.write()
    }
  }

  private func hasLinks() throws(HistoryFailure) -> Bool {
    try settingDamageAside { () throws(HistoryFailure) in
      try connection.read { db throws(HistoryFailure) in
        try db.number("SELECT EXISTS (SELECT 1 FROM link)") == 1
      }
    }
  }

  /// Records that a run failed, and why.
  public func fail(_ run: RunRecord, number: Int64, reason: String) throws(HistoryFailure) {
    try write { db throws(HistoryFailure) in
      try db.run(
        """
        UPDATE run SET status = 'failed', milliseconds = ?, links_read = ?, reason = ?, process = NULL, process_start = NULL
        WHERE id = ?
        """,
        run.milliseconds, run.links, maskingCredentials(in: reason), number)
    }
  }

  /// Returns whether `commit` has succeeded for a run.
  public func isCommitted(_ number: Int64) throws(HistoryFailure) -> Bool {
    try settingDamageAside { () throws(HistoryFailure) in
      try connection.read { db throws(HistoryFailure) in
        try db.number("SELECT status = 'done' FROM run WHERE id = ?", number) == 1
      }
    }
  }

  /// Closes the database. The last connection to close leaves a single file, without a write-ahead log.
  public func close() { connection.close() }
}
