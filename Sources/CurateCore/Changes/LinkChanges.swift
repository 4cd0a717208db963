import MarkdownSyntax

/// What stages can do to a link. Each verb names its rule and reason, and refuses what the roles forbid.
extension Collection {
  /// Writes another URL for a link.
  ///
  /// A reference link's URL stands in its definition: it is changed once, and only if every use of the definition
  /// still present agrees.
  @discardableResult
  public mutating func setURL(_ id: LinkID, to url: String, rule: RuleID, reason: String) -> Refusal? {
    if let refusal = refusalToTouch(id) { return refusal }
    let link = self[id]
    let before = self.url(of: id)
    guard url != before else { return nil }
    var users = [id]
    if link.syntax == .reference {
      users = uses(ofDefinitionAt: link.destination, in: link.document)
      guard users.allSatisfy({ self.url(of: $0) == before }) else { return .definitionShared }
    }
    guard let replacement = DestinationWriter.bytes(for: url, of: link, in: self[link.document].tree) else {
      return .unfit("'\(url)' cannot be written as a bare URL")
    }
    for user in users {
      rewrites[user, default: Rewrite()].url = url
      links[user.index].fate = .changed
      identities[user.index] = .unknown
    }
    let change = Change(
      kind: .set, link: id, rule: rule, reason: reason, field: "url", before: before, after: url)
    record(change, in: link.document, at: link.destination.range, replacement: replacement)
    return nil
  }

  /// Gives a link another text; a bare URL becomes an inline link.
  @discardableResult
  public mutating func setTitle(_ id: LinkID, to title: String, rule: RuleID, reason: String) -> Refusal? {
    if let refusal = refusalToTouch(id) { return refusal }
    let link = self[id]
    guard link.role != .image, link.syntax != .html, link.syntax != .image else {
      return .unfit("the text of \(link.syntax.rawValue) links is not rewritten")
    }
    let before = self.title(of: id)
    guard title != before else { return nil }
    let text = DestinationWriter.linkText(title)
    rewrites[id, default: Rewrite()].title = title
    links[id.index].fate = .changed
    let change = Change(
      kind: .set, link: id, rule: rule, reason: reason, field: "title", before: before, after: title)
    switch link.syntax {
    case .bare, .angle:
      let whole =
        Array("[".utf8) + text + Array("](".utf8) + DestinationWriter.inline(url(of: id)) + [UInt8(ascii: ")")]
      record(change, in: link.document, at: link.range.range, replacement: whole)
    default:
      record(change, in: link.document, at: link.text.range, replacement: text)
    }
    return nil
  }

  /// Puts the whole text of `twin` in the place of a link, byte for byte.
  @discardableResult
  public mutating func adopt(_ id: LinkID, textOf twin: LinkID, rule: RuleID, reason: String) -> Refusal? {
    if let refusal = refusalToTouch(id) { return refusal }
    let link = self[id]
    let source = self[twin]
    guard source.syntax != .reference else { return .unfit("the twin is a reference link") }
    let bytes = Array(self[source.document].source[source.range.range])
    let before = self[link.document].text(in: link.range.range)
    rewrites[id] = Rewrite(source: twin)
    links[id.index].fate = .changed
    identities[id.index] = .unknown
    let change = Change(
      kind: .set, link: id, other: twin, rule: rule, reason: reason, field: "link", before: before,
      after: String(decoding: bytes, as: UTF8.self))
    record(change, in: link.document, at: link.range.range, replacement: bytes)
    return nil
  }

  /// Removes the item that an entry opens.
  @discardableResult
  public mutating func remove(_ id: LinkID, rule: RuleID, reason: String) -> Refusal? {
    if let refusal = refusalToRemove(id, survivor: nil) { return refusal }
    takeOut(id, fate: .removed, kind: .remove, other: nil, rule: rule, reason: reason)
    return nil
  }

  /// Removes the item that an entry opens because `survivor` stands for it.
  @discardableResult
  public mutating func merge(_ id: LinkID, into survivor: LinkID, rule: RuleID, reason: String) -> Refusal? {
    guard id != survivor, self[survivor].fate.isPresent else { return .alreadyGone }
    if let refusal = refusalToRemove(id, survivor: survivor) { return refusal }
    takeOut(id, fate: .merged(into: survivor), kind: .merge, other: survivor, rule: rule, reason: reason)
    return nil
  }

  private mutating func takeOut(
    _ id: LinkID, fate: Fate, kind: Event.Kind, other: LinkID?, rule: RuleID, reason: String
  ) {
    let link = self[id]
    let document = self[link.document]
    guard let item = ItemScope(of: link, in: document) else { return }
    let range = item.rangeToRemove(in: document)
    losses[BlockID(document: link.document, node: item.container), default: 0] += 1
    // Images and badges of the item go with it.
    for other in linksOfItem(item, around: id) { links[other.index].fate = fate }
    let change = Change(
      kind: kind, link: id, other: other, rule: rule, reason: reason, field: "item",
      before: document.text(in: range), after: "")
    record(change, in: link.document, at: range, replacement: [])
  }

  private func uses(ofDefinitionAt destination: ByteRange, in document: DocumentID) -> [LinkID] {
    self[document].links.filter {
      links[$0].syntax == .reference && links[$0].destination == destination && links[$0].fate.isPresent
    }.map { LinkID($0) }
  }

  /// What speaks against any change of the link.
  private func refusalToTouch(_ id: LinkID) -> Refusal? {
    let link = self[id]
    guard link.fate.isPresent else { return .alreadyGone }
    if let shield = self[link.document].shields.line(covering: link.range.lowerBound) { return .shielded(line: shield) }
    return nil
  }
}
