import CurateCore
import Platform
import Synchronization

/// An open history: how its database is opened, checked and brought up to date.
///
/// Threads may share it: each `read` and `write` waits for the others.
final class Connection: @unchecked Sendable {
  let path: String
  let busySeconds: Int
  /// Used only in turn, as is `waitsForDisk`.
  private let database: Database
  /// Whether the disk must have the log before the log is copied into the file, and the file before the log goes.
  private var waitsForDisk = true
  private let turn = Mutex(())

  /// Opens for writing; makes the database if there is none.
  init(writing path: String, busySeconds: Int) throws(HistoryFailure) {
    self.path = path
    self.busySeconds = busySeconds
    // Whether no other process had left or was using a write-ahead log before.
    let beginsLog = (FileStatus(path + "-wal")?.size ?? 0) == 0
    database = try Database(path: path, mode: .create, busySeconds: busySeconds)
    // References are not looked up row by row, which took a tenth of the history's time: what is written refers to what
    // the same transaction found or wrote.
    try database.execute("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = 0")
    let version = try HistorySchema.version(of: database)
    if try journalMode() != "wal" { try enterWALMode() }
    // What a power cut leaves of a log that this process began is whole, or as if it had never been: nothing older can
    // be mistaken for it. So to note that a run began need not wait for the disk.
    if beginsLog { try setWaiting(false) }
    if version < HistorySchema.version { try HistorySchema.migrate(database) }
  }

  /// Opens for reading. Where no write-ahead log can be made (a read-only folder or medium), the file itself is read.
  ///
  /// SQLite leaves its log beside the file if the last connection to close may only read, so this one may write, and
  /// refuses to. What an older curate wrote is brought up to date in a copy in memory, and so is what a first run had only
  /// begun to make when it was cut short: an empty database.
  init(reading path: String, busySeconds: Int) throws(HistoryFailure) {
    self.path = path
    self.busySeconds = busySeconds
    let (database, version) = try Self.openForReading(path, busySeconds)
    if version == HistorySchema.version {
      self.database = database
    } else {
      self.database = try Database(path: path, mode: .memory, busySeconds: busySeconds)
      try self.database.copy(from: database)
      try HistorySchema.migrate(self.database)
    }
  }

  /// A copy in memory of what another connection reads; it may be written, and is gone when it is closed.
  init(copying other: Connection) throws(HistoryFailure) {
    path = other.path
    busySeconds = other.busySeconds
    let copy = try Database(path: path, mode: .memory, busySeconds: busySeconds)
    try other.inTurn { database throws(HistoryFailure) in try copy.copy(from: database) }
    database = copy
  }

  private static func openForReading(_ path: String, _ seconds: Int) throws(HistoryFailure) -> (Database, Int) {
    do throws(HistoryFailure) {
      let database = try Database(path: path, mode: .query, busySeconds: seconds)
      return (database, try HistorySchema.version(of: database))
    } catch {
      guard case .cannotOpen = error else { throw error }
      let database = try Database(path: path, mode: .immutable, busySeconds: seconds)
      return (database, try HistorySchema.version(of: database))
    }
  }

  /// Runs `body` as one transaction that sees one state of the database.
  func read<Result: Sendable>(
    _ body: (Database) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try inTurn { database throws(HistoryFailure) in
      try database.transaction(.reading) { () throws(HistoryFailure) in try body(database) }
    }
  }

  /// Runs `body` as one transaction that holds the write lock from its beginning.
  ///
  /// - Parameters:
  ///   - outlastsPowerCut: whether it is sure to do so once this returns.
  ///   - leavesLogOut: whether it adds so much to so little that it should go into the file at once, if nobody else has that
  ///     open.
  func write<Result: Sendable>(
    outlastsPowerCut: Bool = false, leavesLogOut: Bool = false, _ body: (Database) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try inTurn { database throws(HistoryFailure) in
      if outlastsPowerCut { try setWaiting(true) }
      let hasLeftLog = leavesLogOut ? try leaveWALMode() : false
      defer { if hasLeftLog { returnToWALMode() } }
      let result = try database.transaction(.writing) { () throws(HistoryFailure) in try body(database) }
      if outlastsPowerCut { try flushLog() }
      return result
    }
  }

  /// Gives the space of what was deleted back to the file system.
  func vacuum() throws(HistoryFailure) {
    try inTurn { database throws(HistoryFailure) in
      try setWaiting(true)
      try database.execute("VACUUM")
    }
  }

  func close() {
    turn.withLock { _ in
      // The log is copied into the file and goes: a power cut must find one of them whole.
      try? setWaiting(true)
      database.close()
    }
  }

  private func inTurn<Result: Sendable>(
    _ body: (Database) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try turn.withLock { _ throws(HistoryFailure) in try body(database) }
  }

  private func setWaiting(_ waits: Bool) throws(HistoryFailure) {
    guard waits != waitsForDisk else { return }
    try database.execute("PRAGMA synchronous = \(waits ? "NORMAL" : "OFF")")
    waitsForDisk = waits
  }

  /// Makes what was committed outlast a power cut, by copying the log into the file, which closing would do all the same
  /// and then need not; where others still read what is older, by making sure of the log.
  private func flushLog() throws(HistoryFailure) {
    let log = try? database.first("PRAGMA wal_checkpoint(PASSIVE)") { row in
      (frames: row[1] as Int, copied: row[2] as Int)
    }
    if let log, log.copied == log.frames { return }
    do throws(SystemError) {
      try OpenFile(path + "-wal", .reading).synchronize()
      try OpenFile(Path.folder(of: path), .folder).synchronize()
    } catch {
      throw .failed(path: path, message: "it cannot be flushed to the disk: " + ErrorCode.message(error.code))
    }
  }

  private func journalMode() throws(HistoryFailure) -> String? {
    try database.first("PRAGMA journal_mode") { $0[0] }
  }

  /// Keeps what the next transaction overwrites in a journal, and not what it writes in a log that is copied afterwards: a
  /// first run over ten million links wrote 4 GB twice, and read them.
  ///
  /// - Returns: whether it does so from now on; others may have the database open.
  private func leaveWALMode() throws(HistoryFailure) -> Bool {
    guard try journalMode() == "wal" else { return false }
    try? database.execute("PRAGMA journal_mode = DELETE")
    guard try journalMode() == "delete" else { return false }
    // A journal that a power cut brought back would undo what was committed: EXTRA waits until it is gone for good.
    if waitsForDisk { try database.execute("PRAGMA synchronous = EXTRA") }
    return true
  }

  private func returnToWALMode() {
    // Should either not work, the next connection does it.
    try? enterWALMode()
    try? database.execute("PRAGMA synchronous = NORMAL")
    waitsForDisk = true
  }

  /// SQLite does not wait for the lock that this needs, so two processes that make one database take turns here.
  private func enterWALMode() throws(HistoryFailure) {
    var waited = 0
    while true {
      do throws(HistoryFailure) {
        return try database.execute("PRAGMA journal_mode = WAL")
      } catch {
        guard case .busy = error, waited < busySeconds * 1000 else { throw error }
        CurrentTime.sleep(milliseconds: 5)
        waited += 5
      }
    }
  }
}
