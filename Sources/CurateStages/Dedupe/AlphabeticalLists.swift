import CurateCore
import MarkdownSyntax

/// Tells lists and tables whose titles stand in alphabetical order, and what would break it.
struct AlphabeticalLists {
  /// Fewer titles are in order by chance.
  private static let fewest = 3

  private struct Place: Hashable {
    var document: DocumentID
    var list: NodeID
  }

  private struct Entry {
    var offset: Int
    var link: LinkID
    var title: String
  }

  /// The entries of lists that were asked for, in order; empty for a list that is not alphabetical.
  private var known: [Place: [Entry]] = [:]

  /// Whether a title would stand out of order in place of an entry that has none.
  ///
  /// - Parameters:
  ///   - title: folded, see `TitleFold`.
  ///   - twin: the entry that has the title now; it would be gone.
  mutating func wouldBreak(
    with title: String, at id: LinkID, besides twin: LinkID, in collection: Collection
  ) -> Bool {
    let link = collection[id]
    let document = collection[link.document]
    guard let list = Self.list(around: link, in: document) else { return false }
    let place = Place(document: link.document, list: list)
    let entries = known[place] ?? Self.entries(of: list, in: document, collection)
    known[place] = entries
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].offset < link.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let before = entries[..<low].last { $0.link != twin }
    let after = entries[low...].first { $0.link != twin }
    return before.map { $0.title > title } == true || after.map { $0.title < title } == true
  }

  private static func entries(of list: NodeID, in document: Document, _ collection: Collection) -> [Entry] {
    let range = document.tree.range(of: list)
    var first = document.links.lowerBound
    var end = document.links.upperBound
    while first < end {
      let middle = (first + end) / 2
      if collection.links[middle].range.lowerBound < range.lowerBound { first = middle + 1 } else { end = middle }
    }
    var entries: [Entry] = []
    for link in collection.links[first..<document.links.upperBound] {
      guard link.range.lowerBound < range.upperBound else { break }
      guard link.role == .entry, link.fate.isPresent, Self.list(around: link, in: document) == list else { continue }
      let fold = collection.titleFold(of: link.id)
      guard fold.kind == .titled else { continue }
      if let last = entries.last, last.title > fold.text { return [] }
      entries.append(Entry(offset: link.range.lowerBound, link: link.id, title: fold.text))
    }
    return entries.count < fewest ? [] : entries
  }

  /// The innermost list or table around a link.
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
