/// The views of a history.
enum HistoryViews {
  /// The names of all views: a migration drops and recreates them.
  static let names = ["runs", "latest_links", "links", "changes", "duplicates"]

  static let sql = """
    -- One row per run. A run whose process has died still has the status 'running' here; `curate history` shows it as
    -- interrupted.
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
      GROUP BY run.id;

    -- One row per link that the last finished run read.
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

    -- One row per link that any run ever read, in its last state, with the first and the last run that read it.
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

    -- One row per event of a run: what changed, by which stage and rule, and why. Findings have the kind 'find'.
    CREATE VIEW changes AS
      SELECT stage_run.run, event.kind, document.path AS document, event.line, event_set.stage, event.rule,
        event.field, event.before, event.after, event.reason, event.severity, event.link AS link_id,
        event.other AS other_id
      FROM stage_run
        JOIN event_set ON event_set.id = stage_run.event_set
        JOIN event ON event.event_set = event_set.id
        JOIN document ON document.id = event.document;

    -- One row per run and member of a group of duplicates.
    CREATE VIEW duplicates AS
      SELECT run.id AS run, outcome_duplicate."group", outcome_duplicate.level, outcome_duplicate.key,
        outcome_duplicate.link AS link_id, outcome_duplicate.verdict, outcome_duplicate.survivor AS survivor_id,
        outcome_duplicate.reason
      FROM run JOIN outcome_duplicate ON outcome_duplicate.outcome = run.outcome;
    """
}
