import CurateCore
import GRDB
import Glibc

/// An open database file: how it is opened, checked and brought up to date, and how its errors are told.
struct Connection: Sendable {
  let path: String
  let queue: DatabaseQueue
  let busySeconds: Int
  /// Whether no other process had left or was using a write-ahead log when this one opened the database.
  let beganLog: Bool

  /// Opens for writing; makes the database if there is none.
  init(writing path: String, busySeconds: Int) throws(HistoryFailure) {
    self.path = path
    self.busySeconds = busySeconds
    var status = stat()
    beganLog = stat(path + "-wal", &status) != 0 || status.st_size == 0
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(busySeconds))
    // The cache is taken as it is needed: a million links fill it, a thousand do not.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536") }
    queue = try Self.mapping(path, busySeconds) { try DatabaseQueue(path: path, configuration: configuration) }
    try migrate()
  }

  /// How much a transaction waits for the disk.
  enum Durability: String {
    /// Not at all. In a log that this process began nothing older can be mistaken for it: what a power cut leaves of it
    /// is whole, or as if it had never been.
    case none = "OFF"
    /// Until it is sure to outlast a power cut.
    case full = "FULL"
  }

  func require(_ durability: Durability) throws(HistoryFailure) {
    try execute("PRAGMA synchronous = \(durability.rawValue)")
  }

  /// Opens for reading. Where no write-ahead log can be made (a read-only folder or medium), the file itself is read.
  ///
  /// SQLite leaves its log beside the file if the last connection to close may only read, so this one may write, and
  /// refuses to.
  init(reading path: String, busySeconds: Int) throws(HistoryFailure) {
    self.path = path
    self.busySeconds = busySeconds
    beganLog = false
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(busySeconds))
    var closing = configuration
    closing.prepareDatabase { try $0.execute(sql: "PRAGMA query_only = 1") }
    configuration.readonly = true
    let (settings, closingSettings) = (configuration, closing)
    do throws(HistoryFailure) {
      queue = try Self.mapping(path, busySeconds) { try DatabaseQueue(path: path, configuration: closingSettings) }
    } catch {
      guard case .cannotOpen = error else { throw error }
      let immutable = "file:" + Self.escaped(path) + "?immutable=1"
      queue = try Self.mapping(path, busySeconds) { try DatabaseQueue(path: immutable, configuration: settings) }
    }
    let version = try read { try Self.version(of: $0, path: path) }
    guard version > 0 else { throw .corrupt(path: path, message: "it holds no history") }
    if version < HistorySchema.version { try Connection(writing: path, busySeconds: busySeconds).close() }
  }

  func read<T>(_ body: (Database) throws -> T) throws(HistoryFailure) -> T {
    try Self.mapping(path, busySeconds) { try queue.read(body) }
  }

  /// Runs `body` as one transaction that holds the write lock from its beginning.
  func write<T>(_ body: (Database) throws -> T) throws(HistoryFailure) -> T {
    try Self.mapping(path, busySeconds) {
      try queue.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return result
      }
    }
  }

  func execute(_ sql: String) throws(HistoryFailure) {
    try Self.mapping(path, busySeconds) { try queue.writeWithoutTransaction { try $0.execute(sql: sql) } }
  }

  func close() { try? queue.close() }
}

extension Connection {
  /// Brings the database to the current version, in one transaction: a new one is written once.
  private func migrate() throws(HistoryFailure) {
    let version = try read { try Self.version(of: $0, path: path) }
    if version == 0 { try enterWALMode() }
    if beganLog { try require(.none) }
    guard version < HistorySchema.version else { return }
    try write { db in
      // Another process may have come first.
      let current = try Self.version(of: db, path: path)
      guard current < HistorySchema.version else { return }
      for migration in HistorySchema.migrations[current...] { try db.execute(sql: migration) }
      try db.execute(
        sql: """
          PRAGMA application_id = \(HistorySchema.applicationID);
          PRAGMA user_version = \(HistorySchema.version)
          """)
    }
  }

  /// SQLite does not wait for the lock that this needs, so two processes that make one database take turns here.
  private func enterWALMode() throws(HistoryFailure) {
    var waited = 0
    while true {
      do throws(HistoryFailure) {
        return try execute("PRAGMA journal_mode = WAL")
      } catch {
        guard case .busy = error, waited < busySeconds * 1000 else { throw error }
        usleep(5_000)
        waited += 5
      }
    }
  }

  /// The schema version; 0 for an empty database.
  private static func version(of db: Database, path: String) throws -> Int {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
        FROM pragma_application_id, pragma_user_version
        """)
    guard let row else { return 0 }
    let (application, version, objects): (Int, Int, Int) = (row[0], row[1], row[2])
    if application == 0, version == 0, objects == 0 { return 0 }
    guard application == HistorySchema.applicationID else {
      throw HistoryFailure.corrupt(path: path, message: "it is a database of another program")
    }
    guard version <= HistorySchema.version else {
      throw HistoryFailure.newer(path: path, version: version, supported: HistorySchema.version)
    }
    return version
  }

  private static func escaped(_ path: String) -> String {
    path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
  }

  /// Turns the errors of SQLite into facts.
  static func mapping<T>(_ path: String, _ seconds: Int, _ body: () throws -> T) throws(HistoryFailure) -> T {
    do {
      return try body()
    } catch let failure as HistoryFailure {
      throw failure
    } catch let error as DatabaseError {
      let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path, seconds: seconds)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw .corrupt(path: path, message: message)
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: throw .cannotOpen(path: path, message: message)
      default: throw .failed(path: path, message: message)
      }
    } catch {
      throw .failed(path: path, message: "\(error)")
    }
  }
}
