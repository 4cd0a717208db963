import CurateCore
import LinkIdentity

/// Tells of links that are near each other and not the same: two parts of one page, a work and a page that mirrors it.
struct RelatedPages {
  private let candidates: [DuplicateCandidate]

  init(_ candidates: [DuplicateCandidate]) { self.candidates = candidates }

  func report(to collection: inout Collection) {
    for bucket in buckets(fragments) where Set(bucket.map { candidates[$0].page }).count > 1 {
      report(bucket, key: candidates[bucket[0]].identity?.key ?? "", "another part of the page on", to: &collection)
    }
    for bucket in buckets(mirrors)
    where bucket.contains(where: isMirror) && Set(bucket.map { candidates[$0].identity?.key }).count > 1 {
      let key = candidates[bucket[0]].identity.flatMap { $0.work ?? $0.related.first }?.description ?? ""
      report(bucket, key: key, "shows the same work as", to: &collection)
    }
  }

  /// Page keys, so that the parts of one page come together.
  private func fragments(_ candidate: DuplicateCandidate) -> [String] {
    candidate.identity.map { [$0.key] } ?? []
  }

  /// The works that a link leads to or mirrors.
  private func mirrors(_ candidate: DuplicateCandidate) -> [String] {
    guard let identity = candidate.identity else { return [] }
    return (identity.work.map { [$0] } ?? []).map(\.description) + identity.related.map(\.description)
  }

  private func isMirror(_ index: Int) -> Bool { candidates[index].identity?.related.isEmpty == false }

  /// Places of links by what they have in common, at least two each, in the order of the first.
  private func buckets(_ keys: (DuplicateCandidate) -> [String]) -> [[Int]] {
    var places: [String: Int] = [:]
    var groups: [[Int]] = []
    for index in candidates.indices {
      for key in keys(candidates[index]) {
        if let place = places[key] {
          if groups[place].last != index { groups[place].append(index) }
        } else {
          places[key] = groups.count
          groups.append([index])
        }
      }
    }
    return groups.filter { $0.count > 1 }
  }

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
      if members.count == 2 { collection.note(reason, rule: "related-page", severity: .note, link: id) }
    }
    collection.report(DuplicateGroup(level: .related, key: key, members: members))
  }
}
