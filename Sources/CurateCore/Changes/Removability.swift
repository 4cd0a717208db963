import MarkdownSyntax

/// Which entries can go: the promise that nothing but whole, plain items is ever removed.
extension Collection {
  /// Why the item of `id` cannot go, with `survivor` standing for it if there is one; nil if it can.
  public mutating func refusalToRemove(_ id: LinkID, survivor: LinkID?) -> Refusal? {
    let link = self[id]
    guard link.fate.isPresent else { return .alreadyRemoved }
    guard link.role == .entry else { return .notAnEntry(link.role) }
    let document = self[link.document]
    guard link.opensItem, let item = EnclosingItem(of: link, in: document) else { return .doesNotOpenItem }
    if let refusal = protection(of: item.range, in: document) ?? item.refusal(in: document) { return refusal }
    if let refusal = itemCounts.refusal(for: item, in: document) { return refusal }
    let others = linksOfItem(item, around: id).filter { $0 != id && self[$0].role != .image }
    guard others.isEmpty else { return .otherLinksInItem }
    return refusalForText(of: id, item: item, survivor: survivor)
  }

  /// What keeps any change away from a stretch of a document: a comment, or a block that was written anew.
  func protection(of range: Range<Int>, in document: Document) -> Refusal? {
    if let shield = document.suppressions.line(overlapping: range) { return .suppressed(line: shield) }
    guard let blocks = replacedBlocks[document.id] else { return nil }
    return blocks.contains { $0.overlaps(range) } ? .blockReplaced : nil
  }

  /// The words of an item besides its link must not get lost.
  private func refusalForText(of id: LinkID, item: EnclosingItem, survivor: LinkID?) -> Refusal? {
    let document = self[self[id].document]
    let words = item.wordsBesides(self[id], in: document)
    guard !words.isEmpty, let survivor else { return nil }
    let keeper = self[survivor]
    let keeperDocument = self[keeper.document]
    let kept = EnclosingItem(of: keeper, in: keeperDocument)?.wordsBesides(keeper, in: keeperDocument) ?? []
    guard words != kept else { return nil }
    let line = self.line(of: survivor)
    return item.isRow ? .cellsDiffer(line: line) : .descriptionDiffers(line: line)
  }

  /// All links of an item or row, in order.
  func linksOfItem(_ item: EnclosingItem, around id: LinkID) -> [LinkID] {
    let link = self[id]
    let document = self[link.document]
    var first = id.index
    while first > document.links.lowerBound, item.range.contains(links[first - 1].range.lowerBound) { first -= 1 }
    var end = id.index + 1
    while end < document.links.upperBound, item.range.contains(links[end].range.lowerBound) { end += 1 }
    return (first..<end).map { LinkID($0) }
  }
}
