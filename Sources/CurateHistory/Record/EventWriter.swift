import CurateCore
import LinkIdentity

/// Writes the events and findings of stages, equal sets once.
///
/// A class, because each row refers to it: a struct was copied for every row.
final class EventWriter {
  let db: Database
  let collection: Collection
  let linkIDs: [Int64]
  let documentIDs: [Int64]

  init(db: Database, collection: Collection, linkIDs: [Int64], documentIDs: [Int64]) {
    self.db = db
    self.collection = collection
    self.linkIDs = linkIDs
    self.documentIDs = documentIDs
  }

  /// Finds or writes the event set of each stage.
  ///
  /// - Returns: the ids of the event sets.
  func write(_ stages: [StageRecord]) throws(HistoryFailure) -> [Int64] {
    var seen: Set<String> = []
    return try stages.map { stage throws(HistoryFailure) in
      // The events of two stages with the same id cannot be distinguished: the first stage gets them all.
      try write(stage, Rows(of: seen.insert(stage.id).inserted ? stage.id : nil, in: self))
    }
  }

  /// The events and findings of a stage. Rows are created twice, for the hash and for the database, because a million
  /// rows take more memory than the list itself.
  private struct Rows {
    private let writer: EventWriter
    private let events: [Event]
    private let findings: [Finding]

    var count: Int { events.count + findings.count }

    init(of stage: String?, in writer: EventWriter) {
      self.writer = writer
      let journal = writer.collection.journal
      events = journal.events.filter { $0.stage == stage }
      findings = journal.findings.filter { $0.stage == stage }
    }

    func forEach(_ body: (EventRow) throws(HistoryFailure) -> Void) throws(HistoryFailure) {
      for event in events { try body(EventRow(event, in: writer)) }
      for finding in findings { try body(EventRow(finding, in: writer)) }
    }
  }

  private func write(_ stage: StageRecord, _ rows: Rows) throws(HistoryFailure) -> Int64 {
    let sha256 = try hash(stage, rows)
    if let known = try db.number("SELECT id FROM event_set WHERE sha256 = ?", sha256) { return known }
    try db.run(
      """
      INSERT INTO event_set (sha256, stage, uses, summary, events, edits, merged, removed, findings)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      sha256, stage.id, stage.uses, stage.summary, stage.events, stage.edits, stage.merged, stage.removed,
      stage.findings)
    let set = db.lastInsertedRowID
    let insert = try db.prepare(
      """
      INSERT INTO event (event_set, kind, rule, reason, severity, field, document, line, link, other, before, after)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try rows.forEach { row throws(HistoryFailure) in
      try insert.run(
        set, row.kind, row.rule, row.reason, row.severity, row.field, row.document, row.line, row.link, row.other,
        row.before, row.after)
    }
    return set
  }

  private func hash(_ stage: StageRecord, _ rows: Rows) throws(HistoryFailure) -> [UInt8] {
    var digest = Digest()
    for text in [stage.id, stage.uses, stage.summary] { digest.add(text) }
    for count in [stage.events, stage.edits, stage.merged, stage.removed, stage.findings, rows.count] {
      digest.add(count)
    }
    try rows.forEach { $0.add(to: &digest) }
    return digest.finish()
  }
}

/// A row of `event`, with masked credentials.
struct EventRow {
  var kind: String
  var rule: String
  var reason: String
  var severity: String?
  var field: String
  var document: Int64
  var line: Int
  var link: Int64?
  var other: Int64?
  var before: String
  var after: String

  init(_ event: Event, in writer: EventWriter) {
    kind = event.kind.rawValue
    rule = event.rule
    reason = maskingCredentials(in: event.reason)
    severity = nil
    field = event.field
    document = writer.documentIDs[event.document.index]
    line = writer.collection[event.document].line(at: event.offset)
    link = event.link.map { writer.linkIDs[$0.index] }
    other = event.other.map { writer.linkIDs[$0.index] }
    before = maskingCredentials(in: event.before)
    after = maskingCredentials(in: event.after)
  }

  init(_ finding: Finding, in writer: EventWriter) {
    kind = "find"
    rule = finding.rule
    reason = maskingCredentials(in: finding.message)
    severity = finding.severity.rawValue
    field = ""
    document = writer.documentIDs[finding.document.index]
    line = writer.collection[finding.document].line(at: finding.offset)
    link = finding.link.map { writer.linkIDs[$0.index] }
    other = nil
    before = ""
    after = ""
  }

  func add(to digest: inout Digest) {
    for text in [kind, rule, reason, severity ?? "", field, before, after] { digest.add(text) }
    for number in [document, Int64(line), link ?? 0, other ?? 0] { digest.add(number) }
  }
}
