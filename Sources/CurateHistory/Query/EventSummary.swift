public import CurateCore

/// An event or a finding of a run.
public struct EventSummary: Sendable, Equatable {
  /// `set`, `remove`, `merge`, `add`, `edit`, or `find` for a finding.
  public var kind: String
  /// The id of the stage in the recipe.
  public var stage: String
  public var rule: String
  /// The reason of an event, or the message of a finding.
  public var reason: String
  /// The severity of a finding: `note`, `warning` or `error`.
  public var severity: String?
  /// The part that was changed; empty for a finding.
  public var field: String
  public var document: String
  /// The line in the input, from 1.
  public var line: Int
  public var link: Int64?
  /// The survivor of a merge.
  public var other: Int64?
  public var before: String
  public var after: String

  static let columns = """
    event.kind, event_set.stage, event.rule, event.reason, event.severity, event.field, document.path, event.line,
    event.link, event.other, event.before, event.after
    """

  /// - Parameter row: starts with `columns`.
  init(_ row: Row) {
    (kind, stage, rule, reason) = (row[0], row[1], row[2], row[3])
    (severity, field, document, line) = (row[4], row[5], row[6], row[7])
    (link, other, before, after) = (row[8], row[9], row[10], row[11])
  }
}

extension History {
  /// Returns the stages of a run, in order.
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

  /// Returns the events and findings of all stages of a run, in order.
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
}
