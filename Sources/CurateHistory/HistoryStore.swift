public import CurateCore
import LinkIdentity
import Platform

/// Records runs in an SQLite database.
///
/// A history is opened once, records runs, and is closed. Several processes may hold one open: each transaction waits
/// for those of others, up to the time given, then fails with `HistoryFailure.busy`. Threads may share a store: it may
/// be opened on one, begin a run on another and commit it on a third.
///
/// A database that turns out to be damaged is kept under another name, and the failure (`setAside`) tells which; the
/// next store begins a new one. The database of another program, or of a newer curate, is refused and left as it is.
public final class HistoryStore: RunRecorder, Sendable {
  let connection: Connection
  /// From how many links on a first run is written in bulk.
  private let bulk: Int

  /// Opens the history at `path`, and makes it if there is none.
  ///
  /// - Parameters:
  ///   - busySeconds: how long to wait for other processes.
  ///   - bulk: from how many links on a first run is written in bulk: indexes last, and without a log if nobody else has the
  ///     database open. Nobody can read it meanwhile.
  public init(path: String, busySeconds: Int = 10, bulk: Int = 100_000) throws(HistoryFailure) {
    self.bulk = bulk
    do throws(HistoryFailure) {
      connection = try Connection(writing: path, busySeconds: busySeconds)
    } catch {
      throw DamagedDatabase.settingAside(error)
    }
  }

  /// Runs `body` as one transaction.
  func write<Result: Sendable>(
    outlastsPowerCut: Bool = false, leavesLogOut: Bool = false, _ body: (Database) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try settingDamageAside { () throws(HistoryFailure) in
      try connection.write(outlastsPowerCut: outlastsPowerCut, leavesLogOut: leavesLogOut, body)
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

  /// Records the run.
  public func commit(
    _ run: RunRecord, number: Int64, collection: Collection, outlastsPowerCut: Bool = true
  ) throws(HistoryFailure) {
    let isBulk = collection.links.count >= bulk ? try !hasLinks() : false
    try write(outlastsPowerCut: outlastsPowerCut, leavesLogOut: isBulk) { db throws(HistoryFailure) in
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

  public func isCommitted(_ number: Int64) throws(HistoryFailure) -> Bool {
    try settingDamageAside { () throws(HistoryFailure) in
      try connection.read { db throws(HistoryFailure) in
        try db.number("SELECT status = 'done' FROM run WHERE id = ?", number) == 1
      }
    }
  }

  /// Closes the database. The last one to do so leaves one file, without a write-ahead log beside it.
  public func close() { connection.close() }
}
