import GRDB
import GRDBSQLite

/// A statement that is run for many rows. Values are bound in the order of the question marks; nothing is kept of them.
struct BulkStatement {
  private let statement: Statement
  private let database: Database

  init(_ database: Database, _ sql: String) throws {
    self.database = database
    statement = try database.makeStatement(sql: sql)
  }

  /// Inserts, updates or deletes.
  func run<each Value: StatementBinding>(_ values: repeat each Value) throws {
    _ = try firstNumber(repeat each values)
  }

  /// The first column of the first row that a query finds; nil if there is none.
  func firstNumber<each Value: StatementBinding>(_ values: repeat each Value) throws -> Int64? {
    let handle = statement.sqliteStatement
    var index: CInt = 1
    for value in repeat each values {
      _ = value.bind(to: handle, at: index)
      index += 1
    }
    defer { sqlite3_reset(handle) }
    switch sqlite3_step(handle) {
    case SQLITE_DONE: return nil
    case SQLITE_ROW: return sqlite3_column_int64(handle, 0)
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
  }
}
