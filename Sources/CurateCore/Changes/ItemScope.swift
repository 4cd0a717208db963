import MarkdownSyntax

/// The list item or table row that holds a link.
struct ItemScope {
  /// The item or row.
  let node: NodeID
  /// The list or table.
  let container: NodeID
  let isRow: Bool
  let range: Range<Int>

  /// The nearest item or row around a link; nil for a link outside lists and tables.
  init?(of link: Link, in document: Document) {
    let tree = document.tree
    var next: NodeID? = link.node
    while let node = next {
      let kind = tree.kind(of: node)
      if kind == .item || kind == .tableRow, let container = tree.parent(of: node) {
        self.node = node
        self.container = container
        isRow = kind == .tableRow
        range = tree.range(of: node)
        return
      }
      if kind == .blockQuote || kind == .footnoteDefinition { return nil }
      next = tree.parent(of: node)
    }
    return nil
  }

  /// What the item's own shape says against its removal.
  func refusal(in document: Document) -> Refusal? {
    let tree = document.tree
    guard !isRow else { return tree.isHeaderRow(node) ? .notAnEntry(.prose) : nil }
    if tree.list(container)?.start != nil { return .orderedList }
    var child = tree.firstChild(of: node)
    while let current = child {
      if tree.kind(of: current) == .list { return .hasChildren }
      child = tree.nextSibling(of: current)
    }
    let lineStart = document.lines.range(ofLine: document.line(at: range.lowerBound)).lowerBound
    let isAlone = document.source[lineStart..<range.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    return isAlone ? nil : .sharesLine
  }

  /// How many items the list has, or rows that are not the header.
  func siblings(in document: Document) -> Int {
    let tree = document.tree
    var count = 0
    var child = tree.firstChild(of: container)
    while let current = child {
      if !tree.isHeaderRow(current) { count += 1 }
      child = tree.nextSibling(of: current)
    }
    return count
  }

  /// Whole lines: up to the next item, so that blank lines between items go along; for the last item back to the end of
  /// the one before.
  func rangeToRemove(in document: Document) -> Range<Int> {
    let tree = document.tree
    let lines = document.lines
    var start = lines.range(ofLine: document.line(at: range.lowerBound)).lowerBound
    if let next = tree.nextSibling(of: node) {
      let nextLine = document.line(at: tree.range(of: next).lowerBound)
      return start..<max(start, lines.range(ofLine: nextLine).lowerBound)
    }
    let end = lines.range(ofLine: document.line(at: max(range.lowerBound, range.upperBound - 1))).upperBound
    if !isRow, let previous = previousSibling(in: tree) {
      let last = max(0, tree.range(of: previous).upperBound - 1)
      start = min(start, lines.range(ofLine: document.line(at: last)).upperBound)
    }
    return start..<end
  }

  private func previousSibling(in tree: MarkdownTree) -> NodeID? {
    var previous: NodeID?
    var child = tree.firstChild(of: container)
    while let current = child, current != node {
      previous = current
      child = tree.nextSibling(of: current)
    }
    return previous
  }

  /// The item's text without its link, spaces folded; empty if only punctuation is left.
  func wordsBesides(_ link: Link, in document: Document) -> String {
    var start = range.lowerBound
    if !isRow, let item = document.tree.item(node) { start = item.contentStart }
    let before = document.text(in: start..<max(start, link.range.lowerBound))
    let after = document.text(in: min(link.range.upperBound, range.upperBound)..<range.upperBound)
    let words = (before + " " + after).split { $0.isWhitespace }.joined(separator: " ")
    return words.contains { $0.isLetter || $0.isNumber } ? words : ""
  }
}
