import MarkdownSyntax

/// How many items lists and tables still have.
///
/// Bullet lists that follow each other without a blank line count as one, because a run of mixed markers is one list
/// to its readers and becomes one as soon as its markers are unified.
struct ItemCounts: Sendable {
  struct Key: Hashable, Sendable {
    var document: DocumentID
    var node: NodeID
  }

  private struct Entry {
    /// The first list of the run.
    var head: NodeID
    var ownItems: Int
    /// Bullet lists stand on both sides, a blank line away from one of them at least.
    var isBetweenLists = false
  }

  private var entries: [Key: Entry] = [:]
  /// Items left in each run, by the run's first list.
  private var left: [Key: Int] = [:]
  private var gone: Set<Key> = []
  /// The items of lists and tables from which one was to go.
  private var siblings: [Key: Siblings] = [:]

  /// The items before and after one that is still there, those left out that are gone.
  mutating func neighbours(of item: EnclosingItem, in document: Document) -> (previous: NodeID?, next: NodeID?) {
    let key = Key(document: document.id, node: item.container)
    if let known = siblings[key] { return known.neighbours(of: item.node) }
    let all = Siblings(below: item.container, in: document.tree)
    siblings[key] = all
    return all.neighbours(of: item.node)
  }

  /// Notes that an item goes.
  mutating func take(_ item: EnclosingItem, in document: Document) {
    let entry = entry(of: item, in: document)
    guard gone.insert(Key(document: document.id, node: item.node)).inserted else { return }
    siblings[Key(document: document.id, node: item.container)]?.take(item.node)
    entries[Key(document: document.id, node: item.container)]?.ownItems -= 1
    left[Key(document: document.id, node: entry.head), default: 0] -= 1
  }

  /// What the number of items says against taking another.
  mutating func refusal(for item: EnclosingItem, in document: Document) -> Refusal? {
    let entry = entry(of: item, in: document)
    guard left[Key(document: document.id, node: entry.head), default: 0] > 1 else {
      return .lastOfItsList(parent: parentText(of: item, in: document))
    }
    return entry.ownItems == 1 && entry.isBetweenLists ? .betweenLists : nil
  }

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
      left[key] = entry.ownItems
      return entry
    }
    countRuns(around: item.container, in: document)
    return entries[key] ?? Entry(head: item.container, ownItems: 0)
  }

  /// Counts all lists below one parent at a time, so that each list is counted once.
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
      left[Key(document: document.id, node: head), default: 0] += entry.ownItems
      previous = block
    }
  }

  private func isBullet(_ node: NodeID, _ tree: MarkdownTree) -> Bool {
    tree.list(node).map { $0.start == nil } ?? false
  }

  /// Whether no blank line stands between two blocks.
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

/// The items of a list in order, each with the next ones on both sides that are still there: however many go, and in what
/// order, the neighbours of one are known at once.
private struct Siblings: Sendable {
  private let items: [NodeID]
  /// One less and one more than its place at first; -1 and the count at the ends.
  private var previous: [Int32]
  private var next: [Int32]

  init(below container: NodeID, in tree: MarkdownTree) {
    items = tree.children(of: container)
    previous = items.indices.map { Int32(truncatingIfNeeded: $0 - 1) }
    next = items.indices.map { Int32(truncatingIfNeeded: $0 + 1) }
  }

  func neighbours(of item: NodeID) -> (previous: NodeID?, next: NodeID?) {
    let place = place(of: item)
    guard place < items.count else { return (nil, nil) }
    let (before, after) = (Int(previous[place]), Int(next[place]))
    return (before < 0 ? nil : items[before], after < items.count ? items[after] : nil)
  }

  mutating func take(_ item: NodeID) {
    let place = place(of: item)
    guard place < items.count else { return }
    let (before, after) = (previous[place], next[place])
    if before >= 0 { next[Int(before)] = after }
    if after < items.count { previous[Int(after)] = before }
  }

  /// Nodes are numbered in the order of the document.
  private func place(of item: NodeID) -> Int {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if items[middle] < item { low = middle + 1 } else { high = middle }
    }
    return low < items.count && items[low] == item ? low : items.count
  }
}
