import CurateCore
import Platform
import Synchronization

/// An open history database. Checks the schema version when it opens the file and migrates older histories.
///
/// Threads may share a connection: each `read` and `write` waits for the others.
final class Connection: @unchecked Sendable {
  let path: String
  let lockTimeout: Int
  /// Used only while `lock` is held, like `waitsForDisk`.
  private let database: Database
  /// Whether the log must be on the disk before it is copied into the database file, and the database file before the
  /// log is deleted.
  private var waitsForDisk = true
  private let lock = Mutex(())

  /// Opens for writing; creates the database if it does not exist.
  init(writing path: String, lockTimeout: Int) throws(HistoryFailure) {
    self.path = path
    self.lockTimeout = lockTimeout
    // Whether no other process has left a write-ahead log or is using one.
    let beginsLog = (FileStatus(path + "-wal")?.size ?? 0) == 0
    database = try Database(path: path, mode: .create, lockTimeout: lockTimeout)
    // Foreign keys are not checked row by row, because that took a tenth of the history's time: every row that is
    // written refers to rows that the same transaction has found or written.
    try database.execute("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = 0")
    let version = try HistorySchema.version(of: database)
    if try journalMode() != "wal" { try enterWALMode() }
    // After a power cut, a log that this process started is either complete or ignored: no older log can be mistaken
    // for it. So recording the start of a run need not wait for the disk.
    if beginsLog { try setWaitsForDisk(false) }
    if version < HistorySchema.version { try HistorySchema.migrate(database) }
  }

  /// Opens for reading. If no write-ahead log can be created (a read-only folder or medium), the file itself is read.
  ///
  /// SQLite leaves its log next to the file if the last connection to close is opened read-only. So this connection is
  /// opened for writing, with `PRAGMA query_only`. A history of an older curate is migrated in a copy in memory; so is
  /// the empty database of a first run that was interrupted before it created the tables.
  init(reading path: String, lockTimeout: Int) throws(HistoryFailure) {
    self.path = path
    self.lockTimeout = lockTimeout
    let (database, version) = try Self.openForReading(path, lockTimeout)
    if version == HistorySchema.version {
      self.database = database
    } else {
      self.database = try Database(path: path, mode: .memory, lockTimeout: lockTimeout)
      try self.database.copy(from: database)
      try HistorySchema.migrate(self.database)
    }
  }

  /// Copies the database of another connection into memory. The copy can be written and is discarded when it is closed.
  init(copying other: Connection) throws(HistoryFailure) {
    path = other.path
    lockTimeout = other.lockTimeout
    let copy = try Database(path: path, mode: .memory, lockTimeout: lockTimeout)
    try other.withDatabase { database throws(HistoryFailure) in try copy.copy(from: database) }
    database = copy
  }

  private static func openForReading(_ path: String, _ seconds: Int) throws(HistoryFailure) -> (Database, Int) {
    do throws(HistoryFailure) {
      let database = try Database(path: path, mode: .query, lockTimeout: seconds)
      return (database, try HistorySchema.version(of: database))
    } catch {
      guard case .cannotOpen = error else { throw error }
      let database = try Database(path: path, mode: .immutable, lockTimeout: seconds)
      return (database, try HistorySchema.version(of: database))
    }
  }

  /// Runs `body` in one transaction that sees one state of the database.
  func read<Result: Sendable>(
    _ body: (Database) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try withDatabase { database throws(HistoryFailure) in
      try database.transaction(.reading) { () throws(HistoryFailure) in try body(database) }
    }
  }

  /// Runs `body` in one transaction that holds the write lock from the start.
  ///
  /// - Parameters:
  ///   - isDurable: whether the transaction must survive a power cut once this returns.
  ///   - bypassesLog: whether to write directly to the database file, without a write-ahead log, if no other connection
  ///     has it open. This pays off for a transaction that adds much to a small database.
  func write<Result: Sendable>(
    isDurable: Bool = false, bypassesLog: Bool = false, _ body: (Database) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try withDatabase { database throws(HistoryFailure) in
      if isDurable { try setWaitsForDisk(true) }
      let hasLeftWALMode = bypassesLog ? try leaveWALMode() : false
      defer { if hasLeftWALMode { returnToWALMode() } }
      let result = try database.transaction(.writing) { () throws(HistoryFailure) in try body(database) }
      if isDurable { try flushLog() }
      return result
    }
  }

  /// Returns the space of deleted rows to the file system.
  func vacuum() throws(HistoryFailure) {
    try withDatabase { database throws(HistoryFailure) in
      try setWaitsForDisk(true)
      try database.execute("VACUUM")
    }
  }

  /// Closes the database; does nothing if it is closed.
  func close() {
    lock.withLock { _ in
      // Closing copies the log into the file and deletes the log; one of them must survive a power cut intact.
      try? setWaitsForDisk(true)
      database.close()
    }
  }

  private func withDatabase<Result: Sendable>(
    _ body: (Database) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try lock.withLock { _ throws(HistoryFailure) in try body(database) }
  }

  private func setWaitsForDisk(_ waits: Bool) throws(HistoryFailure) {
    guard waits != waitsForDisk else { return }
    try database.execute("PRAGMA synchronous = \(waits ? "NORMAL" : "OFF")")
    waitsForDisk = waits
  }

  /// Makes committed transactions survive a power cut by copying the log into the database file. Closing would do that
  /// anyway, and need not do it again. If other processes still read an older state, the log is flushed to the disk
  /// instead.
  private func flushLog() throws(HistoryFailure) {
    let log = try? database.first("PRAGMA wal_checkpoint(PASSIVE)") { row in
      (frames: row[1] as Int, copied: row[2] as Int)
    }
    if let log, log.copied == log.frames { return }
    do throws(SystemError) {
      try OpenFile(path + "-wal", .reading).synchronize()
      try OpenFile(Path.folder(of: path), .folder).synchronize()
    } catch {
      throw .failed(path: path, message: "the log cannot be flushed to the disk: " + ErrorCode.message(error.code))
    }
  }

  private func journalMode() throws(HistoryFailure) -> String? {
    try database.first("PRAGMA journal_mode") { $0[0] }
  }

  /// Switches from the write-ahead log to a rollback journal, which keeps what a transaction overwrites. A log holds
  /// what the transaction writes and is copied afterwards: a first run over ten million links wrote 4 GB twice and read
  /// them once.
  ///
  /// - Returns: whether the mode was switched; it cannot be while other connections have the database open.
  private func leaveWALMode() throws(HistoryFailure) -> Bool {
    guard try journalMode() == "wal" else { return false }
    try? database.execute("PRAGMA journal_mode = DELETE")
    guard try journalMode() == "delete" else { return false }
    // A journal that reappears after a power cut would undo the commit: EXTRA waits until its deletion is on the disk.
    if waitsForDisk { try database.execute("PRAGMA synchronous = EXTRA") }
    return true
  }

  private func returnToWALMode() {
    // If either fails, the next connection does it.
    try? enterWALMode()
    try? database.execute("PRAGMA synchronous = NORMAL")
    waitsForDisk = true
  }

  /// Switches to the write-ahead log. SQLite does not wait for the lock that this needs, so this function retries: two
  /// processes may create the database at the same time.
  private func enterWALMode() throws(HistoryFailure) {
    var waited = 0
    while true {
      do throws(HistoryFailure) {
        return try database.execute("PRAGMA journal_mode = WAL")
      } catch {
        guard case .busy = error, waited < lockTimeout * 1000 else { throw error }
        CurrentThread.sleep(milliseconds: 5)
        waited += 5
      }
    }
  }
}
