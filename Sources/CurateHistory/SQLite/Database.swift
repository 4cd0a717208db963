import CSQLite
import CurateCore
import Platform

/// An open SQLite database and its prepared statements.
///
/// It is for one thread at a time; `Connection` makes its callers take turns.
final class Database {
  let path: String
  /// How long a transaction waits for those of other processes.
  let busySeconds: Int
  /// Nil once closed.
  private var handle: OpaquePointer?
  /// Prepared statements that nobody is stepping through, by their SQL.
  private var idle: [String: Statement] = [:]

  enum Mode {
    /// For reading and writing; an empty database is made if there is none.
    case create
    /// Writing is refused, though SQLite may tidy up its own files.
    case query
    /// The file is taken as nobody's to change: no lock, no log beside it.
    case immutable
    /// A new one that is gone when it is closed.
    case memory
  }

  init(path: String, mode: Mode, busySeconds: Int) throws(HistoryFailure) {
    self.path = path
    self.busySeconds = busySeconds
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
    sqlite3_busy_timeout(handle, CInt(clamping: busySeconds * 1000))
    if mode == .query { try execute("PRAGMA query_only = 1") }
  }

  deinit { close() }

  func close() {
    idle.removeAll()
    // A statement that is still held keeps the handle alive until it goes.
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

  /// A statement of the caller's own, for many rows.
  func prepare(_ sql: String) throws(HistoryFailure) -> Statement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw failure(code) }
    return Statement(statement, of: self)
  }

  /// Lends `body` a statement that is prepared once for each SQL text.
  private func withStatement<Result>(
    _ sql: String, _ body: (Statement) throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    // Taken out while it is in use, so that `body` may run the same SQL again.
    let statement = if let known = idle.removeValue(forKey: sql) { known } else { try prepare(sql) }
    defer { idle[sql] = statement }
    return try body(statement)
  }

  /// Inserts, updates or deletes. Values are bound in the order of the question marks.
  func run<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws(HistoryFailure) {
    try withStatement(sql) { statement throws(HistoryFailure) in try statement.run(repeat each values) }
  }

  /// What `read` makes of each row that a query finds.
  func rows<each Value: Bindable, Element>(
    _ sql: String, _ values: repeat each Value, read: (Row) throws(HistoryFailure) -> Element
  ) throws(HistoryFailure) -> [Element] {
    var elements: [Element] = []
    try withStatement(sql) { statement throws(HistoryFailure) in
      try statement.forEach(repeat each values) { row throws(HistoryFailure) in elements.append(try read(row)) }
    }
    return elements
  }

  /// What `read` makes of the first row that a query finds; nil if there is none.
  func first<each Value: Bindable, Element>(
    _ sql: String, _ values: repeat each Value, read: (Row) throws(HistoryFailure) -> Element
  ) throws(HistoryFailure) -> Element? {
    try withStatement(sql) { statement throws(HistoryFailure) in
      try statement.first(repeat each values, read: read)
    }
  }

  /// The first column of the first row that a query finds; nil if there is none, or it is NULL.
  func number<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws(HistoryFailure) -> Int64? {
    try withStatement(sql) { statement throws(HistoryFailure) in try statement.number(repeat each values) }
  }

  /// Sets how much memory the cache may take; what it holds beyond that goes to the log.
  func limitCache(toKilobytes size: Int) throws(HistoryFailure) { try execute("PRAGMA cache_size = -\(size)") }

  /// Writes what is new in the cache to the log, and gives its memory back to the system.
  func emptyCache() throws(HistoryFailure) {
    let code = sqlite3_db_cacheflush(handle)
    // Pages that a statement is looking at stay, which is all the same.
    guard code == SQLITE_OK || code == SQLITE_BUSY else { throw failure(code) }
    sqlite3_db_release_memory(handle)
    // Pages are small blocks, which glibc would keep.
    Heap.releaseFreeMemory()
  }

  var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// How many rows the last statement inserted, changed or deleted.
  var changedRows: Int { Int(sqlite3_changes64(handle)) }
}

extension Database {
  enum Transaction: String {
    /// Sees one state of the database throughout.
    case reading = "BEGIN"
    /// Holds the write lock from its beginning.
    case writing = "BEGIN IMMEDIATE"
  }

  /// Runs `body` as one transaction; if it throws, nothing has happened.
  func transaction<Result>(
    _ kind: Transaction, _ body: () throws(HistoryFailure) -> Result
  ) throws(HistoryFailure) -> Result {
    try run(kind.rawValue)
    do throws(HistoryFailure) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // Some errors (a full disk) have rolled it back already.
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

  /// Turns a result code of SQLite into facts.
  func failure(_ code: CInt) -> HistoryFailure {
    guard let handle else { return .failed(path: path, message: "it is closed") }
    let message = String(cString: sqlite3_errmsg(handle))
    return switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy(path: path, seconds: busySeconds)
    case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt(path: path, message: message)
    case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM: .cannotOpen(path: path, message: message)
    default: .failed(path: path, message: message)
    }
  }
}
