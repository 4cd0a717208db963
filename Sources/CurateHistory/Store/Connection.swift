import CurateCore
import Glibc
import Synchronization

/// An open history: how its database is opened, checked and brought up to date.
///
/// Threads may share it: each `read` and `write` waits for the others.
final class Connection: @unchecked Sendable {
  let path: String
  let busySeconds: Int
  /// Used only in turn, as is `durability`.
  private let database: Database
  private var durability = Durability.checkpoints
  private let turn = Mutex(())

  /// How much a transaction waits for the disk.
  enum Durability: String {
    /// Not at all. In a log that this process began nothing older can be mistaken for it: what a power cut leaves of it
    /// is whole, or as if it had never been.
    case none = "OFF"
    /// Where the log is copied into the file.
    case checkpoints = "NORMAL"
    /// Until it is sure to outlast a power cut.
    case full = "FULL"
  }

  /// Opens for writing; makes the database if there is none.
  init(writing path: String, busySeconds: Int) throws(HistoryFailure) {
    self.path = path
    self.busySeconds = busySeconds
    var status = stat()
    // Whether no other process had left or was using a write-ahead log before.
    let beginsLog = stat(path + "-wal", &status) != 0 || status.st_size == 0
    database = try Database(path: path, mode: .create, busySeconds: busySeconds)
    // The cache is taken as it is needed: a million links fill it, a thousand do not.
    try database.execute("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA foreign_keys = 1")
    let version = try HistorySchema.version(of: database)
    if version == 0 { try enterWALMode() }
    // The first transaction of a log, which notes that a run began, need not wait for the disk.
    if beginsLog { try require(.none) }
    if version < HistorySchema.version { try HistorySchema.migrate(database) }
  }

  /// Opens for reading. Where no write-ahead log can be made (a read-only folder or medium), the file itself is read.
  ///
  /// SQLite leaves its log beside the file if the last connection to close may only read, so this one may write, and
  /// refuses to. What an older curate wrote is brought up to date in a copy in memory.
  init(reading path: String, busySeconds: Int) throws(HistoryFailure) {
    self.path = path
    self.busySeconds = busySeconds
    let (database, version) = try Self.openForReading(path, busySeconds)
    guard version > 0 else { throw .corrupt(path: path, message: "it holds no history") }
    if version == HistorySchema.version {
      self.database = database
    } else {
      self.database = try Database(path: path, mode: .memory, busySeconds: busySeconds)
      try self.database.copy(from: database)
      try HistorySchema.migrate(self.database)
    }
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
  /// - Parameter durability: nil for that of the transaction before.
  func write<Result: Sendable>(
    _ durability: Durability? = nil, _ body: (Database) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try inTurn { database throws(HistoryFailure) in
      if let durability { try require(durability) }
      return try database.transaction(.writing) { () throws(HistoryFailure) in try body(database) }
    }
  }

  /// Gives the space of what was deleted back to the file system.
  func vacuum() throws(HistoryFailure) {
    try inTurn { database throws(HistoryFailure) in
      try require(.full)
      try database.execute("VACUUM")
    }
  }

  func close() {
    turn.withLock { _ in
      // The log is copied into the file and goes: from here on a power cut must find one of them whole.
      if durability == .none { try? require(.checkpoints) }
      database.close()
    }
  }

  private func inTurn<Result: Sendable>(
    _ body: (Database) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try turn.withLock { _ throws(HistoryFailure) in try body(database) }
  }

  private func require(_ durability: Durability) throws(HistoryFailure) {
    guard durability != self.durability else { return }
    self.durability = durability
    try database.execute("PRAGMA synchronous = \(durability.rawValue)")
  }

  /// SQLite does not wait for the lock that this needs, so two processes that make one database take turns here.
  private func enterWALMode() throws(HistoryFailure) {
    var waited = 0
    while true {
      do throws(HistoryFailure) {
        return try database.execute("PRAGMA journal_mode = WAL")
      } catch {
        guard case .busy = error, waited < busySeconds * 1000 else { throw error }
        usleep(5_000)
        waited += 5
      }
    }
  }
}
