import MarkdownSyntax

/// Why a change that a stage requested was not made.
public enum Refusal: Error, Sendable, Equatable {
  /// The link was removed or merged before.
  case alreadyRemoved
  /// Only entries of lists and tables can be removed.
  case notAnEntry(Role)
  /// Text precedes the link in its item, or the link is in no item.
  case doesNotOpenItem
  /// The item contains a nested list.
  case hasChildren
  /// The removal would renumber the other items.
  case orderedList
  /// The removal would empty the list. `parent` is the text of the item around that list; empty if there is none.
  case lastOfItsList(parent: String)
  /// The removal would join the lists before and after, and make tight items loose.
  case betweenLists
  /// The item contains other links.
  case otherLinksInItem
  /// The item has a text that the survivor lacks. `line` is that of the survivor.
  case descriptionDiffers(line: Int)
  /// The row has cells that differ from those of the survivor. `line` is that of the survivor.
  case cellsDiffer(line: Int)
  /// Another item begins on the item's first line.
  case sharesLine
  /// A suppression comment protects the link. `line` is that of the comment.
  case suppressed(line: Int)
  /// An `ignore:` entry excludes the change. `line` is that of the recipe.
  case ignored(line: Int)
  /// Another change rewrote the block around the link.
  case blockReplaced
  /// Several links use one definition and need different destinations.
  case definitionShared
  /// This kind of link does not support the change; the text says why.
  case unsupported(String)

  /// Whether the user asked for it with a suppression comment or `ignore:`, so that it need not be reported.
  public var isRequestedByUser: Bool {
    switch self {
    case .suppressed, .ignored: true
    default: false
    }
  }

  /// The reason as reports show it.
  public var reason: String {
    switch self {
    case .alreadyRemoved: "it has already been removed"
    case .notAnEntry(let role): "\(role.rawValue) links are never removed"
    case .doesNotOpenItem: "the link does not open its item"
    case .hasChildren: "the item has nested items"
    case .orderedList: "the list is numbered"
    case .lastOfItsList(let parent):
      parent.isEmpty ? "its list would become empty" : "'\(parent)' would become empty"
    case .betweenLists: "the lists before and after it would become one"
    case .otherLinksInItem: "the item contains other links"
    case .descriptionDiffers(let line): "its description differs from that on line \(line)"
    case .cellsDiffer(let line): "its other cells differ from those on line \(line)"
    case .sharesLine: "another item begins on the same line"
    case .suppressed(let line): "it is protected by the suppression comment on line \(line)"
    case .ignored(let line): "line \(line) of the recipe ignores it"
    case .blockReplaced: "its block was rewritten"
    case .definitionShared: "other links use the same definition"
    case .unsupported(let why): why
    }
  }
}

/// Checks which entries can be removed. Only whole items without other content are ever removed.
extension Collection {
  /// Returns why the item of `id` cannot be removed or merged into `survivor`; nil if it can.
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

  /// Returns a refusal if a suppression comment or a rewritten block protects a range; nil otherwise.
  func protection(of range: Range<Int>, in document: Document) -> Refusal? {
    if let line = document.suppressions.line(overlapping: range) { return .suppressed(line: line) }
    guard let blocks = replacedBlocks[document.id] else { return nil }
    return blocks.contains { $0.overlaps(range) } ? .blockReplaced : nil
  }

  /// Returns a refusal if the item has a text that the survivor lacks, so that no text gets lost; nil otherwise.
  private func refusalForText(of id: LinkID, item: EnclosingItem, survivor: LinkID?) -> Refusal? {
    let document = self[self[id].document]
    let text = item.text(without: self[id], in: document)
    guard !text.isEmpty, let survivor else { return nil }
    let kept = self[survivor]
    let keptDocument = self[kept.document]
    let keptText = EnclosingItem(of: kept, in: keptDocument)?.text(without: kept, in: keptDocument) ?? []
    guard text != keptText else { return nil }
    let line = self.line(of: survivor)
    return item.isRow ? .cellsDiffer(line: line) : .descriptionDiffers(line: line)
  }

  /// Returns all links of an item or row, in document order.
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
