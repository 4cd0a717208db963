public import CurateCore
import LinkIdentity

/// Everything that a history holds about one link.
public struct LinkHistory: Sendable, Equatable {
  /// The id of the link, the same in all runs.
  public var link: Int64
  public var document: String
  /// Page key and fragment.
  public var key: String
  /// The number of the link among the links with this key in its document, from 0.
  public var occurrence: Int
  /// The first run in the history that read the link.
  public var firstRun: Int64
  /// The last run in the history that read the link.
  public var lastRun: Int64
  /// The states of the link, oldest first.
  public var spans: [Span]
  /// Events and findings about the link, oldest first, including merges whose survivor it is.
  public var events: [DatedEvent]
  /// The members of the groups of duplicates that contain the link, in the last run that read it.
  public var duplicates: [DuplicateSummary]

  /// A state of the link and the runs in which it held.
  public struct Span: Sendable, Equatable {
    public var firstRun: Int64
    /// The last finished run in which the state held.
    public var lastRun: Int64
    /// Whether the state still holds.
    public var isCurrent: Bool
    /// The link in this state. Its line is 0, because lines change from run to run.
    public var snapshot: LinkSnapshot
  }

  /// An event and the runs that recorded it.
  public struct DatedEvent: Sendable, Equatable {
    public var firstRun: Int64
    public var lastRun: Int64
    public var event: EventSummary
  }
}

/// A member of a group of duplicates.
public struct DuplicateSummary: Sendable, Equatable {
  public var run: Int64
  /// The number of the group in the run, from 1.
  public var group: Int
  /// `exact`, `page`, `work`, `title` or `related`.
  public var level: String
  /// The value that the members of the group have in common.
  public var key: String
  public var link: Int64
  /// `survivor`, `merged`, `kept` or `reported`.
  public var verdict: String
  public var survivor: Int64?
  public var reason: String
}

extension History {
  /// Returns the links that ever had this URL, in the input or in the output, or the same page key; oldest first.
  public func links(withURL url: String) throws(HistoryFailure) -> [Int64] {
    let key = LinkKey.text(Identity(of: url), url: url)
    let masked = maskingCredentials(in: url)
    return try connection.read { db throws(HistoryFailure) in
      try db.rows(
        """
        SELECT id FROM link WHERE key_hash = ? AND key = ?
        UNION SELECT link FROM link_state WHERE original_url = ? OR url = ? ORDER BY 1
        """, FNV1a.hash(key), key, masked, masked
      ) { $0[0] }
    }
  }

  /// Returns the history of a link, nil if no link has this id.
  public func history(of link: Int64) throws(HistoryFailure) -> LinkHistory? {
    try connection.read { db throws(HistoryFailure) in
      var history = try db.first(
        """
        SELECT path, key, occurrence, \(Self.run(reading: "link", order: "ASC")),
          \(Self.run(reading: "link", order: "DESC"))
        FROM link JOIN document ON document.id = document WHERE link.id = ?
        """, link
      ) { row in
        LinkHistory(
          link: link, document: row[0], key: row[1], occurrence: row[2], firstRun: row[3], lastRun: row[4], spans: [],
          events: [], duplicates: [])
      }
      history?.spans = try Self.spans(of: link, in: db)
      history?.events = try Self.events(of: link, in: db)
      history?.duplicates = try Self.duplicates(of: link, in: db)
      return history
    }
  }

  /// Returns SQL for the first or the last run that read a row of `link`: a run that read the document of the link
  /// while the link was in it.
  private static func run(reading link: String, order: String) -> String {
    """
    (SELECT run.id
      FROM run
        JOIN outcome_input ON outcome_input.outcome = run.outcome
        JOIN document_version ON document_version.id = outcome_input.version
          AND document_version.document = \(link).document
        JOIN link_state ON link_state.link = \(link).id AND link_state.since <= run.sequence
          AND (link_state.until IS NULL OR link_state.until > run.sequence)
      ORDER BY run.sequence \(order) LIMIT 1)
    """
  }

  private static func spans(of link: Int64, in db: Database) throws(HistoryFailure) -> [LinkHistory.Span] {
    try db.rows(
      """
      SELECT \(LinkSnapshot.columns), 0, 0,
        (SELECT id FROM run WHERE sequence >= since ORDER BY sequence LIMIT 1),
        (SELECT id FROM run WHERE until IS NULL OR sequence < until ORDER BY sequence DESC LIMIT 1),
        until IS NULL
      FROM link_state \(LinkSnapshot.joins)
      WHERE link_state.link = ? ORDER BY since
      """, link
    ) { LinkHistory.Span(firstRun: $0[18], lastRun: $0[19], isCurrent: $0[20], snapshot: LinkSnapshot($0)) }
  }

  private static func events(of link: Int64, in db: Database) throws(HistoryFailure) -> [LinkHistory.DatedEvent] {
    try db.rows(
      """
      SELECT \(EventSummary.columns), min(stage_run.run), max(stage_run.run)
      FROM event
        JOIN event_set ON event_set.id = event.event_set
        JOIN stage_run ON stage_run.event_set = event_set.id
        JOIN document ON document.id = event.document
      WHERE event.id IN (SELECT id FROM event WHERE link = ?1 UNION SELECT id FROM event WHERE other = ?1)
      GROUP BY event.id ORDER BY min(stage_run.run), event.id
      """, link
    ) { LinkHistory.DatedEvent(firstRun: $0[12], lastRun: $0[13], event: EventSummary($0)) }
  }

  private static func duplicates(of link: Int64, in db: Database) throws(HistoryFailure) -> [DuplicateSummary] {
    let last = try db.first(
      """
      SELECT run.id, run.outcome FROM run
        JOIN outcome_input ON outcome_input.outcome = run.outcome
        JOIN place ON place.version = outcome_input.version
      WHERE place.link = ? ORDER BY run.sequence DESC LIMIT 1
      """, link
    ) { row in (run: row[0] as Int64, outcome: row[1] as Int64) }
    guard let last else { return [] }
    return try db.rows(
      """
      SELECT "group", level, key, link, verdict, survivor, reason FROM outcome_duplicate
      WHERE outcome = ?1 AND "group" IN (SELECT "group" FROM outcome_duplicate WHERE outcome = ?1 AND link = ?2)
      ORDER BY "group", position
      """, last.outcome, link
    ) { row in
      DuplicateSummary(
        run: last.run, group: row[0], level: row[1], key: row[2], link: row[3], verdict: row[4], survivor: row[5],
        reason: row[6])
    }
  }
}
