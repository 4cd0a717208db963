/// A table for the terminal; each column is as wide as its widest cell.
struct TerminalTable {
  enum Side { case left, right }

  /// The alignment of each column.
  var sides: [Side]
  var rows: [[String]] = []

  /// Returns the lines without trailing spaces.
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
