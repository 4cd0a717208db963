import CurateCore

extension HistorySchema {
  /// The schema version of a database; 0 for an empty one.
  ///
  /// - Throws: `foreign` for the database of another program, `newer` for that of a later curate.
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

  /// Brings a database to the current version, in one transaction: a new one is written once.
  static func migrate(_ database: Database) throws(HistoryFailure) {
    try database.transaction(.writing) { () throws(HistoryFailure) in
      // Another process may have come first.
      let current = try version(of: database)
      guard current < version else { return }
      if current == 0 { return try database.execute(documentation) }
      for step in steps[(current - 1)...] { try database.execute(step) }
      for view in viewNames { try database.execute("DROP VIEW IF EXISTS \(view)") }
      try database.execute(views)
      try database.execute(marks)
    }
  }

  /// What leads from version 1 to 2, from 2 to 3, and so on. Views are written anew by every migration.
  private static let steps = [
    "ALTER TABLE run ADD COLUMN links_read INTEGER", "", missingFiles,
    "ALTER TABLE run ADD COLUMN input_folder TEXT; DROP INDEX link_identity; \(linkIdentity)",
  ]
}
