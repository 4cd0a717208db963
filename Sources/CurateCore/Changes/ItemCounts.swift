import MarkdownSyntax

/// Counts the items that lists and tables have left.
///
/// Adjacent bullet lists without a blank line between them count as one: a run of mixed markers reads as one list, and
/// becomes one when its markers are unified.
struct ItemCounts: Sendable {
  struct Key: Hashable, Sendable {
    var document: DocumentID
    var node: NodeID
  }

  private struct Entry {
    /// The first list of the run.
    var head: NodeID
    var ownItems: Int
    /// Whether bullet lists are on both sides, at least one of them separated by a blank line.
    var isBetweenLists = false
  }

  private var entries: [Key: Entry] = [:]
  /// The number of items left in each run, by the run's first list.
  private var remaining: [Key: Int] = [:]
  private var removed: Set<Key> = []
  /// The items of the lists and tables from which a removal was requested.
  private var siblings: [Key: Siblings] = [:]

  /// Returns the remaining items before and after an item.
  mutating func neighbors(of item: EnclosingItem, in document: Document) -> (previous: NodeID?, next: NodeID?) {
    let key = Key(document: document.id, node: item.container)
    if let known = siblings[key] { return known.neighbors(of: item.node) }
    let all = Siblings(below: item.container, in: document.tree)
    siblings[key] = all
    return all.neighbors(of: item.node)
  }

  /// Records the removal of an item.
  mutating func remove(_ item: EnclosingItem, in document: Document) {
    let entry = entry(of: item, in: document)
    guard removed.insert(Key(document: document.id, node: item.node)).inserted else { return }
    siblings[Key(document: document.id, node: item.container)]?.remove(item.node)
    entries[Key(document: document.id, node: item.container)]?.ownItems -= 1
    remaining[Key(document: document.id, node: entry.head), default: 0] -= 1
  }

  /// Returns a refusal if the removal of an item would empty its list or join the lists around it; nil otherwise.
  mutating func refusal(for item: EnclosingItem, in document: Document) -> Refusal? {
    let entry = entry(of: item, in: document)
    guard remaining[Key(document: document.id, node: entry.head), default: 0] > 1 else {
      return .lastOfItsList(parent: parentText(of: item, in: document))
    }
    return entry.ownItems == 1 && entry.isBetweenLists ? .betweenLists : nil
  }

  /// Returns the text of the item around the list of an item; empty if there is none.
  private func parentText(of item: EnclosingItem, in document: Document) -> String {
    let tree = document.tree
    guard let parent = tree.parent(of: item.container), tree.kind(of: parent) == .item else { return "" }
    return RoleFinder(tree: tree).ownText(of: parent)
  }

  private mutating func entry(of item: EnclosingItem, in document: Document) -> Entry {
    let key = Key(document: document.id, node: item.container)
    if let known = entries[key] { return known }
    if item.isRow {
      let entry = Entry(head: item.container, ownItems: rows(of: item.container, in: document.tree))
      entries[key] = entry
      remaining[key] = entry.ownItems
      return entry
    }
    countRuns(around: item.container, in: document)
    return entries[key] ?? Entry(head: item.container, ownItems: 0)
  }

  /// Counts all lists of one parent together, so that each list is counted once.
  private mutating func countRuns(around list: NodeID, in document: Document) {
    let tree = document.tree
    var previous: NodeID?
    var head = list
    var next = tree.parent(of: list).flatMap { tree.firstChild(of: $0) }
    while let block = next {
      next = tree.nextSibling(of: block)
      guard tree.list(block) != nil else {
        previous = nil
        continue
      }
      let follows = previous.map { isBullet($0, tree) && isBullet(block, tree) } ?? false
      let touches = follows && previous.map { isAdjacent($0, block, in: document) } == true
      if !touches { head = block }
      var entry = Entry(head: head, ownItems: items(of: block, in: tree))
      if follows, let after = next, isBullet(after, tree) {
        entry.isBetweenLists = !(touches && isAdjacent(block, after, in: document))
      }
      entries[Key(document: document.id, node: block)] = entry
      remaining[Key(document: document.id, node: head), default: 0] += entry.ownItems
      previous = block
    }
  }

  private func isBullet(_ node: NodeID, _ tree: MarkdownTree) -> Bool {
    tree.list(node).map { $0.start == nil } ?? false
  }

  /// Whether no blank line separates two blocks.
  private func isAdjacent(_ first: NodeID, _ second: NodeID, in document: Document) -> Bool {
    let end = document.line(at: max(0, document.tree.range(of: first).upperBound - 1))
    return document.line(at: document.tree.range(of: second).lowerBound) <= end + 1
  }

  private func items(of list: NodeID, in tree: MarkdownTree) -> Int {
    var count = 0
    var child = tree.firstChild(of: list)
    while let item = child {
      count += 1
      child = tree.nextSibling(of: item)
    }
    return count
  }

  private func rows(of table: NodeID, in tree: MarkdownTree) -> Int {
    var count = 0
    var child = tree.firstChild(of: table)
    while let row = child {
      if !tree.isHeaderRow(row) { count += 1 }
      child = tree.nextSibling(of: row)
    }
    return count
  }
}

/// The items of a list as a doubly linked list: finds the remaining neighbors of an item in logarithmic time, however many
/// items have been removed.
private struct Siblings: Sendable {
  private let items: [NodeID]
  /// The indices of the remaining items before and after each item; -1 and the count at the ends.
  private var previous: [Int32]
  private var next: [Int32]

  init(below container: NodeID, in tree: MarkdownTree) {
    items = tree.children(of: container)
    previous = items.indices.map { Int32(truncatingIfNeeded: $0 - 1) }
    next = items.indices.map { Int32(truncatingIfNeeded: $0 + 1) }
  }

  func neighbors(of item: NodeID) -> (previous: NodeID?, next: NodeID?) {
    let index = index(of: item)
    guard index < items.count else { return (nil, nil) }
    let (before, after) = (Int(previous[index]), Int(next[index]))
    return (before < 0 ? nil : items[before], after < items.count ? items[after] : nil)
  }

  /// Removes an item.
  mutating func remove(_ item: NodeID) {
    let index = index(of: item)
    guard index < items.count else { return }
    let (before, after) = (previous[index], next[index])
    if before >= 0 { next[Int(before)] = after }
    if after < items.count { previous[Int(after)] = before }
  }

  /// Returns the index of an item by binary search: node ids ascend in document order.
  private func index(of item: NodeID) -> Int {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if items[middle] < item { low = middle + 1 } else { high = middle }
    }
    return low < items.count && items[low] == item ? low : items.count
  }
}
