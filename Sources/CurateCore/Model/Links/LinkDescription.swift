import MarkdownSyntax

extension Collection {
  /// Returns the description of an entry: the text after the link in its item, without the dash or colon that joins them;
  /// for a table row the text of the other cells. Empty for links of other roles.
  public func description(of id: LinkID) -> String {
    let link = self[id]
    guard link.role == .entry else { return "" }
    let document = self[link.document]
    guard let item = EnclosingItem(of: link, in: document) else { return "" }
    let text = item.isRow ? Self.otherCells(of: link, in: item, document.tree) : Self.textAfter(link, in: document.tree)
    return String(Self.withoutJoiner(text)).foldingSpaces
  }

  /// Returns the text without leading spaces, dashes, colons and bars.
  private static func withoutJoiner(_ text: String) -> Substring {
    let bytes = text.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let next = bytes.index(after: start)
      // Nearly all are ASCII. A byte beyond ASCII may combine with the character before it.
      guard bytes[start] < 0x80, next == bytes.endIndex || bytes[next] < 0x80 else {
        return text[start...].drop { " \t\n-–—:·|,;".contains($0) }
      }
      switch bytes[start] {
      case 0x20, 0x09, 0x0A, UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: ","),
        UInt8(ascii: ";"):
        start = next
      default: return text[start...]
      }
    }
    return text[start...]
  }

  /// Returns the text of the siblings after the link, at each level up to its block.
  private static func textAfter(_ link: Link, in tree: MarkdownTree) -> String {
    var text = ""
    var level: NodeID? = link.node
    while let node = level, !isBlock(tree.kind(of: node)) {
      var next = tree.nextSibling(of: node)
      while let sibling = next {
        if tree.range(of: sibling).lowerBound >= link.range.upperBound { text += tree.plainText(of: sibling) }
        next = tree.nextSibling(of: sibling)
      }
      level = tree.parent(of: node)
    }
    return text
  }

  /// Returns the text of the row's other cells, joined by ` | `.
  private static func otherCells(of link: Link, in row: EnclosingItem, _ tree: MarkdownTree) -> String {
    var cells: [String] = []
    var next = tree.firstChild(of: row.node)
    while let cell = next {
      if !tree.subtree(of: cell).contains(Int(link.node.index)) {
        let text = tree.plainText(of: cell).foldingSpaces
        if !text.isEmpty { cells.append(text) }
      }
      next = tree.nextSibling(of: cell)
    }
    return cells.joined(separator: " | ")
  }

  private static func isBlock(_ kind: NodeKind) -> Bool {
    switch kind {
    case .paragraph, .item, .tableCell, .htmlBlock, .document: true
    default: false
    }
  }
}
