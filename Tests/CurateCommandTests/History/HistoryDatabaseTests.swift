import Foundation
import Testing

/// `history.sqlite` after the default run, queried with `sqlite3` as a user would.
@Suite(.enabled(if: Tool.exists("sqlite3"), "sqlite3 is not installed"))
struct HistoryDatabaseTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("history.sqlite", try #require(try ShippedRun.default.get().files["history.sqlite"]))
  }

  private func query(_ sql: String) throws -> [[String: Any]] {
    let outcome = try Command("sqlite3", ["-readonly", "-json", folder.path("history.sqlite"), sql]).run()
    try #require(outcome.ending == .exited(0), "\(outcome.error)")
    guard !outcome.outputBytes.isEmpty else { return [] }
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.outputBytes)) as? [[String: Any]])
  }

  @Test func theDatabaseIsValid() throws {
    #expect(try query("PRAGMA integrity_check").first?["integrity_check"] as? String == "ok")
    #expect(try query("PRAGMA foreign_key_check").isEmpty)
    #expect(try query("PRAGMA user_version").first?["user_version"] as? Int == 5)
  }

  @Test func theRunIsRecorded() throws {
    let runs = try query("SELECT status, recipe_name, input_folder, milliseconds, curate_version, reason FROM run")
    #expect(runs.count == 1)
    let run = try #require(runs.first)
    #expect(run["status"] as? String == "done")
    #expect(run["recipe_name"] as? String == "default")
    #expect(run["input_folder"] as? String == "inputs")
    #expect(try #require(run["milliseconds"] as? Double) > 0)
    #expect(run["curate_version"] as? String == (try Curate.run("--version").output.trimmed))
    #expect(run["reason"] is NSNull)
  }

  @Test func everyStageIsRecordedWithCountsAndMilliseconds() throws {
    let stages = try query(
      """
      SELECT stage, uses, events, edits, merged, removed, findings, milliseconds
      FROM stage_run JOIN event_set ON event_set.id = event_set WHERE run = 1 ORDER BY position
      """)
    let names = [
      "parse", "tidy", "normalize-urls", "dedupe", "classify", "toc", "inspect", "emit-markdown", "emit-csv",
    ]
    #expect(stages.map { $0["stage"] as? String } == names)
    #expect(stages.allSatisfy { ($0["milliseconds"] as? Double ?? -1) >= 0 })
    #expect(stages[0]["milliseconds"] as? Double ?? 0 > 0)
    let counts = Dictionary(uniqueKeysWithValues: zip(names, stages))
    let changes = try ShippedRun.default.get().table("changes").rows
    let tidied = changes.filter { $0["stage"] == "tidy" }.count
    #expect(counts["tidy"]?["edits"] as? Int == tidied && tidied > 100)
    #expect(counts["dedupe"]?["merged"] as? Int == 13)
    #expect(counts["dedupe"]?["removed"] as? Int == 0)
    #expect(counts["emit-csv"]?["events"] as? Int == 0)
  }

  @Test func everyEventHasItsRuleAndReason() throws {
    let run = try ShippedRun.default.get()
    // The report groups findings of one rule by default; the history has one row for each.
    let ungrouped = try ShippedRun("default", files: ["--set", "emit-csv.group-after=0"])
    let (changes, findings) = (try run.table("changes").rows, try ungrouped.table("findings").rows)
    #expect(findings.count > (try run.table("findings").rows.count))
    let events = try query("SELECT kind, stage, rule, reason, line FROM changes WHERE run = 1")
    #expect(events.count == changes.count + findings.count)
    #expect(events.allSatisfy { ($0["rule"] as? String)?.isEmpty == false })
    #expect(events.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
    func signatures(_ rows: [CSVTable.Row], _ text: String) -> [String] {
      rows.map { "\($0["line"]) \($0["stage"]) \($0["rule"]) \($0[text])" }
    }
    let stored = events.map { event in
      ["line", "stage", "rule", "reason"].map { "\(event[$0] ?? "")" }.joined(separator: " ")
    }
    #expect(stored.sorted() == (signatures(changes, "reason") + signatures(findings, "message")).sorted())
  }

  @Test func everyLinkHasTheValuesOfTheReport() throws {
    let stored = try query("SELECT line, role, url, fate FROM latest_links ORDER BY line, column")
    let reported = try ShippedRun.default.get().table("links").rows
    #expect(stored.count == 1072)
    for (link, row) in zip(stored, reported) {
      let fields = ["line", "role", "url", "fate"]
      #expect(fields.map { "\(link[$0] ?? "")" } == fields.map { row[$0] })
    }
  }

  @Test func everyViewCanBeQueried() throws {
    let run = try ShippedRun.default.get()
    let runs = try query("SELECT run, started, status, links, merged, removed FROM runs")
    #expect(runs.map { $0["status"] as? String } == ["done"])
    #expect(runs.map { $0["links"] as? Int } == [1072] && runs.map { $0["merged"] as? Int } == [13])
    #expect((runs[0]["started"] as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
    let duplicates = try query("SELECT verdict, count(*) AS members FROM duplicates WHERE run = 1 GROUP BY verdict")
    let reported = Dictionary(grouping: try run.table("duplicates").rows) { $0["verdict"] }
    #expect(duplicates.count == reported.count)
    for row in duplicates {
      #expect(row["members"] as? Int == reported[row["verdict"] as? String ?? ""]?.count, "\(row)")
    }
    let seen = try query("SELECT first_run, last_run, count(*) AS links FROM links GROUP BY first_run, last_run")
    #expect(seen.count == 1 && seen[0]["first_run"] as? Int == 1 && seen[0]["last_run"] as? Int == 1)
    #expect(seen[0]["links"] as? Int == 1072)
  }

  @Test func theHashOfTheMarkdownIsRecorded() throws {
    let outputs = try query("SELECT path, size, lower(hex(sha256)) AS sha256 FROM outcome_output")
    #expect(outputs.count == 7)
    let markdown = try #require(outputs.first { $0["path"] as? String == "science-of-learning.md" })
    let file = try folder.write("copy.md", try ShippedRun.default.get().markdown())
    let sum = try Command("sha256sum", [file]).run().output.prefix(64)
    #expect(markdown["sha256"] as? String == String(sum))
  }
}

extension String {
  /// The text without white space at both ends.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
