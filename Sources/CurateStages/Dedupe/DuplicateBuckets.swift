import CurateCore

/// Which candidates have something in common.
enum DuplicateBuckets {
  /// Links with one work, page or URL, at least two each, in the order of their first members.
  static func byAddress(_ candidates: [DuplicateCandidate]) -> [[DuplicateCandidate]] {
    var groups = Grouping(minimumCapacity: candidates.count)
    for (index, candidate) in candidates.enumerated() where !candidate.bucket.isEmpty {
      groups.add(index, to: candidate.bucket)
    }
    return groups.ofSeveral.map { $0.map { candidates[$0] } }
  }

  /// Links with one title of at least four words that are no duplicates by their URLs.
  static func byTitle(
    _ candidates: [DuplicateCandidate], in collection: Collection, _ options: DedupeStage.Options
  ) -> [[DuplicateCandidate]] {
    let folds = concurrentMap(candidates.count, stretch: 256) { range in
      range.map { longTitle(of: candidates[$0], in: collection) }
    }
    var groups = Grouping(minimumCapacity: candidates.count)
    let titles = Array(folds.joined())
    for (index, title) in titles.enumerated() where !title.isEmpty { groups.add(index, to: title) }
    return groups.ofSeveral.compactMap { group in
      let (title, first) = (titles[group[0]], candidates[group[0]])
      let isOneAddress = group.allSatisfy {
        candidates[$0].page == first.page || candidates[$0].isSameWork(as: first)
      }
      guard !isOneAddress else { return nil }
      let parts = parted(group.map { candidates[$0] })
      return group.map { index in
        var candidate = candidates[index]
        candidate.mergeKey = options.levels.title == .merge && !parts.contains(candidate.whole) ? title : ""
        return candidate
      }
    }
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
  private static func longTitle(of candidate: DuplicateCandidate, in collection: Collection) -> String {
    guard collection[candidate.id].fate.isPresent else { return "" }
    let title = collection.title(of: candidate.id)
    // Four words have at least seven bytes: most titles need no folding to be too short.
    guard title.utf8.count >= 7 else { return "" }
    let fold = TitleFold(title, url: candidate.url)
    return fold.kind == .titled && fold.wordCount >= 4 ? fold.text : ""
  }
}
