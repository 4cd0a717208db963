import MarkdownSyntax

extension Collection {
  /// Adds an entry to a section, below its last one and written like it.
  ///
  /// - Returns: a refusal where the section has no bulleted list of its own.
  @discardableResult
  public mutating func addEntry(
    url: String, title: String, description: String = "", to section: SectionID, rule: RuleID, reason: String
  ) -> Refusal? {
    let document = self[self[section].document]
    let last = links[document.links].last { $0.section == section && $0.opensItem && $0.fate.isPresent }
    guard let last, let item = EnclosingItem(of: last, in: document), !item.isRow,
      let start = document.tree.item(item.node)?.contentStart
    else { return .unsupported("the section has no list of its own") }
    guard document.tree.list(item.container)?.start == nil else { return .orderedList }
    let lines = document.lines
    let line = lines.range(ofLine: document.line(at: item.range.lowerBound)).lowerBound
    guard document.source[line..<item.range.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
      return .sharesLine
    }
    let end = lines.range(ofLine: document.line(at: max(item.range.lowerBound, item.range.upperBound - 1))).upperBound
    let entry = ListEntry(url: url, title: title, description: description)
    var bytes = Array(document.source[line..<start]) + entry.line
    // The last line of a file may have no end.
    let isOpen = end == document.source.count && document.source.last != 0x0A
    bytes = isOpen ? [0x0A] + bytes : bytes + [0x0A]
    return insertBlock(bytes, in: document.id, at: end, field: "entry", rule: rule, reason: reason)
  }
}
