/// Tables, in cmark-gfm's format.
extension HTMLRenderer {
  func isHeader(_ node: NodeID) -> Bool { tree[node].flags.contains(.isHeader) }

  mutating func openRow(_ node: NodeID) {
    if tree.isHeaderRow(node) {
      write("<thead>\n")
    } else if let table = tree.parent(of: node), let header = tree.firstChild(of: table),
      tree.nextSibling(of: header) == node
    {
      write("<tbody>\n")
    }
    write("<tr>\n")
  }

  mutating func openCell(_ node: NodeID) {
    guard let row = tree.parent(of: node), let table = tree.parent(of: row) else { return }
    writeCellTag(table, Int(tree[node].extra), isHeader: isHeader(node))
  }

  private mutating func writeCellTag(_ table: NodeID, _ column: Int, isHeader: Bool) {
    write(isHeader ? "<th" : "<td")
    switch tree.alignment(ofColumn: column, in: table) {
    case .left: write(" align=\"left\"")
    case .right: write(" align=\"right\"")
    case .center: write(" align=\"center\"")
    case .none: break
    }
    write(">")
  }

  mutating func closeRow(_ node: NodeID) {
    guard let table = tree.parent(of: node) else { return }
    var cells = 0
    var cell = tree.firstChild(of: node)
    while let current = cell {
      cells += 1
      cell = tree.nextSibling(of: current)
    }
    // A row with fewer cells than columns is filled up; a table of many columns must not blow the output up, so that
    // ends after as many cells as cmark-gfm fills.
    while cells < tree.columnCount(of: table), filledCells < 524_288 {
      filledCells += 1
      writeCellTag(table, cells, isHeader: false)
      write("</td>\n")
      cells += 1
    }
    write("</tr>\n")
    if tree.isHeaderRow(node) { write("</thead>\n") }
  }

  mutating func closeTable(_ node: NodeID) {
    if let header = tree.firstChild(of: node), tree.nextSibling(of: header) != nil { write("</tbody>\n") }
    write("</table>\n")
  }
}

extension MarkdownTree {
  func columnCount(of table: NodeID) -> Int { Int(self[table].extra) }

  func alignment(ofColumn column: Int, in table: NodeID) -> ColumnAlignment {
    column < columnCount(of: table)
      ? ColumnAlignment(rawValue: alignments[Int(self[table].aux) + column]) ?? .none : .none
  }
}
