import MarkdownSyntax

/// Changes to the text between links.
extension Collection {
  /// Replaces markers or white space. Neither the old nor the new bytes may contain other characters.
  ///
  /// - Parameter field: what changes: `marker`, `space` or `blank-line`.
  /// - Returns: the reason if the change was refused; nil if it was made or was not needed.
  @discardableResult
  public mutating func restyle(
    _ range: Range<Int>, in document: DocumentID, with replacement: [UInt8], field: String, rule: RuleID, reason: String
  ) -> Refusal? {
    let doc = self[document]
    if let refusal = protection(of: range, in: doc) { return refusal }
    let before = doc.source[range]
    guard before.allSatisfy(Self.isLayout), replacement.allSatisfy(Self.isLayout) else {
      return .unsupported("only markers and white space can be changed")
    }
    guard !before.elementsEqual(replacement) else { return nil }
    if let line = ignoreLine(rule, in: document, link: nil) { return .ignored(line: line) }
    let change = Change(
      kind: .edit, rule: rule, reason: reason, field: field, before: doc.text(in: range),
      after: String(decoding: replacement, as: UTF8.self))
    record(change, in: document, at: range, replacement: replacement, priority: .layout)
    return nil
  }

  /// Replaces a block.
  ///
  /// Keeps links whose URL occurs in the replacement too, removes the links in `removing`, and adds links that only the
  /// replacement contains. Any other link of the block is lost; `LinkAccount` then reports it as missing.
  ///
  /// - Returns: the reason if the change was refused; nil if it was made or was not needed.
  @discardableResult
  public mutating func replaceBlock(
    _ range: Range<Int>, in document: DocumentID, with replacement: [UInt8], removing: [LinkID] = [], field: String,
    rule: RuleID, reason: String
  ) -> Refusal? {
    let doc = self[document]
    if let refusal = protection(of: range, in: doc) { return refusal }
    guard !doc.source[range].elementsEqual(replacement) else { return nil }
    if let line = ignoreLine(rule, in: document, link: nil) { return .ignored(line: line) }
    let change = Change(
      kind: .edit, rule: rule, reason: reason, field: field, before: doc.text(in: range),
      after: String(decoding: replacement, as: UTF8.self))
    let added = removeLinks(removing, from: range, of: doc, replacement: replacement, change)
    for url in added {
      let addition = Change(kind: .add, rule: rule, reason: reason, field: field, before: "", after: url)
      record(addition, in: document, at: range, replacement: nil, priority: .block)
    }
    record(change, in: document, at: range, replacement: replacement, priority: .block)
    if !range.isEmpty { replacedBlocks[document, default: []].append(range) }
    return nil
  }

  /// Marks the links of a block that are removed with it.
  ///
  /// - Returns: the URLs that the replacement adds, in their order.
  private mutating func removeLinks(
    _ removing: [LinkID], from range: Range<Int>, of document: Document, replacement: [UInt8], _ change: Change
  ) -> [String] {
    let written = Array(LinkScan.urls(in: MarkdownTree(parsing: replacement)))
    var unmatched: [[UInt8]: Int] = [:]
    for url in written { unmatched[Array(url.utf8), default: 0] += 1 }
    let removed = Set(removing)
    for index in linkIndices(in: range, of: document) where links[index].fate.isPresent {
      let id = LinkID(index)
      let url = self.url(of: id)
      if removed.contains(id) {
        links[index].fate = .removed
        var removal = change
        (removal.kind, removal.link, removal.before, removal.after) = (.remove, id, url, "")
        record(removal, in: document.id, at: links[index].range.range, replacement: nil, priority: .block)
      } else if let count = unmatched[Array(url.utf8)], count > 0 {
        unmatched[Array(url.utf8)] = count - 1
      }
    }
    // Of several equal URLs the last ones are the added ones.
    var added: [String] = []
    for url in written.reversed() {
      guard let count = unmatched[Array(url.utf8)], count > 0 else { continue }
      unmatched[Array(url.utf8)] = count - 1
      added.append(url)
    }
    return added.reversed()
  }

  /// Returns the indices of a document's links that begin in a range. Links are sorted by their first byte.
  private func linkIndices(in range: Range<Int>, of document: Document) -> Range<Int> {
    func firstLink(from offset: Int) -> Int {
      var (low, high) = (document.links.lowerBound, document.links.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if links[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return firstLink(from: range.lowerBound)..<firstLink(from: range.upperBound)
  }

  /// Inserts a block before the line that begins at `offset`.
  ///
  /// - Returns: the reason if the change was refused; nil if it was made.
  @discardableResult
  public mutating func insertBlock(
    _ bytes: [UInt8], in document: DocumentID, at offset: Int, field: String, rule: RuleID, reason: String
  ) -> Refusal? {
    replaceBlock(offset..<offset, in: document, with: bytes, field: field, rule: rule, reason: reason)
  }

  /// Whether a byte is white space or a list or quote marker.
  private static func isLayout(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20: true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"): true
    default: false
    }
  }
}
