import CurateCore
import CurateHistory
import Foundation
import Testing

/// Histories that earlier versions of curate wrote.
@Suite struct MigrationTests {
  /// There is no fixture of the current version, because every other test creates one.
  static let versions = Array(1..<HistorySchema.version)

  /// Returns a folder with a history of that version.
  private func place(of version: Int) throws -> Workplace {
    let place = try Workplace()
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/version-\(version).sql")
    try place.change(try String(contentsOf: file, encoding: .utf8))
    try #require(try place.query("PRAGMA user_version")[0][0] == .integer(Int64(version)))
    return place
  }

  /// Returns what distinguishes two schemas: the columns, keys and indexes of each table, and the text of each view.
  private func shape(of place: Workplace) throws -> [String] {
    var shape: [String] = []
    for object in try place.query("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name") {
      let name = try #require(object["name"]?.text)
      switch object["type"] {
      case "table":
        for pragma in ["table_xinfo", "foreign_key_list", "index_list"] {
          shape += try place.query("PRAGMA \(pragma)(\"\(name)\")").map { "\(name) \(pragma): \($0.values)" }
        }
      case "index": shape += try place.query("PRAGMA index_xinfo(\"\(name)\")").map { "\(name): \($0.values)" }
      default: shape.append("\(name): \(String(describing: object["sql"]))")
      }
    }
    return shape
  }

  @Test(arguments: versions) func readingAnOlderHistoryDoesNotChangeIt(version: Int) throws {
    let place = try place(of: version)
    let before = try place.bytesOfDatabase()
    let history = try #require(try History(reading: place.database))
    #expect(try history.runs().map(\.number) == [2, 1])
    #expect(try history.runs().map(\.links) == [4, 5])
    #expect(try history.runs().map(\.merged) == [1, 1])
    if version < 5 { #expect(try history.runs().allSatisfy { $0.inputFolder == nil }) }
    let diff = try history.diff(from: 1, to: 2)
    #expect(diff.gone.map(\.title) == ["Spelt"])
    #expect(diff.changed.map(\.after.title) == ["Rye bread"])
    let input = try #require(try history.inputs(of: 1).first)
    let bytes = try #require(try history.contents(of: input.sha256))
    #expect(Workplace.sha256(bytes) == input.sha256)
    let spelt = try #require(try history.links(withURL: "https://bread.example/spelt").first)
    #expect(try history.history(of: spelt)?.lastRun == 1)
    history.close()
    #expect(try place.bytesOfDatabase() == before)
    #expect(!place.exists("history.sqlite-wal"))
  }

  @Test(arguments: versions) func anOlderHistoryIsMigratedByTheNextRun(version: Int) throws {
    let place = try place(of: version)
    let text = "# Reading\n\n## Bread\n\n- [Rye bread](https://bread.example/rye): dark\n"
    #expect(try place.run(["reading.md": text]) == 3)
    #expect(try place.query("PRAGMA user_version")[0][0] == .integer(Int64(HistorySchema.version)))
    #expect(try place.query("PRAGMA integrity_check")[0][0] == "ok")
    #expect(try place.query("PRAGMA foreign_key_check").isEmpty)
    let history = try #require(try History(reading: place.database))
    let rye = try #require(try history.links(of: 3).first)
    #expect(try history.links(of: 2).contains { $0.link == rye.link })
    #expect(try history.history(of: rye.link)?.firstRun == 1)
    #expect(try history.diff(from: 2, to: 3).gone.count == 3)
  }

  @Test(arguments: versions) func aMigratedHistoryHasTheSchemaOfANewOne(version: Int) throws {
    let (old, new) = (try place(of: version), try Workplace())
    try old.run(OpeningTests.list)
    try new.run(OpeningTests.list)
    #expect(try shape(of: old) == shape(of: new))
  }

  @Test func theDocumentationIsTheSchema() throws {
    let (printed, new) = (try Workplace(), try Workplace())
    try printed.change(HistorySchema.documentation)
    try new.run(OpeningTests.list)
    #expect(try shape(of: printed) == shape(of: new))
    #expect(try printed.run(OpeningTests.list) == 1)
  }

  @Test func everyTableAndViewIsExplained() throws {
    var previous = ""
    for line in HistorySchema.documentation.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ")
      if words.starts(with: ["CREATE", "TABLE"]) || words.starts(with: ["CREATE", "VIEW"]) {
        #expect(previous.hasPrefix("-- "), "\(line)")
      }
      previous = String(line)
    }
  }
}
