/// The tables and views of a history.
public enum HistorySchema {
  /// The `user_version` that this curate writes.
  public static let version = 5
  /// The `application_id` of a history: `cura` in ASCII.
  public static let applicationID = 0x6375_7261

  /// The whole schema as commented SQL, which makes an empty database a history.
  public static let documentation = [preface, views, tables, marks].joined(separator: "\n\n") + "\n"

  private static let preface = """
    -- The history of an output folder, version \(version): every run, what its stages did and why, and what became of
    -- every link. Open it with sqlite3, Datasette or any other program that reads SQLite; curate alone should write it.
    --
    -- The views below answer most questions, and keep their columns. The tables may change from version to version;
    -- curate brings older ones up to date.
    --
    -- Equal things are stored once, by the SHA-256 of their content: file contents (blob), what a stage did
    -- (event_set), what a run read and wrote (outcome). A run that repeats the last one adds a row to run and one short
    -- row a stage.
    --
    -- What a link says is kept over intervals of runs (link_state), apart from where it stands (place): a line that is
    -- inserted at the top moves every link, and changes none. Intervals count finished runs in the order in which they
    -- were committed (run.sequence): of two runs at once the one with the higher number may be the first to finish.
    """

  static let marks = """
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    """
}
