import Platform

/// A run with its counts, for a list of runs.
public struct RunSummary: Sendable, Equatable {
  /// Whether and how a run ended.
  public enum Status: String, Sendable, CaseIterable {
    case running, done, failed
    /// The run neither finished nor failed, and its process has died.
    case interrupted
  }

  public var number: Int64
  public var status: Status
  /// The start time, in milliseconds since 1970-01-01 UTC.
  public var startedAt: Int64
  /// The duration.
  public var milliseconds: Double
  public var recipePath: String
  public var recipeName: String
  /// The command line as a JSON array of strings.
  public var arguments: String
  public var curateVersion: String
  public var suffixDataVersion: String
  /// The common folder of the inputs, relative to the folder of the recipe. Nil if the inputs were not files, or for a
  /// run older than format 5.
  public var inputFolder: String?
  /// The reason of a failed run.
  public var reason: String?
  /// The number of links that the run read.
  public var links: Int
  public var edits: Int
  public var merged: Int
  public var removed: Int
  public var findings: Int

  static let sql = """
    SELECT run.id, started_at, milliseconds, recipe_path, recipe_name, arguments, curate_version, suffix_data_version,
      reason, status, process, process_start,
      coalesce(links_read, (SELECT total(links) FROM outcome_input JOIN document_version
        ON document_version.id = version WHERE outcome_input.outcome = run.outcome)) AS links,
      (SELECT total(edits) FROM stage_run JOIN event_set ON event_set.id = event_set WHERE run = run.id) AS edits,
      (SELECT total(merged) FROM stage_run JOIN event_set ON event_set.id = event_set WHERE run = run.id) AS merged,
      (SELECT total(removed) FROM stage_run JOIN event_set ON event_set.id = event_set WHERE run = run.id) AS removed,
      (SELECT total(findings) FROM stage_run JOIN event_set ON event_set.id = event_set WHERE run = run.id) AS findings,
      input_folder
    FROM run
    """

  init(_ row: Row) {
    (number, startedAt, milliseconds) = (row[0], row[1], row[2])
    (recipePath, recipeName, arguments) = (row[3], row[4], row[5])
    (curateVersion, suffixDataVersion, reason) = (row[6], row[7], row[8])
    (links, edits, merged, removed, findings) = (row[12], row[13], row[14], row[15], row[16])
    inputFolder = row[17]
    status = Status(rawValue: row[9]) ?? .interrupted
    if status == .running {
      let process = row.isNull(10) ? nil : ProcessIdentity(number: row[10], start: row[11])
      if process?.isAlive != true { status = .interrupted }
    }
  }
}
