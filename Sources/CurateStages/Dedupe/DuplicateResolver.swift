import CurateCore

/// Resolves duplicates group by group: merges entries, and reports the other links.
struct DuplicateResolver {
  private let options: DedupeStage.Options
  private let translations: TranslationFamilies
  private var alphabetical = AlphabeticalLists()
  private(set) var tally = DedupeTally()

  init(_ options: DedupeStage.Options, _ translations: TranslationFamilies) {
    self.options = options
    self.translations = translations
  }

  /// - Parameter bucket: at least two links with something in common, in the order of the collection.
  mutating func resolve(_ bucket: [DuplicateCandidate], byTitle: Bool = false, in collection: inout Collection) {
    var group = DuplicateGroupBuilder(bucket, byTitle: byTitle)
    // The candidates of each scope, in the order of first candidates.
    var parts: [[Int]] = []
    var partOfScope: [Int: Int] = [:]
    for index in bucket.indices {
      let part = partOfScope[bucket[index].scope] ?? parts.count
      if part == parts.count {
        partOfScope[bucket[index].scope] = part
        parts.append([])
      }
      parts[part].append(index)
    }
    for part in parts where part.count > 1 { resolve(part, of: &group, in: &collection) }
    if parts.count > 1 { reportAcross(parts, of: &group, in: &collection) }
    group.finish(in: &collection, &tally)
  }

  // MARK: Within a scope

  private mutating func resolve(_ part: [Int], of group: inout DuplicateGroupBuilder, in collection: inout Collection) {
    let entries = part.filter { group.bucket[$0].isEntry }
    var clusters = DuplicateClusters(translations)
    for index in entries {
      let candidate = group.bucket[index]
      let title = collection.foldedTitle(of: candidate.id)
      clusters.add(index, candidate, title, document: collection[candidate.id].document)
    }
    for cluster in clusters.all where cluster.members.count > 1 {
      merge(cluster, of: &group, in: &collection)
    }
    for (index, other) in clusters.titleConflicts {
      group.keepForTitle(index, other: other, in: &collection, &tally)
    }
    explainRest(part, entries: entries, of: &group, in: &collection)
  }

  private mutating func merge(
    _ found: DuplicateClusters.Cluster, of group: inout DuplicateGroupBuilder, in collection: inout Collection
  ) {
    let cluster = inAlphabeticalOrder(found, of: group, in: &collection)
    let survivor = cluster.members[0]
    for duplicate in adoptLink(for: cluster, of: group, in: &collection) {
      let (candidate, first) = (group.bucket[duplicate.index], group.bucket[survivor.index])
      let level = group.byTitle ? .title : candidate.level(to: first)
      let link = collection[candidate.id]
      guard options.levels[level] == .merge else {
        group.report(duplicate.index, level, of: survivor.index, in: collection)
        continue
      }
      let place = collection.linePhrase(of: first.id, from: link.document)
      if duplicate.title.kind == .titled, collection.foldedTitle(of: first.id).text != duplicate.title.text {
        group.keep(
          duplicate.index, for: survivor.index, reason: "it has the title that \(place) lacks", in: &collection, &tally)
        continue
      }
      let reason = "\(level.phrase) as \(place)"
      if let refusal = collection.merge(candidate.id, into: first.id, rule: level.rule, reason: reason) {
        group.keep(
          duplicate.index, for: survivor.index, reason: refusal.reason, isFinding: !refusal.isRequestedByUser,
          in: &collection, &tally)
      } else {
        let isFirst = survivor.index == found.members[0].index
        group.merged(duplicate.index, into: survivor.index, reason: reason, isFirst: isFirst)
        tally.merged += 1
      }
    }
    adoptPreferredURL(among: cluster, of: group, in: &collection)
  }

  /// Gives the survivor the preferred URL among those of the entries that were merged into it.
  private func adoptPreferredURL(
    among cluster: DuplicateClusters.Cluster, of group: DuplicateGroupBuilder, in collection: inout Collection
  ) {
    guard !options.prefer.isEmpty else { return }
    let survivor = group.bucket[cluster.members[0].index]
    let rank = { (url: String) in options.prefer.firstIndex { $0.matches(url) } ?? options.prefer.count }
    let merged = cluster.members.dropFirst().map { group.bucket[$0.index] }.filter {
      collection[$0.id].fate == .merged(into: survivor.id)
    }
    guard let best = merged.min(by: { rank($0.url) < rank($1.url) }),
      rank(best.url) < rank(collection.url(of: survivor.id))
    else { return }
    let place = collection.linePhrase(of: best.id, from: collection[survivor.id].document)
    let reason = "preferred to its own, from \(place)"
    collection.setURL(survivor.id, to: best.url, rule: "prefer-url", reason: reason)
  }

  // MARK: Survivors without a title

  /// Gives a survivor without a title the link of its best duplicate.
  ///
  /// - Returns: the duplicates in the order in which to merge them. The one whose link was copied comes first, so that no
  ///   other merge can make its own impossible.
  private func adoptLink(
    for cluster: DuplicateClusters.Cluster, of group: DuplicateGroupBuilder, in collection: inout Collection
  ) -> [DuplicateClusters.Member] {
    let survivor = cluster.members[0]
    let first = group.bucket[survivor.index]
    guard let best = bestLink(in: cluster, group, &collection) else { return Array(cluster.members.dropFirst()) }
    let copied = cluster.members[best]
    let duplicate = group.bucket[copied.index]
    let advantage = survivor.title.kind == copied.title.kind ? "uses https" : "has a title"
    let place = collection.linePhrase(of: duplicate.id, from: collection[first.id].document)
    collection.replace(
      first.id, withCopyOf: duplicate.id, rule: "adopt-link", reason: "its duplicate on \(place) \(advantage)")
    return [copied] + cluster.members[1..<best] + cluster.members[(best + 1)...]
  }

  /// Returns the member whose link a survivor without a title should adopt; nil if none is better than its own.
  private func bestLink(
    in cluster: DuplicateClusters.Cluster, _ group: DuplicateGroupBuilder, _ collection: inout Collection
  ) -> Int? {
    let survivor = cluster.members[0]
    let first = group.bucket[survivor.index]
    guard survivor.title.kind != .titled else { return nil }
    var best: Int?
    for index in cluster.members.indices.dropFirst() {
      let member = cluster.members[index]
      let candidate = group.bucket[member.index]
      let level = group.byTitle ? .title : candidate.level(to: first)
      guard isBetter(member, candidate, than: cluster.members[best ?? 0], of: group),
        options.levels[level] == .merge, collection.refusalToRemove(candidate.id, survivor: first.id) == nil,
        collection.refusalByIgnore(level.rule, link: candidate.id) == nil,
        collection.refusalToReplace(first.id, withCopyOf: candidate.id) == nil
      else { continue }
      best = index
    }
    return best
  }

  /// Returns the cluster with its titled member first if the title, at the place of the first member, would break the order
  /// of an alphabetical list.
  private mutating func inAlphabeticalOrder(
    _ cluster: DuplicateClusters.Cluster, of group: DuplicateGroupBuilder, in collection: inout Collection
  ) -> DuplicateClusters.Cluster {
    let first = group.bucket[cluster.members[0].index].id
    guard let best = bestLink(in: cluster, group, &collection), cluster.members[best].title.kind == .titled,
      case let titled = group.bucket[cluster.members[best].index],
      alphabetical.wouldBreak(with: cluster.members[best].title.text, at: first, ignoring: titled.id, in: collection),
      collection.refusalToRemove(first, survivor: titled.id) == nil
    else { return cluster }
    var cluster = cluster
    cluster.members.insert(cluster.members.remove(at: best), at: 0)
    return cluster
  }

  private func isBetter(
    _ member: DuplicateClusters.Member, _ candidate: DuplicateCandidate, than other: DuplicateClusters.Member,
    of group: DuplicateGroupBuilder
  ) -> Bool {
    if member.title.kind != other.title.kind { return member.title.kind > other.title.kind }
    let isSecure = candidate.url.hasPrefix("https:")
    return isSecure && !group.bucket[other.index].url.hasPrefix("https:")
      && (member.title.kind == .bare || member.title.text == other.title.text)
  }

  // MARK: Links that are not merged

  private mutating func explainRest(
    _ part: [Int], entries: [Int], of group: inout DuplicateGroupBuilder, in collection: inout Collection
  ) {
    guard let entry = entries.first else { return }
    for index in part where group.isOpen(index) {
      let role = collection[group.bucket[index].id].role
      if role != .entry {
        group.keep(index, for: entry, reason: role.reasonToKeep, in: &collection, &tally)
      } else if index != entry {
        report(index, of: entry, across: false, in: &group, collection)
      }
    }
  }

  /// Reports the links of other sections or documents.
  private mutating func reportAcross(
    _ parts: [[Int]], of group: inout DuplicateGroupBuilder, in collection: inout Collection
  ) {
    let first = parts[0][0]
    // A part without open links is represented by its first link.
    let others = parts.dropFirst().flatMap { part in
      let open = part.filter { group.isOpen($0) }
      return open.isEmpty ? [part[0]] : open
    }
    for index in others { report(index, of: first, across: true, in: &group, collection) }
    tally.across += group.isAcross && !group.byTitle ? 1 : 0
  }

  /// Translations cause no finding, because all of their links are duplicates; the duplicates report lists them.
  private mutating func report(
    _ index: Int, of other: Int, across: Bool, in group: inout DuplicateGroupBuilder, _ collection: Collection
  ) {
    let document = collection[group.bucket[index].id].document
    if translations.areTranslations(document, collection[group.bucket[other].id].document) {
      group.reportTranslation(index, of: other)
    } else {
      group.report(index, group.level(of: index, to: other), of: other, across: across, in: collection)
    }
  }
}

extension DuplicateGroup.Level {
  /// The rule that merges or reports links of this level.
  var rule: RuleID {
    switch self {
    case .exact: "same-url"
    case .page: "same-page"
    case .work: "same-work"
    case .title: "same-title"
    case .related: "related-page"
    }
  }

  var phrase: String {
    switch self {
    case .exact: "same URL"
    case .page: "same page"
    case .work: "same work"
    case .title: "same title"
    case .related: "related"
    }
  }
}

extension Role {
  /// Why a link of this role is never removed, as a clause.
  fileprivate var reasonToKeep: String {
    switch self {
    case .prose: "it is in running text"
    case .secondary: "its item is about another link"
    case .toc: "it is in a table of contents"
    case .fragment: "it leads to a part of its own document"
    case .heading: "it is in a heading"
    case .image: "it is an image"
    case .entry: "the link does not open its item"
    }
  }
}

extension DedupeStage.Form {
  /// Whether a URL is a work's page of this form.
  fileprivate func matches(_ url: String) -> Bool {
    let path = url.lowercased()
    return switch self {
    case .abs: path.contains("/abs/") || path.contains("/doi/abs/")
    case .doi: path.contains("//doi.org/") || path.contains("//dx.doi.org/")
    case .pdf: path.contains("/pdf/") || path.hasSuffix(".pdf")
    }
  }
}
