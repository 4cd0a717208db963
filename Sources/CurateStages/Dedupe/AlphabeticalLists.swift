import CurateCore
import MarkdownSyntax

/// Recognizes lists and tables in alphabetical order, and entries that would break it.
struct AlphabeticalLists {
  /// Fewer titles may be in order by chance.
  private static let minimumTitles = 3

  private struct ListKey: Hashable {
    var document: DocumentID
    var list: NodeID
  }

  private struct SortedTitle {
    var offset: Int
    var link: LinkID
    var title: String
  }

  /// The titles of lists looked up so far, in order; empty for a list that is not alphabetical.
  private var known: [ListKey: [SortedTitle]] = [:]

  /// Whether a title would break the order of its list at the place of an entry without a title.
  ///
  /// - Parameters:
  ///   - title: folded, see `FoldedTitle`.
  ///   - titled: the entry that has the title now and would be removed.
  mutating func wouldBreak(
    with title: String, at id: LinkID, ignoring titled: LinkID, in collection: Collection
  ) -> Bool {
    let link = collection[id]
    let document = collection[link.document]
    guard let list = Self.list(around: link, in: document) else { return false }
    let key = ListKey(document: link.document, list: list)
    let entries = known[key] ?? Self.entries(of: list, in: document, collection)
    known[key] = entries
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].offset < link.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let before = entries[..<low].last { $0.link != titled }
    let after = entries[low...].first { $0.link != titled }
    return before.map { $0.title > title } == true || after.map { $0.title < title } == true
  }

  private static func entries(of list: NodeID, in document: Document, _ collection: Collection) -> [SortedTitle] {
    let range = document.tree.range(of: list)
    var first = document.links.lowerBound
    var end = document.links.upperBound
    while first < end {
      let middle = (first + end) / 2
      if collection.links[middle].range.lowerBound < range.lowerBound { first = middle + 1 } else { end = middle }
    }
    var entries: [SortedTitle] = []
    for link in collection.links[first..<document.links.upperBound] {
      guard link.range.lowerBound < range.upperBound else { break }
      guard link.role == .entry, link.fate.isPresent, Self.list(around: link, in: document) == list else { continue }
      let title = collection.foldedTitle(of: link.id)
      guard title.kind == .titled else { continue }
      if let last = entries.last, last.title > title.text { return [] }
      entries.append(SortedTitle(offset: link.range.lowerBound, link: link.id, title: title.text))
    }
    return entries.count < minimumTitles ? [] : entries
  }

  /// Returns the innermost list or table around a link.
  private static func list(around link: Link, in document: Document) -> NodeID? {
    var next: NodeID? = link.node
    while let node = next {
      let kind = document.tree.kind(of: node)
      next = document.tree.parent(of: node)
      if kind == .item || kind == .tableRow { return next }
    }
    return nil
  }
}
