import CurateCore
import Platform

/// The titled entries that no other stage put into a group of duplicates, with titles and pages as numbers.
struct TitledEntries {
  struct TitledEntry {
    var link: LinkID
    var page: Int
    var title: Int
    /// False for a short title such as "Documentation", which recurs for good reason.
    var hasSpecificTitle: Bool
  }

  private(set) var all: [TitledEntry] = []
  private var titles = StringInterner()
  private let pageCount: Int

  /// - Parameter collection: with all links identified.
  init(in collection: Collection) {
    pageCount = collection.pageCount
    var reported = Array(repeating: false, count: collection.links.count)
    for member in collection.duplicates.lazy.flatMap(\.members) { reported[member.link.index] = true }
    let isReported = reported
    concurrentBatches(collection.links.count, stretch: 256) { range in
      collection.links[range].compactMap { link -> (link: LinkID, page: Int, title: FoldedTitle)? in
        guard link.role == .entry, link.fate.isPresent, !isReported[link.id.index],
          let page = collection.pageIndex(of: link.id)
        else { return nil }
        let title = collection.foldedTitle(of: link.id)
        return title.kind == .titled ? (link.id, page, title) : nil
      }
    } take: { _, found in
      for (link, page, title) in found {
        let isSpecific = title.wordCount >= 3 || Self.isLongWithoutSpaces(title.text)
        all.append(
          TitledEntry(link: link, page: page, title: titles.intern(title.text), hasSpecificTitle: isSpecific))
      }
    }
  }

  /// Whether a text in a script without spaces is as long as three words.
  private static func isLongWithoutSpaces(_ text: String) -> Bool {
    text.unicodeScalars.count { !$0.isASCII && $0.properties.isIdeographic } >= 6
  }

  /// Groups of at least two entries with one page, in the order of their first members.
  var ofOnePage: [[TitledEntry]] { groups(below: pageCount) { $0.page } }

  /// Groups of at least two entries with one specific title, in the order of their first members.
  var ofOneTitle: [[TitledEntry]] { groups(below: titles.count) { $0.hasSpecificTitle ? $0.title : nil } }

  private func groups(below count: Int, by number: (TitledEntry) -> Int?) -> [[TitledEntry]] {
    var groups = NumberedGroups(minimumCapacity: all.count)
    for entry in all { groups.append(number(entry)) }
    return groups.ofSeveral(below: count).map { $0.map { all[$0] } }
  }
}
