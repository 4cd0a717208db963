import Foundation
import Testing

/// `history`: the runs of an output folder, as a table and as JSON.
@Suite struct HistoryCommandTests {
  private struct Run: Decodable {
    var run: Int
    var started: String
    var milliseconds: Double
    var status: String
    var recipe: String
    var recipePath: String
    var arguments: [String]
    var links: Int
    var edits: Int
    var merged: Int
    var reason: String?
  }

  private func runs(in folder: TemporaryFolder, _ options: String...) throws -> [Run] {
    let outcome = try Curate.run(["history", "--output", "out", "--json"] + options, in: folder.path)
    try #require(outcome.ending == .exited(0), "\(outcome.error)")
    return try JSONDecoder().decode([Run].self, from: Data(outcome.output.utf8))
  }

  @Test func theNewestRunIsFirst() throws {
    let trial = try FinishedTrial()
    try #require(try trial.run(Array(SampleList.tidied.utf8)).ending == .exited(0))
    try #require(try trial.run([0xFF]).ending == .exited(3))
    let outcome = try Curate.run("history", "--output", "out", in: trial.folder.path)
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows[0] == ["run", "when", "recipe", "status", "links", "edits", "merged", "removed", "findings", "ms"])
    #expect(rows[1...3].map { $0[0] } == ["3", "2", "1"])
    #expect(rows[1...3].map { $0[4] } == ["failed", "done", "done"])
    #expect(rows[3][5...8] == ["4", "3", "1", "0"])
    #expect(
      outcome.output.contains("list.md:1: not UTF-8 at offset 0 of the file (counted from 0)"), "\(outcome.output)")
    #expect(trial.folder.names.allSatisfy { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }, "\(trial.folder.names)")

    let runs = try runs(in: trial.folder)
    #expect(runs.map(\.run) == [3, 2, 1] && runs.map(\.status) == ["failed", "done", "done"])
    #expect(runs[2].links == 4 && runs[2].edits == 3 && runs[2].merged == 1 && runs[2].milliseconds > 0)
    #expect(runs[2].recipe == "trial" && runs[2].recipePath == trial.recipe && runs[2].arguments == [trial.recipe])
    #expect(runs[0].reason?.isEmpty == false && runs[1].reason == nil)
    #expect(try self.runs(in: trial.folder, "--limit", "2").map(\.run) == [3, 2])
  }

  /// The database and JSON have UTC, the table has local time.
  @Test func onlyTheTableHasLocalTime() throws {
    let trial = try FinishedTrial()
    let utc = try runs(in: trial.folder)[0].started
    #expect(utc.hasSuffix("Z"))
    let moment = try #require(ISO8601DateFormatter().date(from: utc))
    var command = Curate.command(["history", "--output", "out"], in: trial.folder.path)
    // UTC+09:30 without daylight saving time.
    command.environment["TZ"] = "XYZ-09:30"
    let shown = try command.run().output.split(separator: "\n")[1].split(separator: " ")
    let local = DateFormatter()
    local.locale = Locale(identifier: "en_US_POSIX")
    local.timeZone = TimeZone(secondsFromGMT: 34_200)
    local.dateFormat = "yyyy-MM-dd HH:mm"
    #expect("\(shown[1]) \(shown[2])" == local.string(from: moment))
  }

  @Test(.enabled(if: Tool.exists("sqlite3"), "sqlite3 is not installed")) func theSchemaMatchesTheDatabase() throws {
    let trial = try FinishedTrial()
    let schema = try Curate.run("history", "--schema")
    #expect(schema.ending == .exited(0) && schema.output.contains("CREATE VIEW latest_links"))
    func structure(_ path: String) throws -> String {
      let sql = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name; PRAGMA user_version"
      return try Command("sqlite3", [path, sql], in: trial.folder.path).run().output
    }
    try trial.folder.write("schema.sql", schema.output)
    #expect(
      try Command("sqlite3", ["made.sqlite", ".read schema.sql"], in: trial.folder.path).run().ending == .exited(0))
    #expect(try structure("made.sqlite") == structure("out/history.sqlite"))
  }

  @Test func pruningKeepsTheNewestRuns() throws {
    let trial = try FinishedTrial()
    for number in 1...4 {
      let list = SampleList.long(200 + 50 * number).replacing("page", with: "part\(number)")
      try #require(try trial.run(Array(list.utf8)).ending == .exited(0))
    }
    let results = FinishedTrial.results(in: trial.folder)
    let before = try #require(trial.folder.bytes("out/history.sqlite")).count
    let outcome = try Curate.run("history", "prune", "--keep", "2", "--output", "out", in: trial.folder.path)
    #expect(outcome.ending == .exited(0) && outcome.output.hasPrefix("3 runs deleted; "), "\(outcome.error)")
    #expect(try runs(in: trial.folder).map(\.run) == [5, 4])
    #expect(try #require(trial.folder.bytes("out/history.sqlite")).count < before)
    #expect(FinishedTrial.results(in: trial.folder) == results)
    #expect(
      try Curate.run("history", "prune", "--keep", "2", "--output", "out", in: trial.folder.path).output
        .hasPrefix("nothing to delete"))
    expectFailure(
      try Curate.run("history", "prune", "--keep", "0", "--output", "out", in: trial.folder.path), code: 2,
      saying: "--keep must be at least 1")
  }

  @Test func theRecipeSelectsTheFolder() throws {
    let trial = try FinishedTrial()
    let byFolder = try Curate.run("history", "--output", "out", in: trial.folder.path).output
    let elsewhere = try TemporaryFolder()
    #expect(try Curate.run("history", "--recipe", trial.recipe, in: elsewhere.path).output == byFolder)
    try trial.folder.write("bare.yaml", "curate: 1\ninputs: [list.md]\nstages: [parse]\n")
    expectFailure(
      try Curate.run("history", "--recipe", "bare.yaml", in: trial.folder.path), code: 2,
      saying: "has no output folder")
  }

  @Test func withoutRunsTheListIsEmpty() throws {
    let folder = try TemporaryFolder()
    let outcome = try Curate.run("history", in: folder.path)
    #expect(outcome.ending == .exited(0) && outcome.output == "no runs yet: there is no output/history.sqlite\n")
    #expect(try Curate.run("history", "--json", in: folder.path).output == "[]\n")
    #expect(folder.names.isEmpty)
  }
}
