public import CurateCore

/// A link as one run read and wrote it.
public struct LinkSnapshot: Sendable, Equatable {
  /// The id of the link, the same in all runs.
  public var link: Int64
  public var document: String
  /// The line in the input of the run, from 1; 0 if the position is unknown.
  public var line: Int
  /// The column in Unicode scalars, from 1; 0 if the position is unknown.
  public var column: Int
  /// Headings and parent items, outermost first, joined by ` > `.
  public var section: String
  public var role: String
  public var syntax: String
  /// The title in the output.
  public var title: String
  /// The URL in the input.
  public var originalURL: String
  /// The URL in the output.
  public var url: String
  /// Page key and fragment.
  public var key: String
  /// The work id.
  public var work: String?
  public var hostClass: String?
  public var category: String?
  public var site: String?
  public var institution: String?
  /// `kept`, `changed`, `merged` or `removed`.
  public var fate: String
  /// The link that a merged link was merged into.
  public var survivor: Int64?

  static let columns = """
    link.id, document.path, section.path, link_state.role, link_state.syntax, link_state.title,
    link_state.original_url, coalesce(link_state.url, link_state.original_url), link.key, link_state.work,
    label.host_class, label.category, label.site, label.institution, link_state.fate, link_state.survivor
    """

  static let joins = """
    JOIN link ON link.id = link_state.link
    JOIN document ON document.id = link.document
    JOIN section ON section.id = link_state.section
    LEFT JOIN label ON label.id = link_state.label
    """

  /// - Parameter row: holds `columns`, then line and column.
  init(_ row: Row) {
    (link, document, section, role, syntax) = (row[0], row[1], row[2], row[3], row[4])
    (title, originalURL, url, key, work) = (row[5], row[6], row[7], row[8], row[9])
    (hostClass, category, site, institution) = (row[10], row[11], row[12], row[13])
    (fate, survivor, line, column) = (row[14], row[15], row[16], row[17])
  }
}

extension History {
  /// Returns all links that a run read, in the order of its documents. Empty if the run did not finish.
  public func links(of run: Int64) throws(HistoryFailure) -> [LinkSnapshot] {
    try snapshots(of: run, where: "TRUE")
  }

  /// Returns the links on one line of a document, as a run read it.
  public func links(of run: Int64, in document: String, line: Int) throws(HistoryFailure) -> [LinkSnapshot] {
    try snapshots(of: run, where: "document.path = ? AND place.line = ?", document, line)
  }

  /// Returns the links of a run whose ids are in `ids`.
  public func links(of run: Int64, among ids: Set<Int64>) throws(HistoryFailure) -> [LinkSnapshot] {
    let list = "[" + ids.sorted().map { "\($0)" }.joined(separator: ",") + "]"
    return try snapshots(of: run, where: "place.link IN (SELECT value FROM json_each(?))", list)
  }

  private func snapshots<each Value: Bindable>(
    of run: Int64, where condition: String, _ values: repeat each Value
  ) throws(HistoryFailure) -> [LinkSnapshot] {
    try connection.read { db throws(HistoryFailure) in
      try db.rows(
        """
        SELECT \(LinkSnapshot.columns), place.line, place.column
        FROM run
          JOIN outcome_input ON outcome_input.outcome = run.outcome
          JOIN place ON place.version = outcome_input.version
          JOIN link_state ON link_state.link = place.link AND link_state.since <= run.sequence
            AND (link_state.until IS NULL OR link_state.until > run.sequence)
          \(LinkSnapshot.joins)
        WHERE run.id = ? AND \(condition) ORDER BY outcome_input.position, place.position
        """, run, repeat each values
      ) { LinkSnapshot($0) }
    }
  }
}
