import CSQLite
import CurateCore

/// A prepared statement. Values are bound to the question marks in order and are copied by SQLite.
final class Statement {
  private let handle: OpaquePointer
  private unowned let database: Database

  init(_ handle: OpaquePointer, of database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs the statement and ignores any rows.
  func run<each Value: Bindable>(_ values: repeat each Value) throws(HistoryFailure) {
    defer { reset() }
    try bind(repeat each values)
    while try step() {}
  }

  /// Calls `body` with each row of the query.
  func forEach<each Value: Bindable>(
    _ values: repeat each Value, body: (Row) throws(HistoryFailure) -> Void
  ) throws(HistoryFailure) {
    defer { reset() }
    try bind(repeat each values)
    while try step() { try body(Row(handle)) }
  }

  /// Returns the result of `read` for the first row, nil if there is none.
  func first<each Value: Bindable, Element>(
    _ values: repeat each Value, read: (Row) throws(HistoryFailure) -> Element
  ) throws(HistoryFailure) -> Element? {
    defer { reset() }
    try bind(repeat each values)
    return try step() ? try read(Row(handle)) : nil
  }

  /// Returns the first column of the first row, nil if there is no row or the column is NULL.
  func number<each Value: Bindable>(_ values: repeat each Value) throws(HistoryFailure) -> Int64? {
    defer { reset() }
    try bind(repeat each values)
    return try step() ? Row(handle)[0] : nil
  }

  private func bind<each Value: Bindable>(_ values: repeat each Value) throws(HistoryFailure) {
    var index: CInt = 1
    for value in repeat each values {
      let code = value.bind(to: handle, at: index)
      guard code == SQLITE_OK else { throw database.failure(code) }
      index += 1
    }
  }

  /// - Returns: whether the statement has a row.
  private func step() throws(HistoryFailure) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw database.failure(code)
    }
  }

  private func reset() { sqlite3_reset(handle) }
}

/// The columns of the current row of a statement. Valid only until the next step.
struct Row {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, CInt(column)) == SQLITE_NULL }

  subscript(_ column: Int) -> Int64 { sqlite3_column_int64(handle, CInt(column)) }
  subscript(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, CInt(column))) }
  subscript(_ column: Int) -> Bool { sqlite3_column_int64(handle, CInt(column)) != 0 }
  subscript(_ column: Int) -> Double { sqlite3_column_double(handle, CInt(column)) }

  subscript(_ column: Int) -> String {
    guard let start = sqlite3_column_text(handle, CInt(column)) else { return "" }
    // Must be called after sqlite3_column_text, because it counts the bytes of that text.
    let count = Int(sqlite3_column_bytes(handle, CInt(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  subscript(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, CInt(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, CInt(column)))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  subscript(_ column: Int) -> Int64? { isNull(column) ? nil : self[column] as Int64 }
  subscript(_ column: Int) -> Int? { isNull(column) ? nil : self[column] as Int }
  subscript(_ column: Int) -> Bool? { isNull(column) ? nil : self[column] as Bool }
  subscript(_ column: Int) -> String? { isNull(column) ? nil : self[column] as String }
  subscript(_ column: Int) -> [UInt8]? { isNull(column) ? nil : self[column] as [UInt8] }
}
