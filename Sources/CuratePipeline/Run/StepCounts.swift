import CurateCore

/// Counts what a step did.
struct StepCounts: Equatable {
  private(set) var events = 0
  private(set) var edits = 0
  private(set) var findings = 0
  private(set) var merged = 0
  private(set) var removed = 0
  /// Changed links, each counted once.
  private(set) var changed = 0
  private(set) var added = 0

  /// The length of the journal before a step. It stores only numbers: keeping the collection would force a real copy
  /// as soon as a stage changes it.
  struct Start {
    fileprivate var events: Int
    fileprivate var edits: Int
    private(set) var findings: Int
    /// Present links and entries, counted only for a step with limits.
    private(set) var links = 0
    private(set) var entries = 0

    /// The start of the whole run, reconstructed at its end: all links that were read.
    init(ofRun collection: Collection) {
      events = 0
      edits = 0
      findings = 0
      links = collection.links.count
      entries = collection.links.count { $0.role == .entry }
    }

    init(_ collection: Collection, countsLinks: Bool) {
      events = collection.journal.events.count
      edits = collection.journal.edits.count
      findings = collection.journal.findings.count
      guard countsLinks else { return }
      for link in collection.links where link.fate.isPresent {
        links += 1
        if link.role == .entry { entries += 1 }
      }
    }
  }

  init(since start: Start, in collection: Collection) {
    let journal = collection.journal
    events = journal.events.count - start.events
    edits = journal.edits.count - start.edits
    findings = journal.findings.count - start.findings
    var changedLinks: Set<LinkID> = []
    for event in journal.events[start.events...] {
      switch event.kind {
      case .merge: merged += 1
      case .remove: removed += 1
      case .add: added += 1
      case .set: if let link = event.link { changedLinks.insert(link) }
      case .edit: break
      }
    }
    changed = changedLinks.count
  }

  /// `3 changed, 2 findings`, for a stage without a summary of its own.
  var summary: String {
    let parts = [
      (changed, "changed"), (merged, "merged"), (removed, "removed"), (added, "added"),
      (edits, edits == 1 ? "edit" : "edits"), (findings, findings == 1 ? "finding" : "findings"),
    ]
    let shown = parts.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
    return shown.isEmpty ? "nothing to do" : shown.joined(separator: ", ")
  }

  func record(id: String, uses: String, milliseconds: Double, summary: String) -> StageRecord {
    StageRecord(
      id: id, uses: uses, milliseconds: milliseconds, events: events, edits: edits, merged: merged, removed: removed,
      findings: findings, summary: summary)
  }
}
