import MarkdownSyntax

/// What stages can do to the text between links.
extension Collection {
  /// Changes a marker or white space; no letter may come or go.
  ///
  /// - Parameter field: what it is: `marker`, `space`, `blank-line`.
  @discardableResult
  public mutating func restyle(
    _ range: Range<Int>, in document: DocumentID, with replacement: [UInt8], field: String, rule: RuleID, reason: String
  ) -> Refusal? {
    let doc = self[document]
    if let shield = doc.shields.line(covering: range.lowerBound) { return .shielded(line: shield) }
    let before = doc.source[range]
    guard before.allSatisfy(Self.isLayout), replacement.allSatisfy(Self.isLayout) else {
      return .unfit("only markers and white space can be restyled")
    }
    guard !before.elementsEqual(replacement) else { return nil }
    let change = Change(
      kind: .edit, rule: rule, reason: reason, field: field, before: doc.text(in: range),
      after: String(decoding: replacement, as: UTF8.self))
    record(change, in: document, at: range, replacement: replacement)
    return nil
  }

  /// Rewrites a block.
  ///
  /// Links whose URL stands in the replacement too are kept. Links in `removing` go, by this rule. Links that only the
  /// replacement has are added. A link that is in none of the three is lost, and the account will say so.
  @discardableResult
  public mutating func replaceBlock(
    _ range: Range<Int>, in document: DocumentID, with replacement: [UInt8], removing: [LinkID] = [], field: String,
    rule: RuleID, reason: String
  ) -> Refusal? {
    let doc = self[document]
    if let shield = doc.shields.line(covering: range.lowerBound) { return .shielded(line: shield) }
    guard !doc.source[range].elementsEqual(replacement) else { return nil }
    var unmatched: [String: Int] = [:]
    for url in LinkScan.urls(in: MarkdownTree(parsing: replacement)) { unmatched[url, default: 0] += 1 }
    let gone = Set(removing)
    for index in doc.links where range.contains(links[index].range.lowerBound) && links[index].fate.isPresent {
      let id = LinkID(index)
      let url = self.url(of: id)
      if gone.contains(id) {
        links[index].fate = .removed
        let change = Change(
          kind: .remove, link: id, rule: rule, reason: reason, field: field, before: url, after: "")
        record(change, in: document, at: links[index].range.range, replacement: nil)
      } else if let count = unmatched[url], count > 0 {
        unmatched[url] = count - 1
      }
    }
    for (url, count) in unmatched.sorted(by: { $0.key < $1.key }) where count > 0 {
      for _ in 0..<count {
        let change = Change(kind: .add, rule: rule, reason: reason, field: field, before: "", after: url)
        record(change, in: document, at: range, replacement: nil)
      }
    }
    let change = Change(
      kind: .edit, rule: rule, reason: reason, field: field, before: doc.text(in: range),
      after: String(decoding: replacement, as: UTF8.self))
    record(change, in: document, at: range, replacement: replacement)
    return nil
  }

  /// Puts a new block before the line that begins at `offset`.
  @discardableResult
  public mutating func insertBlock(
    _ bytes: [UInt8], in document: DocumentID, at offset: Int, field: String, rule: RuleID, reason: String
  ) -> Refusal? {
    replaceBlock(offset..<offset, in: document, with: bytes, field: field, rule: rule, reason: reason)
  }

  private static func isLayout(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20: true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"): true
    default: false
    }
  }
}
