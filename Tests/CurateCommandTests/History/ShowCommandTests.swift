import Foundation
import Testing

/// `show`: the changes and findings of a run by rule, and its files.
@Suite struct ShowCommandTests {
  private struct Shown: Decodable {
    struct Event: Decodable {
      var stage: String
      var rule: String
      var reason: String
      var line: Int
      var survivor: Int?
      var before: String?
      var after: String?
    }
    struct File: Decodable {
      var path: String
      var bytes: Int
      var restorable: Bool
    }
    struct Stage: Decodable { var id: String }
    var run: Int
    var stages: [Stage]
    var changes: [Event]
    var findingList: [Event]
    var read: [File]
    var written: [File]
  }

  /// Four changes by three rules, one finding.
  private static let list = """
    # Teas

    - [Oolong](https://tea.example/oolong)
    - [Sencha](https://tea.example/sencha?fbclid=1)\u{20}
    - [Matcha](https://tea.example/matcha)\u{20}
    - [Oolong](https://tea.example/oolong)
    - [here](https://tea.example/here)

    """

  @Test func changesAndFindingsAreGroupedByRule() throws {
    let trial = try FinishedTrial(Self.list)
    let outcome = try Curate.run("show", "1", "--output", "out", in: trial.folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("run 1 done · trial · "), "\(lines[0])")
    #expect(lines[2] == "  5 links, 4 edits, 1 merged, 0 removed, 1 finding")
    let parts = try ["stages", "changes", "findings", "read", "written"].map { try #require(lines.firstIndex(of: $0)) }
    #expect(parts == parts.sorted())
    #expect(
      Array(lines[parts[1]..<parts[2]]) == [
        "changes", "  tidy/trailing-space  2", "    list.md:4  space at the end of a line, no hard break",
        "    list.md:5  space at the end of a line, no hard break", "  normalize-urls/strip-click-id  1",
        "    list.md:4  drops the click id fbclid: https://tea.example/sencha?fbclid=1 → https://tea.example/sencha",
        "  dedupe/same-url  1", "    list.md:6  same URL as line 3: - [Oolong](https://tea.example/oolong)",
      ])
    #expect(lines[parts[2] + 1] == "  note inspect/generic-link-text  1")
    #expect(lines.last?.hasPrefix("  out/sections.csv") == true)
    let short = try Curate.run("show", "--output", "out", "--examples", "1", in: trial.folder.path).output
    #expect(short.contains("    and 1 more\n") && !short.contains("list.md:5"))
  }

  @Test func jsonHasEveryEvent() throws {
    let trial = try FinishedTrial(Self.list)
    let outcome = try Curate.run("show", "--output", "out", "--json", in: trial.folder.path)
    let shown = try JSONDecoder().decode(Shown.self, from: Data(outcome.output.utf8))
    #expect(shown.run == 1 && shown.stages.count == 9)
    #expect(shown.changes.map(\.line) == [4, 5, 4, 6])
    let merge = try #require(shown.changes.last)
    #expect(merge.stage == "dedupe" && merge.rule == "same-url" && merge.survivor != nil)
    #expect(merge.before == "- [Oolong](https://tea.example/oolong)\n" && merge.after == "")
    #expect(shown.findingList.map(\.rule) == ["generic-link-text"] && shown.findingList[0].before == nil)
    #expect(shown.read.map(\.path) == ["list.md"] && shown.read[0].bytes == Self.list.utf8.count)
    #expect(shown.written.map(\.path).sorted() == trial.results.keys.sorted())
    #expect(
      shown.written.filter(\.restorable).map(\.path) == ["list.md"],
      "reports are regenerated from the recipe, not restored")
  }

  @Test func aFailedRunShowsItsReason() throws {
    let trial = try FinishedTrial()
    try #require(try trial.run([0xFF]).ending == .exited(3))
    let shown = try Curate.run("show", "--output", "out", in: trial.folder.path)
    #expect(shown.ending == .exited(0) && shown.output.hasPrefix("run 2 failed · trial"))
    #expect(shown.output.contains("not UTF-8"))
  }

  @Test func aMissingHistoryOrRunIsAnErrorWithARemedy() throws {
    let folder = try TemporaryFolder()
    expectFailure(
      try Curate.run("show", in: folder.path), code: 4, saying: "there is no history at output/history.sqlite",
      "--output DIR or --recipe FILE")
    let trial = try FinishedTrial()
    expectFailure(
      try Curate.run("show", "7", "--output", "out", in: trial.folder.path), code: 2, saying: "there is no run 7",
      "the newest is 1")
    #expect(folder.names.isEmpty)
  }
}
