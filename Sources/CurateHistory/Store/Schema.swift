/// The tables and views of a history, as `curate history --schema` prints them.
///
/// Equal things are stored once, by the SHA-256 of their content: file contents (`blob`), what a stage did
/// (`event_set`), what a run read and wrote (`outcome`). A run that repeats the last one adds a row to `run` and
/// one short row a stage.
///
/// What a link says is kept over intervals of runs (`link_state`), apart from where it stands (`place`): a line that is
/// inserted at the top moves every link, and changes none. Intervals count finished runs in the order in which they
/// were committed (`run.sequence`): of two runs at once the one with the higher number may be the first to finish.
public enum HistorySchema {
  /// The `user_version` that this curate writes.
  public static let version = 2
  /// The `application_id` of a history: `cura` in ASCII.
  public static let applicationID = 0x6375_7261

  public static var sql: String { migrations.joined(separator: "\n") }

  /// What leads from each version to the next: the first makes an empty database version 1.
  static let migrations = [version1Tables + "\n" + version1Views, version2]

  private static let version2 = """
    -- What a failed run had read; null for others, whose links are those of their outcome.
    ALTER TABLE run ADD COLUMN links_read INTEGER;
    """

  private static let version1Tables = """
    -- Bytes, stored once. Credentials in URLs are masked; such a row has redacted = 1 and cannot be restored.
    CREATE TABLE blob (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE,          -- of the plain bytes
      size INTEGER NOT NULL,                -- plain bytes
      base INTEGER REFERENCES blob(id),     -- whose plain bytes are the prefix that data was compressed with
      depth INTEGER NOT NULL,               -- how many bases it takes to read it
      redacted INTEGER NOT NULL DEFAULT 0,
      data BLOB NOT NULL                    -- a zstd frame
    );

    -- A file that was read at least once.
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,            -- below the common folder of the inputs
      version INTEGER REFERENCES document_version(id), -- as the last run saw it
      fingerprint BLOB                      -- of everything that its open link states depend on
    );

    -- A content that a document once had, cut into links in one way.
    CREATE TABLE document_version (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(id),
      content INTEGER NOT NULL REFERENCES blob(id),
      layout BLOB NOT NULL,                 -- SHA-256 over the ranges of all links
      links INTEGER NOT NULL,
      UNIQUE (document, content, layout)
    );

    -- A link through all runs: the same page in the same document, numbered if there are several.
    CREATE TABLE link (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(id),
      key TEXT NOT NULL,                    -- page key and fragment; the URL itself if it is not http or https
      key_hash INTEGER NOT NULL,            -- 64-bit FNV-1a of key
      occurrence INTEGER NOT NULL           -- from 0
    );
    CREATE UNIQUE INDEX link_identity ON link (document, key_hash, occurrence);

    -- Where the links of a document version stand.
    CREATE TABLE place (
      version INTEGER NOT NULL REFERENCES document_version(id),
      position INTEGER NOT NULL,            -- in the order of the document, from 0
      link INTEGER NOT NULL REFERENCES link(id),
      line INTEGER NOT NULL,                -- from 1
      column INTEGER NOT NULL,              -- from 1, in Unicode scalars
      PRIMARY KEY (version, position)
    ) WITHOUT ROWID;

    -- Headings and parent items from the outside in, joined by ' > '.
    CREATE TABLE section (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(id),
      path TEXT NOT NULL,
      UNIQUE (document, path)
    );

    CREATE TABLE label (
      id INTEGER PRIMARY KEY,
      content INTEGER NOT NULL UNIQUE,      -- 64-bit FNV-1a of the columns below
      host_class TEXT NOT NULL,
      host_class_rule TEXT NOT NULL,
      category TEXT NOT NULL,
      category_rule TEXT NOT NULL,
      site TEXT NOT NULL,
      institution TEXT NOT NULL
    );

    -- What a link said and what became of it, from the finished run `since` up to, not including, `until`.
    CREATE TABLE link_state (
      link INTEGER NOT NULL REFERENCES link(id),
      since INTEGER NOT NULL,               -- a run.sequence
      until INTEGER,                        -- null: it still holds; else the first run.sequence where it did not
      content INTEGER NOT NULL,             -- 64-bit FNV-1a of the columns below
      section INTEGER NOT NULL REFERENCES section(id),
      role TEXT NOT NULL,
      syntax TEXT NOT NULL,
      title TEXT NOT NULL,                  -- as written out
      original_url TEXT NOT NULL,           -- as the input has it
      url TEXT,                             -- as written out; null if that is the same
      work TEXT,
      label INTEGER REFERENCES label(id),   -- null if no stage gave labels
      fate TEXT NOT NULL,                   -- kept, changed, merged, removed
      survivor INTEGER REFERENCES link(id),
      PRIMARY KEY (link, since)
    ) WITHOUT ROWID;

    -- What a stage did: its numbers, and its events.
    CREATE TABLE event_set (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE,          -- of all that follows, events included
      stage TEXT NOT NULL,                  -- the id in the recipe
      uses TEXT NOT NULL,
      summary TEXT NOT NULL,
      events INTEGER NOT NULL,
      edits INTEGER NOT NULL,
      merged INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      findings INTEGER NOT NULL
    );
    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      event_set INTEGER NOT NULL REFERENCES event_set(id),
      kind TEXT NOT NULL,                   -- set, remove, merge, add, edit, find
      rule TEXT NOT NULL,
      reason TEXT NOT NULL,                 -- of a find: its message
      severity TEXT,                        -- of a find: note, warning, error
      field TEXT NOT NULL,
      document INTEGER NOT NULL REFERENCES document(id),
      line INTEGER NOT NULL,                -- in the input, from 1
      link INTEGER REFERENCES link(id),
      other INTEGER REFERENCES link(id),    -- of a merge: the survivor
      before TEXT NOT NULL,
      after TEXT NOT NULL
    );
    CREATE INDEX event_of_set ON event (event_set);
    CREATE INDEX event_link ON event (link) WHERE link IS NOT NULL;
    CREATE INDEX event_other ON event (other) WHERE other IS NOT NULL;

    -- What a run read, wrote and found to be the same.
    CREATE TABLE outcome (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE
    );
    CREATE TABLE outcome_input (
      outcome INTEGER NOT NULL REFERENCES outcome(id),
      position INTEGER NOT NULL,
      version INTEGER NOT NULL REFERENCES document_version(id),
      PRIMARY KEY (outcome, position)
    ) WITHOUT ROWID;
    CREATE TABLE outcome_output (
      outcome INTEGER NOT NULL REFERENCES outcome(id),
      path TEXT NOT NULL,                   -- below the output folder, or the input's for a file written in place
      in_place INTEGER NOT NULL,            -- whether it took the place of an input
      size INTEGER NOT NULL,
      sha256 BLOB NOT NULL,
      content INTEGER REFERENCES blob(id),  -- null for reports: they can be made again
      PRIMARY KEY (outcome, path)
    ) WITHOUT ROWID;
    CREATE TABLE outcome_duplicate (
      outcome INTEGER NOT NULL REFERENCES outcome(id),
      "group" INTEGER NOT NULL,             -- from 1
      position INTEGER NOT NULL,            -- in the group, from 0
      level TEXT NOT NULL,                  -- exact, page, work, title, related
      key TEXT NOT NULL,
      link INTEGER NOT NULL REFERENCES link(id),
      verdict TEXT NOT NULL,                -- survivor, merged, kept, reported
      survivor INTEGER REFERENCES link(id),
      reason TEXT NOT NULL,
      PRIMARY KEY (outcome, "group", position)
    ) WITHOUT ROWID;

    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      status TEXT NOT NULL CHECK (status IN ('running', 'done', 'failed')),
      started_at INTEGER NOT NULL,          -- milliseconds since 1970-01-01 UTC
      milliseconds REAL NOT NULL,
      recipe_path TEXT NOT NULL,
      recipe_name TEXT NOT NULL,
      recipe INTEGER NOT NULL REFERENCES blob(id),
      arguments TEXT NOT NULL,              -- a JSON array
      curate_version TEXT NOT NULL,
      suffix_data_version TEXT NOT NULL,
      process INTEGER,                      -- the process and when it began, while it runs
      process_start INTEGER,
      reason TEXT,                          -- why it failed
      outcome INTEGER REFERENCES outcome(id),
      sequence INTEGER UNIQUE               -- from 1, in the order in which runs were committed; null until then
    );
    CREATE TABLE stage_run (
      run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,            -- in the recipe, from 0
      event_set INTEGER NOT NULL REFERENCES event_set(id),
      milliseconds REAL NOT NULL,
      PRIMARY KEY (run, position)
    ) WITHOUT ROWID;
    """

  private static let version1Views = """
    -- One row a run. A run whose process is gone still says 'running' here; `curate history` calls it interrupted.
    CREATE VIEW runs AS
      SELECT run.id AS run, strftime('%Y-%m-%dT%H:%M:%SZ', run.started_at / 1000, 'unixepoch') AS started,
        run.recipe_path AS recipe, run.status, run.milliseconds, run.reason, run.curate_version,
        total(event_set.edits) AS edits, total(event_set.merged) AS merged, total(event_set.removed) AS removed,
        total(event_set.findings) AS findings
      FROM run
        LEFT JOIN stage_run ON stage_run.run = run.id
        LEFT JOIN event_set ON event_set.id = stage_run.event_set
      GROUP BY run.id;

    -- One row a link that the last finished run read.
    CREATE VIEW latest_links AS
      SELECT link.id AS link_id, document.path AS document, place.line, place.column, section.path AS section,
        link_state.role, link_state.syntax, link_state.title, link_state.original_url,
        coalesce(link_state.url, link_state.original_url) AS url,
        link.key AS page_key, link_state.work AS work_id, label.host_class, label.category, label.site,
        label.institution, link_state.fate, link_state.survivor AS survivor_id,
        (SELECT run.id FROM run WHERE run.sequence =
          (SELECT min(since) FROM link_state AS first WHERE first.link = link.id)) AS first_run
      FROM outcome_input
        JOIN place ON place.version = outcome_input.version
        JOIN link ON link.id = place.link
        JOIN document ON document.id = link.document
        JOIN link_state ON link_state.link = link.id AND link_state.until IS NULL
        JOIN section ON section.id = link_state.section
        LEFT JOIN label ON label.id = link_state.label
      WHERE outcome_input.outcome = (SELECT outcome FROM run ORDER BY sequence DESC LIMIT 1);

    -- One row an event of a run: what changed, by which stage and rule, and why. Findings have the kind 'find'.
    CREATE VIEW changes AS
      SELECT stage_run.run, event.kind, document.path AS document, event.line, event_set.stage, event.rule,
        event.field, event.before, event.after, event.reason, event.severity, event.link AS link_id,
        event.other AS other_id
      FROM stage_run
        JOIN event_set ON event_set.id = stage_run.event_set
        JOIN event ON event.event_set = event_set.id
        JOIN document ON document.id = event.document;

    -- One row a member of a group of duplicates, by run.
    CREATE VIEW duplicates AS
      SELECT run.id AS run, outcome_duplicate."group", outcome_duplicate.level, outcome_duplicate.key,
        outcome_duplicate.link AS link_id, outcome_duplicate.verdict, outcome_duplicate.survivor AS survivor_id,
        outcome_duplicate.reason
      FROM run JOIN outcome_duplicate ON outcome_duplicate.outcome = run.outcome;
    """
}
