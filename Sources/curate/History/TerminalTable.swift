/// Rows of cells in columns as wide as their widest cell.
struct TerminalTable {
  enum Side { case left, right }

  /// Where each column's cells stand.
  var sides: [Side]
  var rows: [[String]] = []

  /// The lines, without spaces at their ends.
  func lines(indent: String = "") -> [String] {
    let widths = sides.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return sides[column] == .right ? padding + row[column] : row[column] + padding
      }
      var line = Substring(indent + cells.joined(separator: "  "))
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }
}
