import CurateCore
import LinkIdentity

/// Collects what is decided about the links of one group, and tells it at the end.
struct GroupReport {
  let bucket: [DuplicateCandidate]
  let byTitle: Bool
  private var members: [DuplicateGroup.Member?]
  /// The first link that is only reported, and its twin: one finding speaks for all of the group.
  private var told: (index: Int, twin: Int, level: DuplicateGroup.Level)?
  private var toldCount = 0
  private(set) var isAcross = false
  /// Findings of the group so far; more than a person reads are counted only.
  private var findings = 0
  private static let mostFindings = 20
  /// The reason of a link that others are compared with, until `finish` knows how many there are.
  private static let first = "the first"

  init(_ bucket: [DuplicateCandidate], byTitle: Bool) {
    self.bucket = bucket
    self.byTitle = byTitle
    members = Array(repeating: nil, count: bucket.count)
  }

  /// Whether nothing is decided yet.
  func isOpen(_ index: Int) -> Bool { members[index] == nil }

  func level(of index: Int, to other: Int) -> DuplicateGroup.Level {
    byTitle ? .title : bucket[index].level(to: bucket[other])
  }

  /// `line 577`, with the document if it is another one.
  func place(_ id: LinkID, from link: Link, in collection: Collection) -> String {
    let line = "line \(collection.line(of: id))"
    let document = collection[id].document
    return document == link.document ? line : "\(line) of \(collection[document].path)"
  }

  mutating func merged(_ index: Int, into survivor: Int, reason: String, isFirst: Bool) {
    set(index, .merged, survivor: survivor, reason)
    set(survivor, .survivor, survivor: nil, isFirst ? Self.first : "stands where its title is in alphabetical order")
  }

  /// Notes a link that stays although its twin is in reach.
  ///
  /// - Parameter isTold: whether it is a finding; the report has it in any case.
  mutating func keep(
    _ index: Int, for twin: Int, reason: String, isTold: Bool = true, in collection: inout Collection,
    _ tally: inout DedupeTally
  ) {
    set(index, .kept, survivor: twin, reason)
    if isOpen(twin) { set(twin, .kept, survivor: nil, Self.first) }
    tally.kept += 1
    guard isTold else { return }
    let link = collection[bucket[index].id]
    let where_ = place(bucket[twin].id, from: link, in: collection)
    note(
      "\(level(of: index, to: twin).phrase) as \(where_); kept, because \(reason)", rule: "duplicate-kept",
      severity: .note, index, in: &collection)
  }

  mutating func keepForTitle(
    _ index: Int, rival: Int, in collection: inout Collection, _ tally: inout DedupeTally
  ) {
    let link = collection[bucket[index].id]
    let where_ = place(bucket[rival].id, from: link, in: collection)
    if isOpen(index) { set(index, .kept, survivor: rival, "titles differ, \(where_)") }
    if isOpen(rival) { set(rival, .kept, survivor: nil, Self.first) }
    tally.titlesDiffer += 1
    note(
      "'\(collection.title(of: link.id))' and '\(collection.title(of: bucket[rival].id))' on \(where_) have one URL",
      rule: "one-url-two-titles", severity: .warning, index, in: &collection)
  }

  /// Notes a link that is only reported; a verdict that it has already stays.
  mutating func tell(
    _ index: Int, _ level: DuplicateGroup.Level, of twin: Int, across: Bool = false, in collection: Collection
  ) {
    let link = collection[bucket[index].id]
    if isOpen(index) {
      let reason = "\(level.phrase) as \(place(bucket[twin].id, from: link, in: collection))"
      set(index, .reported, survivor: twin, reason)
    }
    if isOpen(twin) { set(twin, .reported, survivor: nil, Self.first) }
    isAcross = isAcross || across
    toldCount += 1
    if told == nil { told = (index, twin, level) }
  }

  mutating func tellTranslation(_ index: Int, of twin: Int) {
    set(index, .reported, survivor: twin, "stands in a translation of the same list")
    if isOpen(twin) { set(twin, .reported, survivor: nil, Self.first) }
  }

  /// Hands the group to the collection, with a finding for the links that were only reported.
  mutating func finish(in collection: inout Collection, _ tally: inout DedupeTally) {
    var decided = members.compactMap { $0 }
    guard decided.count > 1 else { return }
    for index in decided.indices where decided[index].verdict != .survivor && decided[index].reason == Self.first {
      decided[index].reason = "first of \(decided.count.grouped)"
    }
    let level = groupLevel(decided)
    if let told {
      tally.count(told.level, isAcross: isAcross)
      noteTold(told, in: &collection)
    }
    collection.report(DuplicateGroup(level: level, key: key(level), members: decided))
  }

  private mutating func noteTold(
    _ told: (index: Int, twin: Int, level: DuplicateGroup.Level), in collection: inout Collection
  ) {
    let link = collection[bucket[told.index].id]
    let twin = bucket[told.twin].id
    let path = collection.path(of: collection[twin].section).joined(separator: " > ")
    let section = path.isEmpty || collection[twin].section == link.section ? "" : " (\(path))"
    let more = toldCount > 1 ? ", and \((toldCount - 1).grouped) more" : ""
    note(
      "\(told.level.phrase) as \(place(twin, from: link, in: collection))\(section)\(more)", rule: told.level.rule,
      severity: .note, told.index, in: &collection)
  }

  private mutating func set(
    _ index: Int, _ verdict: DuplicateGroup.Verdict, survivor: Int?, _ reason: String
  ) {
    members[index] = DuplicateGroup.Member(
      link: bucket[index].id, verdict: verdict, survivor: survivor.map { bucket[$0].id }, reason: reason)
  }

  private mutating func note(
    _ message: String, rule: RuleID, severity: Severity, _ index: Int, in collection: inout Collection
  ) {
    findings += 1
    guard findings <= Self.mostFindings else { return }
    let text = findings == Self.mostFindings ? message + " (more of this group are in the report)" : message
    collection.report(text, rule: rule, severity: severity, link: bucket[index].id)
  }

  /// The loosest measure that the group needs.
  private func groupLevel(_ decided: [DuplicateGroup.Member]) -> DuplicateGroup.Level {
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

/// What a run of `dedupe` did, in numbers.
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

  /// `13 links merged; 2 kept, titles differ; 26 groups across sections reported`
  func summary(_ scope: DedupeStage.Scope) -> String {
    var parts = [merged.pluralized("link") + " merged"]
    if titlesDiffer > 0 { parts.append("\(titlesDiffer.grouped) kept, titles differ") }
    if kept > 0 { parts.append("\(kept.grouped) kept beside prose or a fuller item") }
    if across > 0 { parts.append("\(across.pluralized("group")) across \(scope.rawValue)s reported") }
    let others = works + others
    if others > 0 {
      parts.append("\(across > 0 ? others.pluralized("other group") : others.pluralized("group")) reported")
    }
    if titles > 0 { parts.append(titles.pluralized("equal title")) }
    return parts.joined(separator: "; ")
  }
}
