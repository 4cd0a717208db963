import CurateCore
import LinkIdentity

/// Collects the verdicts about the links of one group, and adds the group to the collection at the end.
struct DuplicateGroupBuilder {
  let bucket: [DuplicateCandidate]
  let byTitle: Bool
  /// By candidate; nil while there is no verdict.
  private var members: [DuplicateGroup.Member?]
  /// The first link that is only reported, and the link that it duplicates. One finding stands for the whole group.
  private var reported: (index: Int, other: Int, level: DuplicateGroup.Level)?
  private var reportedCount = 0
  /// Whether the group has links in several scopes.
  private(set) var isAcross = false
  /// The number of findings of the group so far.
  private var findings = 0
  /// Findings beyond this number are omitted.
  private static let maximumFindings = 20
  /// The reason of a link that others are compared with; `finish` replaces it by one that has the number of members.
  private static let first = "the first"

  init(_ bucket: [DuplicateCandidate], byTitle: Bool) {
    self.bucket = bucket
    self.byTitle = byTitle
    members = Array(repeating: nil, count: bucket.count)
  }

  /// Whether there is no verdict yet.
  func isOpen(_ index: Int) -> Bool { members[index] == nil }

  func level(of index: Int, to other: Int) -> DuplicateGroup.Level {
    byTitle ? .title : bucket[index].level(to: bucket[other])
  }

  // MARK: Verdicts

  /// Records that a link was merged.
  ///
  /// - Parameter isFirst: whether the survivor is the first link of its cluster.
  mutating func merged(_ index: Int, into survivor: Int, reason: String, isFirst: Bool) {
    set(index, .merged, survivor: survivor, reason)
    set(
      survivor, .survivor, survivor: nil, isFirst ? Self.first : "it is where its title belongs in alphabetical order")
  }

  /// Records that a link is kept although its duplicate is in scope.
  ///
  /// - Parameter isFinding: whether it is a finding as well; the duplicates report has it in any case.
  mutating func keep(
    _ index: Int, for other: Int, reason: String, isFinding: Bool = true, in collection: inout Collection,
    _ tally: inout DedupeTally
  ) {
    set(index, .kept, survivor: other, reason)
    if isOpen(other) { set(other, .kept, survivor: nil, Self.first) }
    tally.kept += 1
    guard isFinding else { return }
    let place = collection.linePhrase(of: bucket[other].id, from: collection[bucket[index].id].document)
    note(
      "\(level(of: index, to: other).phrase) as \(place); kept, because \(reason)", rule: "duplicate-kept",
      severity: .note, index, in: &collection)
  }

  /// Records that an entry is kept because another entry with its URL has another title.
  mutating func keepForTitle(
    _ index: Int, other: Int, in collection: inout Collection, _ tally: inout DedupeTally
  ) {
    let link = collection[bucket[index].id]
    let place = collection.linePhrase(of: bucket[other].id, from: link.document)
    if isOpen(index) { set(index, .kept, survivor: other, "titles differ, \(place)") }
    if isOpen(other) { set(other, .kept, survivor: nil, Self.first) }
    tally.titlesDiffer += 1
    note(
      "'\(collection.title(of: link.id))' and '\(collection.title(of: bucket[other].id))' on \(place) have one URL",
      rule: "one-url-two-titles", severity: .warning, index, in: &collection)
  }

  /// Records that a link is only reported. Does not replace an earlier verdict.
  mutating func report(
    _ index: Int, _ level: DuplicateGroup.Level, of other: Int, across: Bool = false, in collection: Collection
  ) {
    if isOpen(index) {
      let place = collection.linePhrase(of: bucket[other].id, from: collection[bucket[index].id].document)
      set(index, .reported, survivor: other, "\(level.phrase) as \(place)")
    }
    if isOpen(other) { set(other, .reported, survivor: nil, Self.first) }
    isAcross = isAcross || across
    reportedCount += 1
    if reported == nil { reported = (index, other, level) }
  }

  mutating func reportTranslation(_ index: Int, of other: Int) {
    set(index, .reported, survivor: other, "it is in a translation of the same list")
    if isOpen(other) { set(other, .reported, survivor: nil, Self.first) }
  }

  private mutating func set(
    _ index: Int, _ verdict: DuplicateGroup.Verdict, survivor: Int?, _ reason: String
  ) {
    members[index] = DuplicateGroup.Member(
      link: bucket[index].id, verdict: verdict, survivor: survivor.map { bucket[$0].id }, reason: reason)
  }

  // MARK: Result

  /// Adds the group to the collection, with one finding for the links that are only reported.
  mutating func finish(in collection: inout Collection, _ tally: inout DedupeTally) {
    var decided = members.compactMap { $0 }
    guard decided.count > 1 else { return }
    for index in decided.indices where decided[index].verdict != .survivor && decided[index].reason == Self.first {
      decided[index].reason = "first of \(decided.count.grouped)"
    }
    let level = groupLevel
    if let reported {
      tally.count(reported.level, isAcross: isAcross)
      let link = collection[bucket[reported.index].id]
      let other = bucket[reported.other].id
      let place = collection.linePhrase(of: other, from: link.document)
      let path = collection.path(of: collection[other].section).joined(separator: " > ")
      let section = path.isEmpty || collection[other].section == link.section ? "" : " (\(path))"
      let more = reportedCount > 1 ? ", and \((reportedCount - 1).grouped) more" : ""
      note(
        "\(reported.level.phrase) as \(place)\(section)\(more)", rule: reported.level.rule, severity: .note,
        reported.index, in: &collection)
    }
    collection.report(DuplicateGroup(level: level, key: key(level), members: decided))
  }

  private mutating func note(
    _ message: String, rule: RuleID, severity: Severity, _ index: Int, in collection: inout Collection
  ) {
    findings += 1
    guard findings <= Self.maximumFindings else { return }
    let text = findings == Self.maximumFindings ? message + " (more of this group are in the report)" : message
    collection.report(text, rule: rule, severity: severity, link: bucket[index].id)
  }

  /// The loosest level at which any link matches the first.
  private var groupLevel: DuplicateGroup.Level {
    if byTitle { return .title }
    let levels = bucket.dropFirst().map { $0.level(to: bucket[0]) }
    if levels.contains(.work) { return .work }
    return levels.contains(.page) ? .page : .exact
  }

  private func key(_ level: DuplicateGroup.Level) -> String {
    switch level {
    case .exact: bucket[0].url
    case .work: bucket[0].identity?.work?.description ?? bucket[0].page
    case .title: bucket[0].bucket
    case .page, .related: bucket[0].page
    }
  }
}

/// The counts for the summary line of a run of `dedupe`.
struct DedupeTally {
  var merged = 0
  var kept = 0
  var titlesDiffer = 0
  var across = 0
  private var works = 0
  private var titles = 0
  private var others = 0

  mutating func count(_ level: DuplicateGroup.Level, isAcross: Bool) {
    switch level {
    case .title: titles += 1
    case .work where !isAcross: works += 1
    default: others += isAcross ? 0 : 1
    }
  }

  /// Returns for example `13 links merged; 2 kept, titles differ; 26 groups across sections reported`.
  func summary(_ scope: DedupeStage.Scope) -> String {
    var parts = [merged.pluralized("link") + " merged"]
    if titlesDiffer > 0 { parts.append("\(titlesDiffer.grouped) kept, titles differ") }
    if kept > 0 { parts.append("\(kept.grouped) kept next to prose or a fuller item") }
    if across > 0 { parts.append("\(across.pluralized("group")) across \(scope.rawValue)s reported") }
    let others = works + others
    if others > 0 {
      parts.append("\(across > 0 ? others.pluralized("other group") : others.pluralized("group")) reported")
    }
    if titles > 0 { parts.append(titles.pluralized("equal title")) }
    return parts.joined(separator: "; ")
  }
}
