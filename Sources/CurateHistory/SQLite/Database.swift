import CSQLite
import CurateCore
import Platform

/// An open SQLite database and its prepared statements.
///
/// Must be used by one thread at a time; `Connection` serializes access.
final class Database {
  let path: String
  /// The time that a transaction waits for the transactions of other processes (in seconds).
  let lockTimeout: Int
  /// Nil after `close`.
  private var handle: OpaquePointer?
  /// Prepared statements that are not in use, by their SQL.
  private var idle: [String: Statement] = [:]

  enum Mode {
    /// Opens for reading and writing; creates an empty database if none exists.
    case create
    /// Opens for reading. Write statements are refused, but SQLite may clean up its own files.
    case query
    /// Opens a file that no process changes: without locks and without a write-ahead log.
    case immutable
    /// Creates a database in memory that is discarded when it is closed.
    case memory
  }

  init(path: String, mode: Mode, lockTimeout: Int) throws(HistoryFailure) {
    self.path = path
    self.lockTimeout = lockTimeout
    let (name, access) =
      switch mode {
      case .create: (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      case .query: (path, SQLITE_OPEN_READWRITE)
      case .immutable: (Self.immutableURI(of: path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
      case .memory: (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY)
      }
    let code = sqlite3_open_v2(name, &handle, access | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK else {
      defer { close() }
      throw failure(code)
    }
    sqlite3_busy_timeout(handle, CInt(clamping: lockTimeout * 1000))
    if mode == .query { try execute("PRAGMA query_only = 1") }
  }

  deinit { close() }

  func close() {
    idle.removeAll()
    // A statement that is still in use keeps the handle alive until it is finalized.
    sqlite3_close_v2(handle)
    handle = nil
  }

  private static func immutableURI(of path: String) -> String {
    var escaped = ""
    for character in path {
      switch character {
      case "%": escaped += "%25"
      case "?": escaped += "%3f"
      case "#": escaped += "%23"
      default: escaped.append(character)
      }
    }
    return "file:" + escaped + "?immutable=1"
  }
}

extension Database {
  /// Runs statements that return nothing and have no parameters, separated by `;`.
  func execute(_ sql: String) throws(HistoryFailure) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// Prepares a statement that the caller keeps, for many rows.
  func prepare(_ sql: String) throws(HistoryFailure) -> Statement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw failure(code) }
    return Statement(statement, of: self)
  }

  /// Calls `body` with a cached statement, which is prepared once per SQL text.
  private func withStatement<Result>(
    _ sql: String, _ body: (Statement) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    // Removed from the cache while it is in use, so that `body` may run the same SQL again.
    let statement = if let known = idle.removeValue(forKey: sql) { known } else { try prepare(sql) }
    defer { idle[sql] = statement }
    return try body(statement)
  }

  /// Runs a statement that returns no rows. Values are bound to the question marks in order.
  func run<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws(HistoryFailure) {
    try withStatement(sql) { statement throws(HistoryFailure) in try statement.run(repeat each values) }
  }

  /// Returns the result of `read` for each row of a query.
  func rows<each Value: Bindable, Element>(
    _ sql: String, _ values: repeat each Value, read: (Row) throws(HistoryFailure) -> Element
  ) throws(HistoryFailure) -> [Element] {
    var elements: [Element] = []
    try withStatement(sql) { statement throws(HistoryFailure) in
      try statement.forEach(repeat each values) { row throws(HistoryFailure) in elements.append(try read(row)) }
    }
    return elements
  }

  /// Returns the result of `read` for the first row of a query, nil if there is none.
  func first<each Value: Bindable, Element>(
    _ sql: String, _ values: repeat each Value, read: (Row) throws(HistoryFailure) -> Element
  ) throws(HistoryFailure) -> Element? {
    try withStatement(sql) { statement throws(HistoryFailure) in
      try statement.first(repeat each values, read: read)
    }
  }

  /// Returns the first column of the first row of a query, nil if there is no row or the column is NULL.
  func number<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws(HistoryFailure) -> Int64? {
    try withStatement(sql) { statement throws(HistoryFailure) in try statement.number(repeat each values) }
  }

  /// Limits the memory of the page cache. Pages beyond the limit are written to the log.
  func limitCache(toKilobytes size: Int) throws(HistoryFailure) { try execute("PRAGMA cache_size = -\(size)") }

  /// Writes the changed pages of the cache to the log and returns its memory to the system.
  func emptyCache() throws(HistoryFailure) {
    let code = sqlite3_db_cacheflush(handle)
    // Pages that a statement is reading stay in the cache, which does no harm.
    guard code == SQLITE_OK || code == SQLITE_BUSY else { throw failure(code) }
    sqlite3_db_release_memory(handle)
    // Pages are small blocks, which glibc would not return to the system by itself.
    Heap.releaseFreeMemory()
  }

  /// The row id of the last inserted row.
  var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// The number of rows that the last statement inserted, changed or deleted.
  var changedRows: Int { Int(sqlite3_changes64(handle)) }
}

extension Database {
  enum Transaction: String {
    /// Sees one state of the database from start to end.
    case reading = "BEGIN"
    /// Holds the write lock from the start.
    case writing = "BEGIN IMMEDIATE"
  }

  /// Runs `body` in one transaction, which is rolled back if `body` throws.
  func transaction<Result>(
    _ kind: Transaction, _ body: () throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try run(kind.rawValue)
    do throws(HistoryFailure) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // SQLite itself rolls back after some errors (a full disk, for example).
      if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }

  /// Copies the whole content of another database into this one.
  func copy(from other: Database) throws(HistoryFailure) {
    guard let backup = sqlite3_backup_init(handle, "main", other.handle, "main") else {
      throw failure(sqlite3_errcode(handle))
    }
    sqlite3_backup_step(backup, -1)
    let code = sqlite3_backup_finish(backup)
    guard code == SQLITE_OK else { throw other.failure(code) }
  }

  /// Converts a result code of SQLite to a failure.
  func failure(_ code: CInt) -> HistoryFailure {
    guard let handle else { return .failed(path: path, message: "the database is closed") }
    let message = String(cString: sqlite3_errmsg(handle))
    return switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy(path: path, seconds: lockTimeout)
    case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt(path: path, message: message)
    case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM: .cannotOpen(path: path, message: message)
    default: .failed(path: path, message: message)
    }
  }
}
