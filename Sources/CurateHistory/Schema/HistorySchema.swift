import CurateCore

/// The tables and views of a history database.
public enum HistorySchema {
  /// The `user_version` that this version of curate writes.
  public static let version = 5
  /// The `application_id` of a history: `cura` in ASCII.
  public static let applicationID = 0x6375_7261

  /// The whole schema as commented SQL. Running it turns an empty database into a history.
  public static let documentation =
    [introduction, HistoryViews.sql, HistoryTables.sql, versionPragmas].joined(separator: "\n\n") + "\n"

  private static let introduction = """
    -- The history of an output folder, format \(version): every run, what its stages did and why, and the result for
    -- every link. Open it with sqlite3, Datasette or any other program that reads SQLite; only curate should write to
    -- it.
    --
    -- The views below answer most questions, and their columns stay the same. The tables may change with a new format;
    -- curate migrates older histories.
    --
    -- Equal data is stored once, identified by the SHA-256 of its content: file contents (blob), what a stage did
    -- (event_set), what a run read and wrote (outcome). A run that repeats the last one adds one row to run and one
    -- short row per stage.
    --
    -- What a link says is stored for intervals of runs (link_state), separately from its position (place): inserting a
    -- line at the top moves every link but changes none. Intervals count finished runs in the order in which they were
    -- committed (run.sequence): if two runs overlap, the one with the higher number may finish first.
    """

  private static let versionPragmas = """
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    """
}

extension HistorySchema {
  /// Returns the schema version of a database, 0 for an empty one.
  ///
  /// - Throws: `foreign` for a database of another program, `newer` for a database of a later curate.
  static func version(of database: Database) throws(HistoryFailure) -> Int {
    let application = try database.number("PRAGMA application_id") ?? 0
    let version = Int(try database.number("PRAGMA user_version") ?? 0)
    if application == 0, version == 0, try database.number("SELECT count(*) FROM sqlite_schema") == 0 { return 0 }
    guard application == Int64(applicationID) else { throw .foreign(path: database.path) }
    guard version <= Self.version else {
      throw .newer(path: database.path, version: version, supported: Self.version)
    }
    return version
  }

  /// Migrates a database to the current version in one transaction. An empty database gets the current schema directly.
  static func migrate(_ database: Database) throws(HistoryFailure) {
    try database.transaction(.writing) { () throws(HistoryFailure) in
      // Another process may have migrated the database in the meantime.
      let current = try version(of: database)
      guard current < version else { return }
      if current == 0 { return try database.execute(documentation) }
      for step in migrations[(current - 1)...] { try database.execute(step) }
      for view in HistoryViews.names { try database.execute("DROP VIEW IF EXISTS \(view)") }
      try database.execute(HistoryViews.sql)
      try database.execute(versionPragmas)
    }
  }

  /// The SQL that migrates version 1 to 2, 2 to 3, and so on. Every migration also recreates the views.
  private static let migrations = [
    "ALTER TABLE run ADD COLUMN links_read INTEGER", "", HistoryTables.missingFiles,
    "ALTER TABLE run ADD COLUMN input_folder TEXT; DROP INDEX link_identity; \(HistoryTables.linkIdentity)",
  ]
}
