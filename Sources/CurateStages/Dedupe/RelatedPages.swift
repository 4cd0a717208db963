import CurateCore
import LinkIdentity

/// Tells of links that are near each other and not the same: two parts of one page, a work and a page that mirrors it.
struct RelatedPages {
  private let candidates: [DuplicateCandidate]

  /// - Parameter collection: with all links identified.
  init(in collection: Collection, _ options: DedupeStage.Options) {
    candidates = collection.relationCandidates.compactMap { DuplicateCandidate($0, in: collection, options) }
  }

  func report(to collection: inout Collection) {
    for bucket in parts() where Set(bucket.map { candidates[$0].page }).count > 1 {
      report(bucket, key: candidates[bucket[0]].identity?.key ?? "", "another part of the page on", to: &collection)
    }
    for bucket in mirrors()
    where bucket.contains(where: isMirror) && Set(bucket.map { candidates[$0].identity?.key }).count > 1 {
      let key = candidates[bucket[0]].identity.flatMap { $0.work ?? $0.related.first }?.description ?? ""
      report(bucket, key: key, "shows the same work as", to: &collection)
    }
  }

  /// Links to pages that some link leads to a part of.
  private func parts() -> [[Int]] {
    // Few links have a fragment, and only their pages can have parts.
    var wanted: Set<String> = []
    for candidate in candidates {
      if let identity = candidate.identity, !identity.fragment.isEmpty { wanted.insert(identity.key) }
    }
    guard !wanted.isEmpty else { return [] }
    var groups = Grouping()
    for (index, candidate) in candidates.enumerated() {
      if let key = candidate.identity?.key, wanted.contains(key) { groups.add(index, to: key) }
    }
    return groups.ofSeveral
  }

  /// Links to works that some page mirrors, and their mirrors.
  private func mirrors() -> [[Int]] {
    let mirrored = Set(candidates.flatMap { $0.identity?.related.map(\.description) ?? [] })
    guard !mirrored.isEmpty else { return [] }
    var groups = Grouping()
    for (index, candidate) in candidates.enumerated() {
      guard let identity = candidate.identity else { continue }
      if let work = identity.work?.description, mirrored.contains(work) { groups.add(index, to: work) }
      for work in identity.related.lazy.map(\.description) where mirrored.contains(work) { groups.add(index, to: work) }
    }
    return groups.ofSeveral
  }

  private func isMirror(_ index: Int) -> Bool { candidates[index].identity?.related.isEmpty == false }

  private func report(_ bucket: [Int], key: String, _ relation: String, to collection: inout Collection) {
    let first = candidates[bucket[0]].id
    var members = [DuplicateGroup.Member(link: first, verdict: .reported, reason: "first of \(bucket.count.grouped)")]
    for index in bucket.dropFirst() {
      let id = candidates[index].id
      let line = "line \(collection.line(of: first))"
      let document = collection[first].document
      let place = document == collection[id].document ? line : "\(line) of \(collection[document].path)"
      let reason = "\(relation) \(place)"
      members.append(DuplicateGroup.Member(link: id, verdict: .reported, survivor: first, reason: reason))
      if members.count == 2 { collection.report(reason, rule: "related-page", severity: .note, link: id) }
    }
    collection.report(DuplicateGroup(level: .related, key: key, members: members))
  }
}
