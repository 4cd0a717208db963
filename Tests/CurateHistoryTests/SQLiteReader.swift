import CSQLite

/// Reads a database through SQLite directly, without code of curate.
final class SQLiteReader {
  private var handle: OpaquePointer?

  struct Failure: Error, CustomStringConvertible { var description: String }

  enum Value: Equatable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    init(integerLiteral number: Int64) { self = .integer(number) }
    init(stringLiteral text: String) { self = .text(text) }
    init(nilLiteral: ()) { self = .null }

    var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
  }

  struct Row {
    var names: [String]
    var values: [Value]
    subscript(_ column: Int) -> Value { values[column] }
    subscript(_ name: String) -> Value? { names.firstIndex(of: name).map { values[$0] } }
  }

  init(path: String) throws {
    guard sqlite3_open(path, &handle) == SQLITE_OK else { throw failure }
  }

  deinit { sqlite3_close(handle) }

  private var failure: Failure { Failure(description: String(cString: sqlite3_errmsg(handle))) }

  func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  func query(_ sql: String) throws -> [Row] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
    defer { sqlite3_finalize(statement) }
    let columns = 0..<sqlite3_column_count(statement)
    let names = columns.map { String(cString: sqlite3_column_name(statement, $0)) }
    var rows: [Row] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: rows.append(Row(names: names, values: columns.map { Self.value(statement, $0) }))
      case SQLITE_DONE: return rows
      default: throw failure
      }
    }
  }

  private static func value(_ statement: OpaquePointer?, _ column: CInt) -> Value {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT: .text(String(cString: sqlite3_column_text(statement, column)))
    case SQLITE_BLOB:
      .blob(
        [UInt8](
          UnsafeRawBufferPointer(
            start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))))
    default: .null
    }
  }
}
