import CurateCore
import Platform

/// Which links have something in common. Only those that have are looked at more closely: a list of a million links has
/// some ten thousand duplicates.
enum DuplicateBuckets {
  /// Links with one work, page or URL, at least two each, in the order of their first members.
  ///
  /// - Parameter collection: with all links identified.
  static func byAddress(in collection: Collection, _ levels: DedupeStage.Levels) -> [[LinkID]] {
    var groups = NumberedGroups(minimumCapacity: collection.links.count)
    // Numbers of pages come first, then those of works, then those of URLs.
    let (firstWork, firstURL) = (collection.pageCount, collection.pageCount + collection.workCount)
    var urls = StringInterner()
    for link in collection.links {
      guard DuplicateCandidate.isOne(link, in: collection) else {
        groups.append(nil)
        continue
      }
      if levels.work != .off, let work = collection.workIndex(of: link.id) {
        groups.append(firstWork + work)
      } else if levels.page != .off, let page = collection.pageIndex(of: link.id) {
        groups.append(page)
      } else if levels.page != .off || levels.exact != .off {
        let url = collection.url(of: link.id)
        groups.append(url.isEmpty ? nil : firstURL + urls.intern(url))
      } else {
        groups.append(nil)
      }
    }
    return groups.ofSeveral(below: firstURL + urls.count).map { $0.map { LinkID($0) } }
  }

  /// Links with one title of at least four words, at least two each, in the order of their first members.
  static func byTitle(in collection: Collection) -> [[LinkID]] {
    var groups = NumberedGroups(minimumCapacity: collection.links.count)
    var titles = StringInterner()
    concurrentBatches(collection.links.count, stretch: 256) { range in
      collection.links[range].map { longTitle(of: $0, in: collection) }
    } take: { _, texts in
      for title in texts { groups.append(title.isEmpty ? nil : titles.intern(title)) }
    }
    return groups.ofSeveral(below: titles.count).map { $0.map { LinkID($0) } }
  }

  /// The candidates of one title; nil if they are duplicates by their URLs.
  ///
  /// - Parameter collection: with all links identified.
  static func candidates(
    ofOneTitle links: [LinkID], in collection: Collection, _ options: DedupeStage.Options
  ) -> [DuplicateCandidate]? {
    let group = links.compactMap { DuplicateCandidate($0, in: collection, options) }
    guard let first = group.first, !group.allSatisfy({ $0.page == first.page || $0.isSameWork(as: first) }) else {
      return nil
    }
    guard options.levels.title == .merge else { return group.map { $0.merging(by: "") } }
    let parts = parted(group)
    let title = longTitle(of: collection[first.id], in: collection)
    return group.map { $0.merging(by: parts.contains($0.whole) ? "" : title) }
  }

  /// Pages and works that several parts of are linked to: an equal title makes no duplicates of those.
  private static func parted(_ group: [DuplicateCandidate]) -> Set<String> {
    var first: [String: String] = [:]
    var parted: Set<String> = []
    for candidate in group {
      let part = first[candidate.whole] ?? candidate.part
      first[candidate.whole] = part
      if part != candidate.part { parted.insert(candidate.whole) }
    }
    return parted
  }

  /// The folded title if it has at least four words, else nothing.
  private static func longTitle(of link: Link, in collection: Collection) -> String {
    // Most titles need no folding to be too short.
    guard DuplicateCandidate.isOne(link, in: collection), collection.withTitle(of: link.id, mayHaveFourWords) else {
      return ""
    }
    guard collection.withURL(of: link.id, { !$0.isEmpty }) else { return "" }
    let fold = collection.titleFold(of: link.id)
    return fold.kind == .titled && fold.wordCount >= 4 ? fold.text : ""
  }

  /// Whether at least three bytes part words, or belong to a character that might.
  private static func mayHaveFourWords(_ title: Span<UInt8>) -> Bool {
    var parting = 0
    for index in title.indices where !title[index].isASCIILetterOrDigit {
      parting += 1
      if parting == 3 { return true }
    }
    return false
  }
}
