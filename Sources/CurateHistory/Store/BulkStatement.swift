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

  func run<each Value: StatementBinding>(_ values: repeat each Value) throws {
    let handle = statement.sqliteStatement
    var index: CInt = 1
    for value in repeat each values {
      _ = value.bind(to: handle, at: index)
      index += 1
    }
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
  }
}
