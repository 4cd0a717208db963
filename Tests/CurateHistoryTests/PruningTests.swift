import CurateCore
import CurateHistory
import Testing

/// Deleting old runs.
@Suite struct PruningTests {
  @Test func theRemainingRunsStayComplete() throws {
    let place = try Workplace()
    for run in 0..<20 {
      try place.run(GrowthTests.list(60, changing: run..<run + 3)) { list in
        list.report("run \(run)", rule: "a/b", severity: .note, link: LinkID(run))
      }
    }
    let big = try place.sizeOfDatabase()
    var history = try #require(try History(reading: place.database))
    let (links, events) = (try history.links(of: 19), try history.events(of: 19))
    let output = try history.outputs(of: 19)[0].sha256
    let (diff, bytes) = (try history.diff(from: 19, to: 20), try history.contents(of: output))
    history.close()

    let store = try HistoryStore(path: place.database)
    #expect(try store.prune(keeping: 2) == 18)
    #expect(try store.prune(keeping: 2) == 0)
    store.close()

    history = try #require(try History(reading: place.database))
    #expect(try history.runs().map(\.number) == [20, 19])
    #expect(try history.links(of: 19) == links)
    #expect(try history.events(of: 19) == events)
    #expect(try history.diff(from: 19, to: 20) == diff)
    #expect(!diff.isEmpty)
    #expect(try history.contents(of: output) == bytes)
    #expect(bytes != nil)
    #expect(try history.links(of: 1).isEmpty)
    #expect(try place.sizeOfDatabase() < big)
    #expect(try place.query("PRAGMA foreign_key_check").isEmpty)
    #expect(try place.query("PRAGMA integrity_check")[0][0] == "ok")
    #expect(try place.count("event") == 2)
  }

  @Test func linksWithoutARunAreDeleted() throws {
    let place = try Workplace()
    try place.run("- [Old](https://a.example/old)\n- [New](https://a.example/new)\n")
    try place.run("- [New](https://a.example/new)\n")
    let store = try HistoryStore(path: place.database)
    #expect(try store.prune(keeping: 1) == 1)
    store.close()
    #expect(try place.query("SELECT title FROM latest_links").map { $0[0] } == ["New"])
    #expect(try place.count("link") == 1)
    // A run that is still running is kept, whatever its number.
    let other = try HistoryStore(path: place.database)
    let running = try other.begin(Workplace.record())
    #expect(running == 3)
    // Numbers are not reused.
    #expect(try place.run("- [New](https://a.example/new)\n") == 4)
    #expect(try other.prune(keeping: 1) == 1)
    #expect(try place.query("SELECT id FROM run ORDER BY id").map { $0[0] } == [3, 4])
  }
}
