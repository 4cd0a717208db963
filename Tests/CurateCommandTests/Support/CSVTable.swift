/// A CSV file (RFC 4180), read without the product's code.
struct CSVTable {
  let header: [String]
  let rows: [Row]

  struct Row {
    let cells: [String]
    fileprivate let columns: [String: Int]

    /// The cell of a column; empty if there is no such column.
    subscript(_ column: String) -> String { columns[column].map { cells[$0] } ?? "" }
  }

  struct Malformed: Error {
    var row: Int
    var reason: String
  }

  init(_ bytes: [UInt8]) throws {
    var records = try Self.records(bytes)
    guard !records.isEmpty else { throw Malformed(row: 0, reason: "no header") }
    header = records.removeFirst()
    let columns = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
    for (index, record) in records.enumerated() where record.count != header.count {
      throw Malformed(row: index + 2, reason: "\(record.count) cells, not \(header.count)")
    }
    rows = records.map { Row(cells: $0, columns: columns) }
  }

  private static func records(_ bytes: [UInt8]) throws -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch (byte, isQuoted) {
      case (UInt8(ascii: "\""), true):
        if index < bytes.count, bytes[index] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      case (UInt8(ascii: "\""), false):
        guard cell.isEmpty else { throw Malformed(row: records.count + 1, reason: "a quote inside a bare cell") }
        isQuoted = true
      case (UInt8(ascii: ","), false), (UInt8(ascii: "\n"), false):
        record.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == UInt8(ascii: "\n") {
          records.append(record)
          record = []
        }
      default: cell.append(byte)
      }
    }
    guard !isQuoted, record.isEmpty, cell.isEmpty else {
      throw Malformed(row: records.count + 1, reason: "the last row does not end")
    }
    return records
  }
}
