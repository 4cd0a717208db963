import CurateCore
import Platform

/// Groups links with something in common. Only these become candidates: a list of a million links has some ten thousand
/// duplicates.
enum DuplicateBuckets {
  /// Returns groups of at least two links with one work, page or URL, in the order of their first members.
  ///
  /// - Parameter collection: with all links identified.
  static func byAddress(in collection: Collection, _ levels: DedupeStage.Levels) -> [[LinkID]] {
    var groups = NumberedGroups(minimumCapacity: collection.links.count)
    // Numbers of pages come first, then those of works, then those of URLs.
    let (firstWork, firstURL) = (collection.pageCount, collection.pageCount + collection.workCount)
    var urls = StringInterner()
    for link in collection.links {
      guard DuplicateCandidate.isCandidate(link, in: collection) else {
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

  /// Returns groups of at least two links with one title of at least four words, in the order of their first members.
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

  /// Returns the candidates with one title; nil if they are duplicates by their URLs already.
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
    let partedWholes = linkedByParts(group)
    let title = longTitle(of: collection[first.id], in: collection)
    return group.map { $0.merging(by: partedWholes.contains($0.whole) ? "" : title) }
  }

  /// Returns the pages and works of which several parts are linked; an equal title does not make these duplicates.
  private static func linkedByParts(_ group: [DuplicateCandidate]) -> Set<String> {
    var first: [String: String] = [:]
    var parted: Set<String> = []
    for candidate in group {
      let part = first[candidate.whole] ?? candidate.part
      first[candidate.whole] = part
      if part != candidate.part { parted.insert(candidate.whole) }
    }
    return parted
  }

  /// Returns the folded title if it has at least four words; otherwise an empty string.
  private static func longTitle(of link: Link, in collection: Collection) -> String {
    // Most titles are seen to be too short without folding them.
    guard DuplicateCandidate.isCandidate(link, in: collection), collection.withTitle(of: link.id, mayHaveFourWords)
    else {
      return ""
    }
    guard collection.withURL(of: link.id, { !$0.isEmpty }) else { return "" }
    let title = collection.foldedTitle(of: link.id)
    return title.kind == .titled && title.wordCount >= 4 ? title.text : ""
  }

  /// Whether at least three bytes separate words, or belong to a character that may separate words.
  private static func mayHaveFourWords(_ title: Span<UInt8>) -> Bool {
    var separators = 0
    for index in title.indices where !title[index].isASCIILetterOrDigit {
      separators += 1
      if separators == 3 { return true }
    }
    return false
  }
}
