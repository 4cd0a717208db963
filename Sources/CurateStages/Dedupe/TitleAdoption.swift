import CurateCore

/// What becomes of survivors without a title of their own.
extension DuplicateResolver {
  /// Gives a survivor without a title of its own its best twin's link.
  ///
  /// - Returns: the twins in the order in which they are to be merged: the one that was copied first, so that nothing
  ///   can come between.
  func adopt(
    for cluster: DuplicateClusters.Cluster, of report: GroupReport, in collection: inout Collection
  ) -> [DuplicateClusters.Member] {
    let survivor = cluster.members[0]
    let first = report.bucket[survivor.index]
    guard let best = bestTwin(of: cluster, report, in: &collection) else { return Array(cluster.members.dropFirst()) }
    let copied = cluster.members[best]
    let twin = report.bucket[copied.index]
    let why = survivor.fold.kind == copied.fold.kind ? "uses https" : "has a title"
    collection.replace(
      first.id, withCopyOf: twin.id, rule: "adopt-link",
      reason: "its twin on \(report.place(twin.id, from: collection[first.id], in: collection)) \(why)")
    return [copied] + cluster.members[1..<best] + cluster.members[(best + 1)...]
  }

  /// The member whose link a survivor without a title of its own should take over; nil if none is better.
  private func bestTwin(
    of cluster: DuplicateClusters.Cluster, _ report: GroupReport, in collection: inout Collection
  ) -> Int? {
    let survivor = cluster.members[0]
    let first = report.bucket[survivor.index]
    guard survivor.fold.kind != .titled else { return nil }
    var best: Int?
    for place in cluster.members.indices.dropFirst() {
      let twin = cluster.members[place]
      let candidate = report.bucket[twin.index]
      let level = report.byTitle ? .title : candidate.level(to: first)
      guard isBetter(twin, candidate, than: cluster.members[best ?? 0], of: report),
        options.levels[level] == .merge, collection.refusalToRemove(candidate.id, survivor: first.id) == nil,
        collection.refusalByIgnore(level.rule, link: candidate.id) == nil,
        collection.refusalToReplace(first.id, withCopyOf: candidate.id) == nil
      else { continue }
      best = place
    }
    return best
  }

  /// The cluster with its titled member first, if its title would break the order of an alphabetical list at the place of
  /// the one that is first.
  mutating func inOrder(
    _ cluster: DuplicateClusters.Cluster, of report: GroupReport, in collection: inout Collection
  ) -> DuplicateClusters.Cluster {
    let first = report.bucket[cluster.members[0].index].id
    guard let best = bestTwin(of: cluster, report, in: &collection), cluster.members[best].fold.kind == .titled,
      case let twin = report.bucket[cluster.members[best].index],
      alphabetical.wouldBreak(with: cluster.members[best].fold.text, at: first, besides: twin.id, in: collection),
      collection.refusalToRemove(first, survivor: twin.id) == nil
    else { return cluster }
    var cluster = cluster
    cluster.members.insert(cluster.members.remove(at: best), at: 0)
    return cluster
  }

  private func isBetter(
    _ twin: DuplicateClusters.Member, _ candidate: DuplicateCandidate, than other: DuplicateClusters.Member,
    of report: GroupReport
  ) -> Bool {
    if twin.fold.kind != other.fold.kind { return twin.fold.kind > other.fold.kind }
    let isSecure = candidate.url.hasPrefix("https:")
    return isSecure && !report.bucket[other.index].url.hasPrefix("https:")
      && (twin.fold.kind == .bare || twin.fold.text == other.fold.text)
  }
}
