import CurateCore

/// Decides group by group what becomes of duplicates, and tells it.
struct DuplicateResolver {
  let options: DedupeStage.Options
  private let translations: TranslationFamilies
  var alphabetical = AlphabeticalLists()
  private(set) var tally = DedupeTally()

  init(_ options: DedupeStage.Options, _ translations: TranslationFamilies) {
    self.options = options
    self.translations = translations
  }

  /// - Parameter bucket: at least two links that are the same by some measure, in the order of the collection.
  mutating func resolve(_ bucket: [DuplicateCandidate], byTitle: Bool = false, in collection: inout Collection) {
    var report = GroupReport(bucket, byTitle: byTitle)
    var parts: [[Int]] = []
    var places: [Int: Int] = [:]
    for index in bucket.indices {
      let place = places[bucket[index].scope] ?? parts.count
      if place == parts.count {
        places[bucket[index].scope] = place
        parts.append([])
      }
      parts[place].append(index)
    }
    for part in parts where part.count > 1 { resolve(part, of: &report, in: &collection) }
    if parts.count > 1 { reportAcross(parts, of: &report, in: &collection) }
    report.finish(in: &collection, &tally)
  }

  // MARK: Within the scope

  private mutating func resolve(_ part: [Int], of report: inout GroupReport, in collection: inout Collection) {
    let entries = part.filter { report.bucket[$0].isEntry }
    var clusters = DuplicateClusters(translations)
    for index in entries {
      let candidate = report.bucket[index]
      let fold = collection.titleFold(of: candidate.id)
      clusters.add(index, candidate, fold, document: collection[candidate.id].document)
    }
    for cluster in clusters.all where cluster.members.count > 1 {
      merge(cluster, of: &report, in: &collection)
    }
    for (index, rival) in clusters.rivals(of: report) {
      report.keepForTitle(index, rival: rival, in: &collection, &tally)
    }
    explainRest(part, entries: entries, of: &report, in: &collection)
  }

  private mutating func merge(
    _ found: DuplicateClusters.Cluster, of report: inout GroupReport, in collection: inout Collection
  ) {
    let cluster = inOrder(found, of: report, in: &collection)
    let survivor = cluster.members[0]
    let order = adopt(for: cluster, of: report, in: &collection)
    for twin in order {
      let (candidate, first) = (report.bucket[twin.index], report.bucket[survivor.index])
      let level = report.byTitle ? .title : candidate.level(to: first)
      let link = collection[candidate.id]
      guard options.levels[level] == .merge else {
        report.tell(twin.index, level, of: survivor.index, in: collection)
        continue
      }
      if twin.fold.kind == .titled, !agrees(first.id, with: twin, in: collection) {
        report.keep(
          twin.index, for: survivor.index,
          reason: "it has the title that \(report.place(first.id, from: link, in: collection)) lacks",
          in: &collection, &tally)
        continue
      }
      let reason = "\(level.phrase) as \(report.place(first.id, from: link, in: collection))"
      if let refusal = collection.merge(candidate.id, into: first.id, rule: level.rule, reason: reason) {
        report.keep(
          twin.index, for: survivor.index, reason: refusal.reason, isTold: !refusal.isRequestedByUser, in: &collection,
          &tally)
      } else {
        let isFirst = survivor.index == found.members[0].index
        report.merged(twin.index, into: survivor.index, reason: reason, isFirst: isFirst)
        tally.merged += 1
      }
    }
    prefer(among: cluster, of: report, in: &collection)
  }

  /// Whether the survivor now has the twin's title.
  private func agrees(_ survivor: LinkID, with twin: DuplicateClusters.Member, in collection: Collection) -> Bool {
    collection.titleFold(of: survivor).text == twin.fold.text
  }

  /// Gives the survivor the preferred URL among those that were merged into it.
  private func prefer(
    among cluster: DuplicateClusters.Cluster, of report: GroupReport, in collection: inout Collection
  ) {
    guard !options.prefer.isEmpty else { return }
    let survivor = report.bucket[cluster.members[0].index]
    let rank = { (url: String) in options.prefer.firstIndex { $0.matches(url) } ?? options.prefer.count }
    let merged = cluster.members.dropFirst().map { report.bucket[$0.index] }.filter {
      collection[$0.id].fate == .merged(into: survivor.id)
    }
    guard let best = merged.min(by: { rank($0.url) < rank($1.url) }),
      rank(best.url) < rank(collection.url(of: survivor.id))
    else { return }
    let reason = "preferred to its own, from \(report.place(best.id, from: collection[survivor.id], in: collection))"
    collection.setURL(survivor.id, to: best.url, rule: "prefer-url", reason: reason)
  }

  // MARK: What stays

  private mutating func explainRest(
    _ part: [Int], entries: [Int], of report: inout GroupReport, in collection: inout Collection
  ) {
    guard let entry = entries.first else { return }
    for index in part where report.isOpen(index) {
      let role = collection[report.bucket[index].id].role
      if role != .entry {
        report.keep(index, for: entry, reason: role.whyItStays, in: &collection, &tally)
      } else if index != entry {
        tell(index, of: entry, across: false, in: &report, collection)
      }
    }
  }

  /// Tells of what stands in other sections or documents.
  private mutating func reportAcross(_ parts: [[Int]], of report: inout GroupReport, in collection: inout Collection) {
    let first = parts[0][0]
    // A part that was resolved among itself is told of by its first link.
    let untold = parts.dropFirst().flatMap { part in
      let open = part.filter { report.isOpen($0) }
      return open.isEmpty ? [part[0]] : open
    }
    for index in untold { tell(index, of: first, across: true, in: &report, collection) }
    tally.across += report.isAcross && !report.byTitle ? 1 : 0
  }

  /// Translations are in the report and cause no finding: all of their links are duplicates.
  private func tell(
    _ index: Int, of twin: Int, across: Bool, in report: inout GroupReport, _ collection: Collection
  ) {
    let (document, other) = (collection[report.bucket[index].id].document, collection[report.bucket[twin].id].document)
    if translations.areTranslations(document, other) {
      report.tellTranslation(index, of: twin)
    } else {
      report.tell(index, report.level(of: index, to: twin), of: twin, across: across, in: collection)
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
  fileprivate var whyItStays: String {
    switch self {
    case .prose: "it stands in running text"
    case .secondary: "its item is about another link"
    case .toc: "it stands in a table of contents"
    case .fragment: "it leads to a part of its own document"
    case .heading: "it stands in a heading"
    case .image: "it is an image"
    case .entry: "the link does not open its item"
    }
  }
}

extension DedupeStage.Form {
  /// Whether a URL is a work's page of this form.
  func matches(_ url: String) -> Bool {
    let path = url.lowercased()
    return switch self {
    case .abs: path.contains("/abs/") || path.contains("/doi/abs/")
    case .doi: path.contains("//doi.org/") || path.contains("//dx.doi.org/")
    case .pdf: path.contains("/pdf/") || path.hasSuffix(".pdf")
    }
  }
}
