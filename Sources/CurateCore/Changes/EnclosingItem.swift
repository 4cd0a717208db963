import MarkdownSyntax

/// The list item or table row that contains a link.
struct EnclosingItem {
  /// The item or row.
  let node: NodeID
  /// The list or table.
  let container: NodeID
  let isRow: Bool
  let range: Range<Int>

  /// Finds the nearest item or row around a link; nil for a link outside lists and tables.
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

  /// Returns a refusal if the item's own structure forbids its removal; nil otherwise.
  func refusal(in document: Document) -> Refusal? {
    let tree = document.tree
    guard !isRow else { return nil }
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

  /// Returns the whole lines to remove: up to the next item, so that blank lines between items are included; for the last
  /// item from the end of the previous item.
  ///
  /// - Parameter neighbors: the remaining items before and after it.
  func rangeToRemove(in document: Document, between neighbors: (previous: NodeID?, next: NodeID?)) -> Range<Int> {
    let tree = document.tree
    let lines = document.lines
    var start = lines.range(ofLine: document.line(at: range.lowerBound)).lowerBound
    if let next = neighbors.next {
      let nextLine = document.line(at: tree.range(of: next).lowerBound)
      return start..<max(start, lines.range(ofLine: nextLine).lowerBound)
    }
    let end = lines.range(ofLine: document.line(at: max(range.lowerBound, range.upperBound - 1))).upperBound
    if !isRow, let previous = neighbors.previous {
      let last = max(0, tree.range(of: previous).upperBound - 1)
      start = min(start, lines.range(ofLine: document.line(at: last)).upperBound)
    }
    return start..<end
  }

  /// Returns the bytes of the item except its link, with white space folded; empty if they are only punctuation.
  ///
  /// Emoji and other symbols count as text, because they have a meaning in many lists.
  func text(without link: Link, in document: Document) -> [UInt8] {
    var start = range.lowerBound
    if !isRow, let item = document.tree.item(node) { start = item.contentStart }
    var words: [UInt8] = []
    var hasText = false
    for part in [
      start..<max(start, link.range.lowerBound), min(link.range.upperBound, range.upperBound)..<range.upperBound,
    ] {
      var isInWord = false
      for byte in document.source[part] {
        let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
        if !isSpace {
          if !isInWord, !words.isEmpty { words.append(0x20) }
          words.append(byte)
          hasText = hasText || !Self.isPunctuation(byte)
        }
        isInWord = !isSpace
      }
    }
    return hasText ? words : []
  }

  /// Whether a byte is ASCII punctuation that joins a link to its description or encloses it.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}
