public import CurateCore
import Platform

extension HistoryStore {
  /// Deletes all runs except the newest and returns their space to the file system.
  ///
  /// The records of the remaining runs stay complete. Links that only deleted runs read are deleted too.
  ///
  /// - Parameter count: how many runs to keep (at least 1), in addition to runs that are still running.
  /// - Returns: the number of deleted runs.
  @discardableResult
  public func prune(keeping count: Int) throws(HistoryFailure) -> Int {
    let deleted = try write(isDurable: true) { db throws(HistoryFailure) in
      try db.run(
        """
        DELETE FROM run WHERE id NOT IN (SELECT id FROM run ORDER BY id DESC LIMIT ?)
          AND id NOT IN (SELECT value FROM json_each(?))
        """, max(1, count), try Self.runningRuns(in: db))
      let deleted = db.changedRows
      if deleted > 0 { for sql in Self.cleanups { try db.execute(sql) } }
      return deleted
    }
    if deleted > 0 { try connection.vacuum() }
    return deleted
  }

  /// Returns the numbers of the runs whose process is alive, as a JSON array.
  private static func runningRuns(in db: Database) throws(HistoryFailure) -> String {
    let runs = try db.rows(
      """
      SELECT id, process, process_start FROM run WHERE status = 'running' AND process IS NOT NULL
      """
    ) { row in (id: row[0] as Int64, process: ProcessIdentity(number: row[1], start: row[2])) }
    let alive = runs.filter { $0.process.isAlive }
    return "[" + alive.map { "\($0.id)" }.joined(separator: ",") + "]"
  }

  /// Statements that delete rows without references: referring rows first, then the rows that they referred to.
  private static let cleanups = [
    "DELETE FROM stage_run WHERE run NOT IN (SELECT id FROM run)",
    """
    DELETE FROM outcome_input WHERE outcome NOT IN (SELECT outcome FROM run WHERE outcome IS NOT NULL);
    DELETE FROM outcome_output WHERE outcome NOT IN (SELECT outcome FROM run WHERE outcome IS NOT NULL);
    DELETE FROM outcome_missing_file WHERE outcome NOT IN (SELECT outcome FROM run WHERE outcome IS NOT NULL);
    DELETE FROM outcome_duplicate WHERE outcome NOT IN (SELECT outcome FROM run WHERE outcome IS NOT NULL);
    DELETE FROM outcome WHERE id NOT IN (SELECT outcome FROM run WHERE outcome IS NOT NULL)
    """,
    """
    DELETE FROM event WHERE event_set NOT IN (SELECT event_set FROM stage_run);
    DELETE FROM event_set WHERE id NOT IN (SELECT event_set FROM stage_run)
    """,
    // `until` is the first run for which a state no longer holds. A state that ended by the first remaining run belongs
    // to no run.
    "DELETE FROM link_state WHERE until <= (SELECT min(sequence) FROM run)",
    """
    CREATE TEMP TABLE kept AS
      SELECT version AS id FROM outcome_input UNION SELECT version FROM document WHERE version IS NOT NULL;
    DELETE FROM place WHERE version NOT IN (SELECT id FROM kept);
    DELETE FROM document_version WHERE id NOT IN (SELECT id FROM kept);
    DROP TABLE kept
    """,
    """
    CREATE TEMP TABLE kept AS
      SELECT link AS id FROM place UNION SELECT link FROM link_state UNION SELECT survivor FROM link_state
      UNION SELECT link FROM event UNION SELECT other FROM event
      UNION SELECT link FROM outcome_duplicate UNION SELECT survivor FROM outcome_duplicate;
    DELETE FROM link WHERE id NOT IN (SELECT id FROM kept WHERE id IS NOT NULL);
    DROP TABLE kept
    """,
    """
    DELETE FROM section WHERE id NOT IN (SELECT section FROM link_state);
    DELETE FROM label WHERE id NOT IN (SELECT label FROM link_state WHERE label IS NOT NULL)
    """,
    """
    CREATE TEMP TABLE kept AS
      WITH RECURSIVE used (id) AS (
        SELECT recipe FROM run UNION SELECT content FROM document_version UNION SELECT content FROM outcome_output
        UNION SELECT base FROM blob JOIN used ON used.id = blob.id)
      SELECT id FROM used WHERE id IS NOT NULL;
    DELETE FROM blob WHERE id NOT IN (SELECT id FROM kept);
    DROP TABLE kept
    """,
  ]
}
