import MarkdownSyntax

/// Changes to links. Each call names its rule and reason, and returns a refusal if the model forbids the change.
extension Collection {
  /// Sets the URL of a link.
  ///
  /// The URL of a reference link is in its definition. It is changed once for all uses, and only if no other use got a
  /// different URL in the same stage.
  ///
  /// - Returns: the reason if the change was refused; nil if it was made or was not needed.
  @discardableResult
  public mutating func setURL(_ id: LinkID, to url: String, rule: RuleID, reason: String) -> Refusal? {
    if let refusal = refusalToChange(id) { return refusal }
    let before = self.url(of: id)
    guard !url.utf8.elementsEqual(before.utf8) else { return nil }
    if let refusal = refusalByIgnore(rule, link: id) { return refusal }
    let change = Change(kind: .set, link: id, rule: rule, reason: reason, field: "url", before: before, after: url)
    if let whole = rewrites[id]?.whole {
      guard let rewritten = Self.rewriting(whole, url: url) else {
        return .unsupported("'\(url)' cannot be written in this link")
      }
      return rewrite(id, as: rewritten, change) { $0.url = url }
    }
    return isReference(self[id]) ? setDefinition(of: id, to: url, change) : setOwnDestination(of: id, to: url, change)
  }

  private mutating func setOwnDestination(of id: LinkID, to url: String, _ change: Change) -> Refusal? {
    let link = self[id]
    let tree = self[link.document].tree
    guard
      let bytes = DestinationWriter.bytes(
        for: url, syntax: link.syntax, destination: link.destination.range, in: tree)
    else { return .unsupported("'\(url)' cannot be written as a bare URL") }
    updateRewrite(of: id) {
      $0.url = url
      $0.destination = bytes
    }
    record(change, in: link.document, at: link.destination.range, replacement: bytes, priority: .link)
    return nil
  }

  private mutating func setDefinition(of id: LinkID, to url: String, _ change: Change) -> Refusal? {
    let link = self[id]
    let document = self[link.document]
    if let refusal = protection(of: link.destination.range, in: document) { return refusal }
    if let origin = rewrites[id]?.origin, origin.stage == journal.stage, origin.link != id { return .definitionShared }
    guard
      let bytes = DestinationWriter.bytes(
        for: url, syntax: .reference, destination: link.destination.range, in: document.tree)
    else { return .unsupported("'\(url)' cannot be written in this link") }
    let origin = (journal.stage, id)
    for user in uses(ofDefinitionAt: link.destination, in: link.document) {
      updateRewrite(of: user) {
        $0.url = url
        $0.origin = origin
      }
      var own = change
      own.link = user
      record(
        own, in: link.document, at: link.destination.range, replacement: user == id ? bytes : nil, priority: .link)
    }
    return nil
  }

  /// Sets the text of a link. A bare URL becomes an inline link.
  ///
  /// - Returns: the reason if the change was refused; nil if it was made or was not needed.
  @discardableResult
  public mutating func setTitle(_ id: LinkID, to title: String, rule: RuleID, reason: String) -> Refusal? {
    if let refusal = refusalToChange(id) { return refusal }
    let link = self[id]
    guard link.role != .image, link.syntax != .html, link.syntax != .image else {
      return .unsupported("the text of \(link.syntax.rawValue) links cannot be changed")
    }
    guard !containsLinks(link) else { return .unsupported("the link contains an image") }
    let before = self.title(of: id)
    guard !title.utf8.elementsEqual(before.utf8) else { return nil }
    if let refusal = refusalByIgnore(rule, link: id) { return refusal }
    let change = Change(
      kind: .set, link: id, rule: rule, reason: reason, field: "title", before: before, after: title)
    let text = DestinationWriter.linkText(title)
    if let whole = rewrites[id]?.whole {
      guard let rewritten = Self.rewriting(whole, text: text) else { return .unsupported("its text cannot be changed") }
      return rewrite(id, as: rewritten, change) { $0.title = title }
    }
    guard link.syntax != .bare, link.syntax != .angle else {
      let inline = Array("[".utf8) + text + Array("](".utf8) + DestinationWriter.inline(url(of: id)) + Array(")".utf8)
      return rewrite(id, as: inline, change) { $0.title = title }
    }
    updateRewrite(of: id) {
      $0.title = title
      $0.text = text
    }
    record(change, in: link.document, at: link.text.range, replacement: text, priority: .link)
    return nil
  }

  /// Replaces the bytes of a link with the current bytes of `source`, another link.
  @discardableResult
  public mutating func replace(_ id: LinkID, withCopyOf source: LinkID, rule: RuleID, reason: String) -> Refusal? {
    if let refusal = refusalToReplace(id, withCopyOf: source) ?? refusalByIgnore(rule, link: id) { return refusal }
    let bytes = currentBytes(of: source)
    let before = currentBytes(of: id)
    let change = Change(
      kind: .set, link: id, other: source, rule: rule, reason: reason, field: "link",
      before: String(decoding: before, as: UTF8.self), after: String(decoding: bytes, as: UTF8.self))
    let (url, title) = (self.url(of: source), self.title(of: source))
    return rewrite(id, as: bytes, change) { $0 = Rewrite(url: url, title: title) }
  }

  /// Returns why a link cannot be replaced with a copy of `source`; nil if it can.
  public func refusalToReplace(_ id: LinkID, withCopyOf source: LinkID) -> Refusal? {
    if let refusal = refusalToChange(id) { return refusal }
    guard id != source else { return .unsupported("a link cannot be replaced with itself") }
    let (link, copied) = (self[id], self[source])
    guard !isReference(copied) else { return .unsupported("the link to copy is a reference link") }
    guard !containsLinks(link), !containsLinks(copied) else { return .unsupported("the link contains an image") }
    if EnclosingItem(of: link, in: self[link.document])?.isRow == true {
      let fits = currentBytes(of: source).allSatisfy { $0 != UInt8(ascii: "|") && $0 != 0x0A && $0 != 0x0D }
      guard fits else { return .unsupported("the link to copy does not fit into a table cell") }
    }
    return nil
  }

  /// Removes the item that an entry opens.
  ///
  /// - Returns: the reason if the removal was refused; nil if the item was removed.
  @discardableResult
  public mutating func remove(_ id: LinkID, rule: RuleID, reason: String) -> Refusal? {
    if let refusal = refusalToRemove(id, survivor: nil) ?? refusalByIgnore(rule, link: id) { return refusal }
    removeItem(id, fate: .removed, kind: .remove, other: nil, rule: rule, reason: reason)
    return nil
  }

  /// Merges an entry into `survivor`: removes the item that the entry opens.
  ///
  /// - Returns: the reason if the merge was refused; nil if the item was removed.
  @discardableResult
  public mutating func merge(_ id: LinkID, into survivor: LinkID, rule: RuleID, reason: String) -> Refusal? {
    guard id != survivor, self[survivor].fate.isPresent else { return .alreadyRemoved }
    if let refusal = refusalToRemove(id, survivor: survivor) ?? refusalByIgnore(rule, link: id) { return refusal }
    removeItem(id, fate: .merged(into: survivor), kind: .merge, other: survivor, rule: rule, reason: reason)
    return nil
  }

  private mutating func removeItem(
    _ id: LinkID, fate: Fate, kind: Event.Kind, other: LinkID?, rule: RuleID, reason: String
  ) {
    let link = self[id]
    let document = self[link.document]
    guard let item = EnclosingItem(of: link, in: document) else { return }
    let range = item.rangeToRemove(in: document, between: itemCounts.neighbors(of: item, in: document))
    itemCounts.remove(item, in: document)
    // Images and badges of the item are removed with it. Each gets its own event.
    for removed in linksOfItem(item, around: id) {
      links[removed.index].fate = fate
      let text = removed == id ? document.text(in: range) : document.text(in: self[removed].range.range)
      let change = Change(
        kind: kind, link: removed, other: other, rule: rule, reason: reason, field: removed == id ? "item" : "image",
        before: text, after: "")
      record(
        change, in: link.document, at: removed == id ? range : self[removed].range.range,
        replacement: removed == id ? [] : nil, priority: .item)
    }
  }
}

/// Composes the bytes of changed links.
extension Collection {
  /// Returns the link's bytes with all changes so far.
  func currentBytes(of id: LinkID) -> [UInt8] {
    let link = self[id]
    let source = self[link.document].source
    guard let rewrite = rewrites[id] else { return Array(source[link.range.range]) }
    if let whole = rewrite.whole { return whole }
    var parts: [(range: Range<Int>, bytes: [UInt8])] = []
    if let bytes = rewrite.destination { parts.append((link.destination.range, bytes)) }
    if let bytes = rewrite.text { parts.append((link.text.range, bytes)) }
    return Self.splicing(parts, into: source, within: link.range.range)
  }

  /// Returns a range of the source with parts of it replaced.
  private static func splicing(
    _ parts: [(range: Range<Int>, bytes: [UInt8])], into source: [UInt8], within range: Range<Int>
  ) -> [UInt8] {
    var out: [UInt8] = []
    var position = range.lowerBound
    for part in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      out += source[position..<part.range.lowerBound]
      out += part.bytes
      position = part.range.upperBound
    }
    return out + source[position..<range.upperBound]
  }

  /// Returns the bytes of a replaced link with another URL or text; nil if they cannot be written.
  private static func rewriting(_ whole: [UInt8], url: String? = nil, text: [UInt8]? = nil) -> [UInt8]? {
    let tree = MarkdownTree(parsing: whole)
    guard let link = tree.nodes.lazy.compactMap({ LinkScan.link(at: NodeID($0), in: tree) }).first else { return nil }
    if let url {
      let bytes = DestinationWriter.bytes(for: url, syntax: link.syntax, destination: link.destination, in: tree)
      return bytes.map { splicing([(link.destination, $0)], into: whole, within: 0..<whole.count) }
    }
    guard let text, link.syntax == .inline else { return nil }
    return splicing([(link.text, text)], into: whole, within: 0..<whole.count)
  }

  /// Replaces all bytes of a link.
  private mutating func rewrite(
    _ id: LinkID, as bytes: [UInt8], _ change: Change, _ update: (inout Rewrite) -> Void
  ) -> Refusal? {
    let link = self[id]
    updateRewrite(of: id) {
      update(&$0)
      $0.whole = bytes
    }
    record(change, in: link.document, at: link.range.range, replacement: bytes, priority: .link)
    return nil
  }

  /// Records changed values of a link.
  private mutating func updateRewrite(of id: LinkID, _ update: (inout Rewrite) -> Void) {
    update(&rewrites[id, default: Rewrite()])
    links[id.index].fate = .changed
    identities.forget(id)
  }

  /// Whether the destination is in a definition elsewhere.
  private func isReference(_ link: Link) -> Bool {
    !link.range.range.contains(link.destination.lowerBound) && !link.destination.range.isEmpty
  }

  /// Whether other links (images) are inside the link.
  private func containsLinks(_ link: Link) -> Bool {
    let next = link.id.index + 1
    return next < self[link.document].links.upperBound && links[next].range.lowerBound < link.range.upperBound
  }

  /// Returns the links that currently use a definition.
  private mutating func uses(ofDefinitionAt destination: ByteRange, in document: DocumentID) -> [LinkID] {
    if definitionUses[document] == nil {
      var uses: [ByteRange: [LinkID]] = [:]
      for link in links[self[document].links] where isReference(link) {
        uses[link.destination, default: []].append(link.id)
      }
      definitionUses[document] = uses
    }
    let all = definitionUses[document]?[destination] ?? []
    return all.filter { self[$0].fate.isPresent && rewrites[$0]?.whole == nil }
  }

  /// Returns a refusal if the link must not be changed at all; nil otherwise.
  private func refusalToChange(_ id: LinkID) -> Refusal? {
    let link = self[id]
    guard link.fate.isPresent else { return .alreadyRemoved }
    return protection(of: link.range.range, in: self[link.document])
  }
}
