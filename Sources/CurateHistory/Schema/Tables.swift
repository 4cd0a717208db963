extension HistorySchema {
  /// New in version 4.
  static let missingFiles = """
    -- Files beside the inputs that links lead to and that were not there: reports that are made again tell of them too.
    CREATE TABLE outcome_missing_file (
      outcome INTEGER NOT NULL REFERENCES outcome(id),
      path TEXT NOT NULL,                   -- below the common folder of the inputs
      PRIMARY KEY (outcome, path)
    ) WITHOUT ROWID;
    """

  /// New in version 5: the hash came second, so that most comparisons had to read two columns.
  static let linkIdentity = "CREATE UNIQUE INDEX link_identity ON link (key_hash, document, occurrence);"

  static let tables = """
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
    \(linkIdentity)

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

    -- What a link was found to be, shared by all links of which it is true.
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

    -- One thing that a stage did or found.
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

    -- The files that were read, in order.
    CREATE TABLE outcome_input (
      outcome INTEGER NOT NULL REFERENCES outcome(id),
      position INTEGER NOT NULL,
      version INTEGER NOT NULL REFERENCES document_version(id),
      PRIMARY KEY (outcome, position)
    ) WITHOUT ROWID;

    -- The files that were written.
    CREATE TABLE outcome_output (
      outcome INTEGER NOT NULL REFERENCES outcome(id),
      path TEXT NOT NULL,                   -- below the output folder, or the input's for a file written in place
      in_place INTEGER NOT NULL,            -- whether it took the place of an input
      size INTEGER NOT NULL,
      sha256 BLOB NOT NULL,
      content INTEGER REFERENCES blob(id),  -- null for reports: they can be made again
      PRIMARY KEY (outcome, path)
    ) WITHOUT ROWID;

    \(missingFiles)

    -- The members of groups of links that are the same by one measure.
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

    -- Each time that curate ran.
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
      sequence INTEGER UNIQUE,              -- from 1, in the order in which runs were committed; null until then
      links_read INTEGER,                   -- what a failed run had read; null for others: see their outcome
      input_folder TEXT                     -- the common folder of the inputs, as seen from that of the recipe
    );

    -- What each stage of a run did, and how long it took.
    CREATE TABLE stage_run (
      run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,            -- in the recipe, from 0
      event_set INTEGER NOT NULL REFERENCES event_set(id),
      milliseconds REAL NOT NULL,
      PRIMARY KEY (run, position)
    ) WITHOUT ROWID;
    """
}
