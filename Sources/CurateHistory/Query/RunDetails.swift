public import CurateCore

/// One thing that a stage did or found.
public struct EventSummary: Sendable, Equatable {
  /// `set`, `remove`, `merge`, `add`, `edit`, or `find` for a finding.
  public var kind: String
  public var stage: String
  public var rule: String
  /// Why; of a finding: its message.
  public var reason: String
  /// Of a finding: `note`, `warning` or `error`.
  public var severity: String?
  public var field: String
  public var document: String
  /// In the input, from 1.
  public var line: Int
  public var link: Int64?
  /// Of a merge: the survivor.
  public var other: Int64?
  public var before: String
  public var after: String

  static let columns = """
    event.kind, event_set.stage, event.rule, event.reason, event.severity, event.field, document.path, event.line,
    event.link, event.other, event.before, event.after
    """

  init(_ row: Row) {
    (kind, stage, rule, reason) = (row[0], row[1], row[2], row[3])
    (severity, field, document, line) = (row[4], row[5], row[6], row[7])
    (link, other, before, after) = (row[8], row[9], row[10], row[11])
  }
}

/// A file that a run read or wrote.
public struct FileSummary: Sendable, Equatable {
  public var path: String
  public var bytes: Int
  /// Lower-case hexadecimal.
  public var sha256: String
  /// Whether it took the place of an input.
  public var isInPlace: Bool
  /// Whether the history can give its bytes back.
  public var isRestorable: Bool
}

extension History {
  /// The stages of a run, in order.
  public func stages(of run: Int64) throws(HistoryFailure) -> [StageRecord] {
    try connection.read { db throws(HistoryFailure) in
      try db.rows(
        """
        SELECT stage, uses, stage_run.milliseconds, events, edits, merged, removed, findings, summary
        FROM stage_run JOIN event_set ON event_set.id = stage_run.event_set WHERE run = ? ORDER BY position
        """, run
      ) { row in
        StageRecord(
          id: row[0], uses: row[1], milliseconds: row[2], events: row[3], edits: row[4], merged: row[5],
          removed: row[6], findings: row[7], summary: row[8])
      }
    }
  }

  /// What the stages of a run did and found, in order.
  public func events(of run: Int64) throws(HistoryFailure) -> [EventSummary] {
    try connection.read { db throws(HistoryFailure) in
      try db.rows(
        """
        SELECT \(EventSummary.columns)
        FROM stage_run
          JOIN event_set ON event_set.id = stage_run.event_set
          JOIN event ON event.event_set = event_set.id
          JOIN document ON document.id = event.document
        WHERE stage_run.run = ? ORDER BY stage_run.position, event.id
        """, run
      ) { EventSummary($0) }
    }
  }

  /// The files that a run read, in the order of its documents.
  public func inputs(of run: Int64) throws(HistoryFailure) -> [FileSummary] {
    try connection.read { db throws(HistoryFailure) in
      try db.rows(
        """
        SELECT document.path, blob.size, blob.sha256, FALSE, NOT blob.redacted
        FROM run
          JOIN outcome_input ON outcome_input.outcome = run.outcome
          JOIN document_version ON document_version.id = outcome_input.version
          JOIN document ON document.id = document_version.document
          JOIN blob ON blob.id = document_version.content
        WHERE run.id = ? ORDER BY outcome_input.position
        """, run
      ) { FileSummary($0) }
    }
  }

  /// The files that a run wrote, by path.
  public func outputs(of run: Int64) throws(HistoryFailure) -> [FileSummary] {
    try connection.read { db throws(HistoryFailure) in
      try db.rows(
        """
        SELECT path, outcome_output.size, outcome_output.sha256, in_place, coalesce(NOT blob.redacted, FALSE)
        FROM run
          JOIN outcome_output ON outcome_output.outcome = run.outcome
          LEFT JOIN blob ON blob.id = outcome_output.content
        WHERE run.id = ? ORDER BY path
        """, run
      ) { FileSummary($0) }
    }
  }

  /// Which files beside the inputs links led to in vain, sorted; none if it is older than format 4.
  public func missingFiles(of run: Int64) throws(HistoryFailure) -> [String] {
    try connection.read { db throws(HistoryFailure) in
      try db.rows(
        """
        SELECT path FROM run JOIN outcome_missing_file ON outcome_missing_file.outcome = run.outcome
        WHERE run.id = ? ORDER BY path
        """, run
      ) { $0[0] as String }
    }
  }

  /// The bytes with this SHA-256, if the history holds them.
  ///
  /// - Parameter sha256: in lower-case hexadecimal.
  public func contents(of sha256: String) throws(HistoryFailure) -> [UInt8]? {
    guard let digest = Hex.bytes(sha256) else { return nil }
    return try connection.read { db throws(HistoryFailure) in
      let blobs = BlobStore(db: db)
      guard let blob = try blobs.find(digest) else { return nil }
      return try blobs.contents(of: blob.id)
    }
  }

  /// The recipe of a run, byte for byte; nil if it held credentials, or there is no such run.
  public func recipe(of run: Int64) throws(HistoryFailure) -> [UInt8]? {
    try connection.read { db throws(HistoryFailure) in
      guard let id = try db.number("SELECT recipe FROM run WHERE id = ?", run) else { return nil }
      return try BlobStore(db: db).contents(of: id)
    }
  }
}

extension FileSummary {
  init(_ row: Row) {
    (path, bytes, sha256) = (row[0], row[1], Hex.text(row[2]))
    (isInPlace, isRestorable) = (row[3], row[4])
  }
}
