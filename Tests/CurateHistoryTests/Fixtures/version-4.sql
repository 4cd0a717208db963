-- A history of format 4 with two runs, as `.dump` of sqlite3 writes it.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE blob (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,          -- of the plain bytes
  size INTEGER NOT NULL,                -- plain bytes
  base INTEGER REFERENCES blob(id),     -- whose plain bytes are the prefix that data was compressed with
  depth INTEGER NOT NULL,               -- how many bases it takes to read it
  redacted INTEGER NOT NULL DEFAULT 0,
  data BLOB NOT NULL                    -- a zstd frame
);
INSERT INTO blob VALUES(1,X'3a5af37bb53f6ffcdfa632f7fc3f6fc6c251d662e08f2406352870c7b49979d5',128,NULL,0,0,X'28b52ffd20804d0300c207181790a71d88ede6b18518a7b74f164cfedfc2aa88aa3b155da4d882c2832f11ae29ad1806da7de858c9f59868a5113f9107459758ad1503aa5bc9e65b699c37f15766fc97bf22052680b18a972c30d3fe6b956c128eeb6126d32d0998493ffe1301004e020505');
INSERT INTO blob VALUES(2,X'a957b0d785dc65b132bc6863deb02522734cd498c56fcd0aaf0a09bc0b02e239',246,NULL,0,0,X'28b52ffd20f64504004207191c606b75504d78a56de12715224d281977046d7253369426f761884318a9a9f92f36ff1d1645d201776992fec0c51f65ed21217564587006745c5434ed0cd8beb5fdb0a09253e7d7ece3817d2b95c4d7dd00245873ec0c8b22997b842294c91ab3f68aa20c009d82a018351dcb24bfae62ed9d18014103a1a2832acc2d755da59ecd5f730f');
INSERT INTO blob VALUES(3,X'c78226bcefd65049cbb45e7f1ce316fa7bc9c79d3e2c06829776bd126f459b77',205,2,1,0,X'28b52ffd20cd5d0000080a02008ca851a0bc6480');
INSERT INTO blob VALUES(4,X'74a00f113d72a463fd35c0776c5118bbd96c23f7c6a7eddb16f36bedde5240b2',212,2,1,0,X'28b52ffd20d46d00000820031007fe048ac2a1f25410');
INSERT INTO blob VALUES(5,X'13cc095d3f889bed5391bdf946a145a93aeaf5f9e0817641cf29e0e44aa33a85',172,4,2,0,X'28b52ffd20ac550000000200ec6529e82a1920');
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,            -- below the common folder of the inputs
  version INTEGER REFERENCES document_version(id), -- as the last run saw it
  fingerprint BLOB                      -- of everything that its open link states depend on
);
INSERT INTO document VALUES(1,'reading.md',2,X'723e364c61732fae93571a9f321d3cdd3dc4a5faf5ab47b3b8566c16390a062d');
CREATE TABLE document_version (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(id),
  content INTEGER NOT NULL REFERENCES blob(id),
  layout BLOB NOT NULL,                 -- SHA-256 over the ranges of all links
  links INTEGER NOT NULL,
  UNIQUE (document, content, layout)
);
INSERT INTO document_version VALUES(1,1,2,X'0c96af64816ffea397cb2f0bbccd57e276e087622345fd200171b10efa1f9656',5);
INSERT INTO document_version VALUES(2,1,4,X'913e761b5d91fb5bf87b5267e2ffccc803f677c25177381d29a05679496c6dec',4);
CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(id),
  key TEXT NOT NULL,                    -- page key and fragment; the URL itself if it is not http or https
  key_hash INTEGER NOT NULL,            -- 64-bit FNV-1a of key
  occurrence INTEGER NOT NULL           -- from 0
);
INSERT INTO link VALUES(1,1,'tea.example/oolong',1888955882937766382,0);
INSERT INTO link VALUES(2,1,'tea.example/oolong',1888955882937766382,1);
INSERT INTO link VALUES(3,1,'tea.example/green',4812030559817546157,0);
INSERT INTO link VALUES(4,1,'bread.example/rye',-7151797015731455898,0);
INSERT INTO link VALUES(5,1,'bread.example/spelt',8975283257840402832,0);
CREATE TABLE place (
  version INTEGER NOT NULL REFERENCES document_version(id),
  position INTEGER NOT NULL,            -- in the order of the document, from 0
  link INTEGER NOT NULL REFERENCES link(id),
  line INTEGER NOT NULL,                -- from 1
  column INTEGER NOT NULL,              -- from 1, in Unicode scalars
  PRIMARY KEY (version, position)
) WITHOUT ROWID;
INSERT INTO place VALUES(1,0,1,5,3);
INSERT INTO place VALUES(1,1,2,6,3);
INSERT INTO place VALUES(1,2,3,7,3);
INSERT INTO place VALUES(1,3,4,11,3);
INSERT INTO place VALUES(1,4,5,12,3);
INSERT INTO place VALUES(2,0,1,5,3);
INSERT INTO place VALUES(2,1,2,6,3);
INSERT INTO place VALUES(2,2,3,7,3);
INSERT INTO place VALUES(2,3,4,11,3);
CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(id),
  path TEXT NOT NULL,
  UNIQUE (document, path)
);
INSERT INTO section VALUES(1,1,'Reading > Tea');
INSERT INTO section VALUES(2,1,'Reading > Bread');
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
INSERT INTO label VALUES(1,-3317848112275838753,'other','','unknown','','','');
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
INSERT INTO link_state VALUES(1,1,NULL,2369175884367534939,1,'entry','inline','Oolong','https://tea.example/oolong',NULL,NULL,1,'kept',NULL);
INSERT INTO link_state VALUES(2,1,NULL,-6571085379916295749,1,'entry','inline','Oolong','https://tea.example/oolong/',NULL,NULL,1,'merged',1);
INSERT INTO link_state VALUES(3,1,NULL,-6492643057936114466,1,'entry','inline','Green tea','http://tea.example/green?utm_source=list',NULL,NULL,1,'kept',NULL);
INSERT INTO link_state VALUES(4,1,2,4994510725119215526,2,'entry','inline','Rye','https://bread.example/rye',NULL,NULL,1,'kept',NULL);
INSERT INTO link_state VALUES(4,2,NULL,7567682458417986376,2,'entry','inline','Rye bread','https://bread.example/rye',NULL,NULL,1,'kept',NULL);
INSERT INTO link_state VALUES(5,1,2,7035177382911308166,2,'entry','inline','Spelt','https://bread.example/spelt',NULL,NULL,1,'kept',NULL);
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
INSERT INTO event_set VALUES(1,X'689878675f97583e7cec25f82777bd7930588e732170abcb9e1cfcfce7100b83','parse','parse','5 links, 3 sections',0,0,0,0,0);
INSERT INTO event_set VALUES(2,X'8c14522c49c709b9f7f84a557a9c6208ea96c7bb2cccd9858e9b9d982ec9abd5','tidy','tidy','1 edit',1,1,0,0,0);
INSERT INTO event_set VALUES(3,X'61845debaa442aabafefd6c3541ac1217d5be91ba2fb0349b644a740b3024752','normalize-urls','normalize-urls','0 changed, 1 finding',0,0,0,0,1);
INSERT INTO event_set VALUES(4,X'ebaa8bdbf768cbdead8d773cbb6a29331a7a10093a822d5afa06f232950a5679','dedupe','dedupe','1 link merged',1,1,1,0,0);
INSERT INTO event_set VALUES(5,X'8801ca76edfd854fab4759cb8842c209b567241abebb565e8353a251c1f911f3','classify','classify','0 of 5 links have a category',0,0,0,0,0);
INSERT INTO event_set VALUES(6,X'ae18e7dccc823a2ca6a581d92d6d4b1bc07cb001620e1aa21dd79432c9952c97','emit-markdown','emit-markdown','reading.md',0,0,0,0,0);
INSERT INTO event_set VALUES(7,X'3711f7e11add60d586548d9d0e0239d3bfae01f3c03210ac40e29b50e2c94ca0','parse','parse','4 links, 3 sections',0,0,0,0,0);
INSERT INTO event_set VALUES(8,X'632581c40033ec7fb9a30df39f680cd16c5a75ef89e665d349031c5588def55b','tidy','tidy','nothing to do',0,0,0,0,0);
INSERT INTO event_set VALUES(9,X'86d4a47d6c41d9bab28328044de397beebd7b08d66bc1d62bb86daae7ec8098f','classify','classify','0 of 4 links have a category',0,0,0,0,0);
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
INSERT INTO event VALUES(1,2,'edit','trailing-space','space at the end of a line, no hard break',NULL,'space',1,12,NULL,NULL,' ','');
INSERT INTO event VALUES(2,3,'find','utm-parameters','the URL has utm_source, kept','note','',1,7,3,NULL,'','');
INSERT INTO event VALUES(3,4,'merge','same-page','same page as line 5',NULL,'item',1,6,2,1,replace('- [Oolong](https://tea.example/oolong/)\n','\n',char(10)),'');
CREATE TABLE outcome (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE
);
INSERT INTO outcome VALUES(1,X'9614acb05039386c594dce28923caa51cdf76f898f896c744f18e924e0b67a51');
INSERT INTO outcome VALUES(2,X'bfa7c9a819d7751762ab5d52a4f6709ff5765ad3c31b566eb0cc748946d24bf0');
CREATE TABLE outcome_input (
  outcome INTEGER NOT NULL REFERENCES outcome(id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL REFERENCES document_version(id),
  PRIMARY KEY (outcome, position)
) WITHOUT ROWID;
INSERT INTO outcome_input VALUES(1,0,1);
INSERT INTO outcome_input VALUES(2,0,2);
CREATE TABLE outcome_output (
  outcome INTEGER NOT NULL REFERENCES outcome(id),
  path TEXT NOT NULL,                   -- below the output folder, or the input's for a file written in place
  in_place INTEGER NOT NULL,            -- whether it took the place of an input
  size INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  content INTEGER REFERENCES blob(id),  -- null for reports: they can be made again
  PRIMARY KEY (outcome, path)
) WITHOUT ROWID;
INSERT INTO outcome_output VALUES(1,'reading.md',0,205,X'c78226bcefd65049cbb45e7f1ce316fa7bc9c79d3e2c06829776bd126f459b77',3);
INSERT INTO outcome_output VALUES(2,'reading.md',0,172,X'13cc095d3f889bed5391bdf946a145a93aeaf5f9e0817641cf29e0e44aa33a85',5);
CREATE TABLE outcome_missing_file (
  outcome INTEGER NOT NULL REFERENCES outcome(id),
  path TEXT NOT NULL,                   -- below the common folder of the inputs
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
INSERT INTO outcome_duplicate VALUES(1,1,0,'page','tea.example/oolong',1,'survivor',NULL,'the first');
INSERT INTO outcome_duplicate VALUES(1,1,1,'page','tea.example/oolong',2,'merged',1,'same page as line 5');
INSERT INTO outcome_duplicate VALUES(2,1,0,'page','tea.example/oolong',1,'survivor',NULL,'the first');
INSERT INTO outcome_duplicate VALUES(2,1,1,'page','tea.example/oolong',2,'merged',1,'same page as line 5');
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
  links_read INTEGER                    -- what a failed run had read; null for others: see their outcome
);
INSERT INTO run VALUES(1,'done',1767225600000,3.7522989999999998289,'recipe.yaml','kitchen',1,'["recipe.yaml","--quiet"]','0.1.0','libpsl 0.21.2 (+libidn2/2.3.3), list 16fee06c5f89',NULL,NULL,NULL,1,1,NULL);
INSERT INTO run VALUES(2,'done',1769904000000,2.1878540000000001874,'recipe.yaml','kitchen',1,'["recipe.yaml","--quiet"]','0.1.0','libpsl 0.21.2 (+libidn2/2.3.3), list 16fee06c5f89',NULL,NULL,NULL,2,2,NULL);
CREATE TABLE stage_run (
  run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,            -- in the recipe, from 0
  event_set INTEGER NOT NULL REFERENCES event_set(id),
  milliseconds REAL NOT NULL,
  PRIMARY KEY (run, position)
) WITHOUT ROWID;
INSERT INTO stage_run VALUES(1,0,1,0.63313500000000000333);
INSERT INTO stage_run VALUES(1,1,2,0.53511900000000001131);
INSERT INTO stage_run VALUES(1,2,3,0.21418000000000000926);
INSERT INTO stage_run VALUES(1,3,4,0.53020100000000003337);
INSERT INTO stage_run VALUES(1,4,5,0.13362899999999999778);
INSERT INTO stage_run VALUES(1,5,6,0.15233800000000000118);
INSERT INTO stage_run VALUES(2,0,7,0.50539500000000003865);
INSERT INTO stage_run VALUES(2,1,8,0.18013899999999999357);
INSERT INTO stage_run VALUES(2,2,3,0.16112999999999999545);
INSERT INTO stage_run VALUES(2,3,4,0.44742700000000001914);
INSERT INTO stage_run VALUES(2,4,9,0.16775000000000001021);
INSERT INTO stage_run VALUES(2,5,6,0.1745299999999999907);
CREATE VIEW runs AS
  SELECT run.id AS run,
    strftime('%Y-%m-%dT%H:%M:%SZ', run.started_at / 1000, 'unixepoch') AS started, -- UTC
    run.recipe_path AS recipe, run.status, run.milliseconds,
    coalesce(run.links_read, (
      SELECT sum(document_version.links)
      FROM outcome_input JOIN document_version ON document_version.id = outcome_input.version
      WHERE outcome_input.outcome = run.outcome), 0) AS links,
    coalesce(sum(event_set.edits), 0) AS edits, coalesce(sum(event_set.merged), 0) AS merged,
    coalesce(sum(event_set.removed), 0) AS removed, coalesce(sum(event_set.findings), 0) AS findings,
    run.reason, run.curate_version
  FROM run
    LEFT JOIN stage_run ON stage_run.run = run.id
    LEFT JOIN event_set ON event_set.id = stage_run.event_set
  GROUP BY run.id
;
CREATE VIEW latest_links AS
  SELECT link.id AS link_id, document.path AS document, place.line, place.column, section.path AS section,
    link_state.role, link_state.syntax, link_state.title, link_state.original_url,
    coalesce(link_state.url, link_state.original_url) AS url,
    link.key AS page_key, link_state.work AS work_id, label.host_class, label.category, label.site,
    label.institution, link_state.fate, link_state.survivor AS survivor_id,
    (SELECT run.id
      FROM run
        JOIN outcome_input ON outcome_input.outcome = run.outcome
        JOIN document_version ON document_version.id = outcome_input.version
      WHERE document_version.document = link.document
        AND run.sequence >= (SELECT min(since) FROM link_state AS first WHERE first.link = link.id)
      ORDER BY run.sequence LIMIT 1) AS first_run
  FROM outcome_input
    JOIN place ON place.version = outcome_input.version
    JOIN link ON link.id = place.link
    JOIN document ON document.id = link.document
    JOIN link_state ON link_state.link = link.id AND link_state.until IS NULL
    JOIN section ON section.id = link_state.section
    LEFT JOIN label ON label.id = link_state.label
  WHERE outcome_input.outcome = (SELECT outcome FROM run ORDER BY sequence DESC LIMIT 1);
CREATE VIEW links AS
  SELECT link.id AS link_id, document.path AS document, link_state.title,
    link_state.original_url, coalesce(link_state.url, link_state.original_url) AS url,
    link.key AS page_key, link_state.work AS work_id, section.path AS section, link_state.fate,
    link_state.survivor AS survivor_id,
    (SELECT run.id
      FROM run
        JOIN outcome_input ON outcome_input.outcome = run.outcome
        JOIN document_version ON document_version.id = outcome_input.version
      WHERE document_version.document = link.document
        AND run.sequence >= (SELECT min(since) FROM link_state AS first WHERE first.link = link.id)
      ORDER BY run.sequence LIMIT 1) AS first_run,
    (SELECT run.id
      FROM run
        JOIN outcome_input ON outcome_input.outcome = run.outcome
        JOIN document_version ON document_version.id = outcome_input.version
      WHERE document_version.document = link.document
        AND (link_state.until IS NULL OR run.sequence < link_state.until)
      ORDER BY run.sequence DESC LIMIT 1) AS last_run
  FROM link
    JOIN document ON document.id = link.document
    JOIN link_state ON link_state.link = link.id
      AND link_state.since = (SELECT max(since) FROM link_state AS last WHERE last.link = link.id)
    JOIN section ON section.id = link_state.section;
CREATE VIEW changes AS
  SELECT stage_run.run, event.kind, document.path AS document, event.line, event_set.stage, event.rule,
    event.field, event.before, event.after, event.reason, event.severity, event.link AS link_id,
    event.other AS other_id
  FROM stage_run
    JOIN event_set ON event_set.id = stage_run.event_set
    JOIN event ON event.event_set = event_set.id
    JOIN document ON document.id = event.document;
CREATE VIEW duplicates AS
  SELECT run.id AS run, outcome_duplicate."group", outcome_duplicate.level, outcome_duplicate.key,
    outcome_duplicate.link AS link_id, outcome_duplicate.verdict, outcome_duplicate.survivor AS survivor_id,
    outcome_duplicate.reason
  FROM run JOIN outcome_duplicate ON outcome_duplicate.outcome = run.outcome;
CREATE UNIQUE INDEX link_identity ON link (document, key_hash, occurrence);
CREATE INDEX event_of_set ON event (event_set);
CREATE INDEX event_link ON event (link) WHERE link IS NOT NULL;
CREATE INDEX event_other ON event (other) WHERE other IS NOT NULL;
COMMIT;
PRAGMA application_id = 1668641377;
PRAGMA user_version = 4;
