/// The tables and indexes of a history.
enum HistoryTables {
  /// Added in version 4.
  static let missingFiles = """
    -- Files next to the inputs that relative links point to and that were missing. A report that is recreated later
    -- lists them too.
    CREATE TABLE outcome_missing_file (
      outcome INTEGER NOT NULL REFERENCES outcome(id),
      path TEXT NOT NULL,                   -- relative to the common folder of the inputs
      PRIMARY KEY (outcome, path)
    ) WITHOUT ROWID;
    """

  /// Changed in version 5: the hash was the second column before, so most comparisons had to read two columns.
  static let linkIdentity = "CREATE UNIQUE INDEX link_identity ON link (key_hash, document, occurrence);"

  static let sql = """
    -- File contents, each stored once. Credentials in URLs are masked; such a row has redacted = 1 and cannot be
    -- restored.
    CREATE TABLE blob (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE,          -- of the uncompressed bytes
      size INTEGER NOT NULL,                -- number of uncompressed bytes
      base INTEGER REFERENCES blob(id),     -- the blob whose uncompressed bytes are the compression prefix of data
      depth INTEGER NOT NULL,               -- number of bases needed to read it
      redacted INTEGER NOT NULL DEFAULT 0,
      data BLOB NOT NULL                    -- a zstd frame
    );

    -- A document: a file that at least one run read.
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,            -- relative to the common folder of the inputs
      version INTEGER REFERENCES document_version(id), -- the version that the last run read
      fingerprint BLOB                      -- SHA-256 of everything that determines its current link states
    );

    -- One content of a document, with the links that the parser found in it.
    CREATE TABLE document_version (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(id),
      content INTEGER NOT NULL REFERENCES blob(id),
      layout BLOB NOT NULL,                 -- SHA-256 over the ranges, sections and roles of all links
      links INTEGER NOT NULL,               -- number of links
      UNIQUE (document, content, layout)
    );

    -- A link across all runs, identified by its document, its key and, if several links of the document have that key,
    -- a number.
    CREATE TABLE link (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(id),
      key TEXT NOT NULL,                    -- page key and fragment; the URL itself unless it is http or https
      key_hash INTEGER NOT NULL,            -- 64-bit FNV-1a of key
      occurrence INTEGER NOT NULL           -- number among the links with this key in the document, from 0
    );
    \(linkIdentity)

    -- The positions of the links in a document version.
    CREATE TABLE place (
      version INTEGER NOT NULL REFERENCES document_version(id),
      position INTEGER NOT NULL,            -- index in document order, from 0
      link INTEGER NOT NULL REFERENCES link(id),
      line INTEGER NOT NULL,                -- from 1
      column INTEGER NOT NULL,              -- from 1, in Unicode scalars
      PRIMARY KEY (version, position)
    ) WITHOUT ROWID;

    -- A section of a document.
    CREATE TABLE section (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(id),
      path TEXT NOT NULL,                   -- headings and parent items, outermost first, joined by ' > '
      UNIQUE (document, path)
    );

    -- A set of labels, shared by all links that have it.
    CREATE TABLE label (
      id INTEGER PRIMARY KEY,
      content INTEGER NOT NULL UNIQUE,      -- 64-bit FNV-1a of the columns below
      host_class TEXT NOT NULL,
      host_class_rule TEXT NOT NULL,        -- the rule that decided
      category TEXT NOT NULL,
      category_rule TEXT NOT NULL,
      site TEXT NOT NULL,
      institution TEXT NOT NULL
    );

    -- What a link says and its fate, from the finished run `since` up to, but not including, `until`.
    CREATE TABLE link_state (
      link INTEGER NOT NULL REFERENCES link(id),
      since INTEGER NOT NULL,               -- a run.sequence
      until INTEGER,                        -- the first run.sequence where it no longer holds; null if it still does
      content INTEGER NOT NULL,             -- 64-bit FNV-1a of the columns below
      section INTEGER NOT NULL REFERENCES section(id),
      role TEXT NOT NULL,
      syntax TEXT NOT NULL,
      title TEXT NOT NULL,                  -- as written to the output
      original_url TEXT NOT NULL,           -- as in the input
      url TEXT,                             -- as written to the output; null if unchanged
      work TEXT,                            -- work id
      label INTEGER REFERENCES label(id),   -- null if no stage set labels
      fate TEXT NOT NULL,                   -- kept, changed, merged, removed
      survivor INTEGER REFERENCES link(id), -- the link that a merged link was merged into
      PRIMARY KEY (link, since)
    ) WITHOUT ROWID;

    -- What a stage did in a run: its counts and its events.
    CREATE TABLE event_set (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE,          -- of the columns below and the events
      stage TEXT NOT NULL,                  -- the id in the recipe
      uses TEXT NOT NULL,                   -- the name of the stage
      summary TEXT NOT NULL,
      events INTEGER NOT NULL,
      edits INTEGER NOT NULL,
      merged INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      findings INTEGER NOT NULL
    );

    -- One event that a stage recorded or one finding that it reported.
    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      event_set INTEGER NOT NULL REFERENCES event_set(id),
      kind TEXT NOT NULL,                   -- set, remove, merge, add, edit, find
      rule TEXT NOT NULL,
      reason TEXT NOT NULL,                 -- for a find: the message of the finding
      severity TEXT,                        -- for a find: note, warning, error
      field TEXT NOT NULL,                  -- what was changed; empty for a find
      document INTEGER NOT NULL REFERENCES document(id),
      line INTEGER NOT NULL,                -- in the input, from 1
      link INTEGER REFERENCES link(id),
      other INTEGER REFERENCES link(id),    -- for a merge: the survivor
      before TEXT NOT NULL,
      after TEXT NOT NULL
    );
    CREATE INDEX event_of_set ON event (event_set);
    CREATE INDEX event_link ON event (link) WHERE link IS NOT NULL;
    CREATE INDEX event_other ON event (other) WHERE other IS NOT NULL;

    -- What a run read and wrote and which duplicates it found; shared by all runs with the same outcome.
    CREATE TABLE outcome (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE
    );

    -- The files that were read, in order of position.
    CREATE TABLE outcome_input (
      outcome INTEGER NOT NULL REFERENCES outcome(id),
      position INTEGER NOT NULL,
      version INTEGER NOT NULL REFERENCES document_version(id),
      PRIMARY KEY (outcome, position)
    ) WITHOUT ROWID;

    -- The files that were written.
    CREATE TABLE outcome_output (
      outcome INTEGER NOT NULL REFERENCES outcome(id),
      path TEXT NOT NULL,                   -- relative to the output folder; the path of the input if written in place
      in_place INTEGER NOT NULL,            -- whether it replaced an input
      size INTEGER NOT NULL,
      sha256 BLOB NOT NULL,
      content INTEGER REFERENCES blob(id),  -- null for reports, which can be recreated
      PRIMARY KEY (outcome, path)
    ) WITHOUT ROWID;

    \(missingFiles)

    -- The members of the groups of duplicates, each group at one level.
    CREATE TABLE outcome_duplicate (
      outcome INTEGER NOT NULL REFERENCES outcome(id),
      "group" INTEGER NOT NULL,             -- number of the group, from 1
      position INTEGER NOT NULL,            -- index in the group, from 0
      level TEXT NOT NULL,                  -- exact, page, work, title, related
      key TEXT NOT NULL,                    -- what the members have in common
      link INTEGER NOT NULL REFERENCES link(id),
      verdict TEXT NOT NULL,                -- survivor, merged, kept, reported
      survivor INTEGER REFERENCES link(id),
      reason TEXT NOT NULL,
      PRIMARY KEY (outcome, "group", position)
    ) WITHOUT ROWID;

    -- One row per run.
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
      process INTEGER,                      -- process id; null once the run has ended
      process_start INTEGER,                -- start time of the process, in clock ticks since the machine started
      reason TEXT,                          -- why the run failed
      outcome INTEGER REFERENCES outcome(id),
      sequence INTEGER UNIQUE,              -- from 1, in the order in which runs were committed; null before that
      links_read INTEGER,                   -- links that a failed run had read; null for other runs (see outcome)
      input_folder TEXT                     -- the common folder of the inputs, relative to the folder of the recipe
    );

    -- What each stage of a run did and how long it took.
    CREATE TABLE stage_run (
      run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,            -- index in the recipe, from 0
      event_set INTEGER NOT NULL REFERENCES event_set(id),
      milliseconds REAL NOT NULL,
      PRIMARY KEY (run, position)
    ) WITHOUT ROWID;
    """
}
