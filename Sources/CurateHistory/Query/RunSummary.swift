import GRDB

/// A run as a list of runs shows it.
public struct RunSummary: Sendable, Equatable {
  public enum Status: String, Sendable, CaseIterable {
    case running, done, failed
    /// Neither done nor failed, and its process is gone.
    case interrupted
  }

  public var number: Int64
  public var status: Status
  /// Milliseconds since 1970-01-01 UTC.
  public var startedAt: Int64
  public var milliseconds: Double
  public var recipePath: String
  public var recipeName: String
  /// A JSON array of strings.
  public var arguments: String
  public var curateVersion: String
  public var suffixDataVersion: String
  /// Why a failed run failed.
  public var reason: String?
  public var links: Int
  public var edits: Int
  public var merged: Int
  public var removed: Int
  public var findings: Int

  static let sql = """
    SELECT run.*,
      coalesce(links_read, (SELECT total(links) FROM outcome_input JOIN document_version
        ON document_version.id = version WHERE outcome_input.outcome = run.outcome)) AS links,
      (SELECT total(edits) FROM stage_run JOIN event_set ON event_set.id = event_set WHERE run = run.id) AS edits,
      (SELECT total(merged) FROM stage_run JOIN event_set ON event_set.id = event_set WHERE run = run.id) AS merged,
      (SELECT total(removed) FROM stage_run JOIN event_set ON event_set.id = event_set WHERE run = run.id) AS removed,
      (SELECT total(findings) FROM stage_run JOIN event_set ON event_set.id = event_set WHERE run = run.id) AS findings
    FROM run
    """

  init(_ row: Row) {
    number = row["id"]
    startedAt = row["started_at"]
    milliseconds = row["milliseconds"]
    recipePath = row["recipe_path"]
    recipeName = row["recipe_name"]
    arguments = row["arguments"]
    curateVersion = row["curate_version"]
    suffixDataVersion = row["suffix_data_version"]
    reason = row["reason"]
    links = row["links"]
    edits = row["edits"]
    merged = row["merged"]
    removed = row["removed"]
    findings = row["findings"]
    status = Status(rawValue: row["status"]) ?? .interrupted
    if status == .running {
      let number: Int? = row["process"]
      let process = number.map { ProcessIdentity(number: $0, start: row["process_start"] ?? 0) }
      if process?.isAlive != true { status = .interrupted }
    }
  }
}
