import CurateCore
import Testing

@testable import CuratePlugins

/// The effects of verdicts and findings on a collection.
@Suite struct VerdictTests {
  @Test func verdictsBecomeJournalEntries() throws {
    let list = try PluginFixture("shout").run(
      on: "- [gone](https://a.example/)\n- [B](http://b.example/)\n- [C!](https://c.example/)\n")
    let events = list.journal.events.map { "\($0.stage) \($0.rule) \($0.kind) \($0.before)→\($0.after): \($0.reason)" }
    #expect(
      events == [
        "shout removed remove - [gone](https://a.example/)\n→: it said gone", "shout changed set B→B!: louder",
      ])
    #expect(list.sortedFindings.map { "\($0.rule) \($0.severity) \($0.message)" } == ["plain warning plain http"])
  }

  @Test func proseIsNeverRemoved() throws {
    let list = try PluginFixture("shout").run(on: "See [gone](https://a.example/).\n")
    #expect(list.links.map(\.fate) == [.kept])
    let findings = list.journal.findings.map { "\($0.rule) \($0.severity) \($0.message)" }
    #expect(findings == ["removed note not removed (it said gone): prose links are never removed"])
  }

  @Test func optionsReachThePlugin() throws {
    let list = try PluginFixture("shout").run(on: "- [A](https://a.example/)\n", options: #"{mark: "?"}"#)
    #expect(list.title(of: LinkID(0)) == "A?")
  }
}
