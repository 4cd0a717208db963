import CurateCore
import CurateHistory
import Testing

/// How much a history grows with each run.
@Suite struct GrowthTests {
  /// Returns a list with `count` links in sections of ten.
  static func list(_ count: Int, changing changed: Range<Int> = 0..<0) -> String {
    var text = "# Links\n"
    for number in 0..<count {
      if number % 10 == 0 { text += "\n## Part \(number / 10)\n\n" }
      let title = changed.contains(number) ? "Renamed \(number)" : "Page number \(number)"
      text += "- [\(title)](https://site\(number % 37).example/some/path/\(number))\n"
    }
    return text
  }

  /// Does what a cleaning recipe does to `list(1000)`: 150 events and 40 findings.
  static func clean(_ list: inout Collection) {
    for index in 0..<150 {
      let link = LinkID(index * 3)
      list.setURL(
        link, to: list.url(of: link) + "/", rule: "normalize-urls/slash", reason: "as the server itself writes it")
    }
    for index in 0..<40 {
      list.report("two links have this title", rule: "inspect/title", severity: .note, link: LinkID(index * 5))
    }
    list.report(
      DuplicateGroup(
        level: .page, key: "site1.example/some/path/1",
        members: [.init(link: LinkID(1), verdict: .kept, reason: "titles differ")]))
  }

  @Test func equalRunsShareEverything() throws {
    let place = try Workplace()
    for _ in 0..<3 { try place.run(Self.list(50)) { $0.report("look", rule: "a/b", severity: .note, link: LinkID(7)) } }
    #expect(try place.count("run") == 3)
    #expect(try place.count("event_set") == 2)
    #expect(try place.count("event") == 1)
    #expect(try place.count("outcome") == 1)
    #expect(try place.count("link") == 50)
    #expect(try place.count("link_state") == 50)
    #expect(try place.count("blob") == 2)
    #expect(try place.query("SELECT DISTINCT event_set FROM stage_run").count == 2)
  }

  @Test func eachOfAThousandRunsThatRepeatTheFirstAddsLessThanAKilobyte() throws {
    let place = try Workplace()
    let (record, collection) = try Workplace.finished(["list.md": Self.list(1000)], work: Self.clean)
    var first = 0
    for _ in 0..<1000 {
      let store = try HistoryStore(path: place.database)
      try store.commit(record, number: try store.begin(record), collection: collection)
      store.close()
      if first == 0 { first = try place.sizeOfDatabase() }
    }
    let growth = Double(try place.sizeOfDatabase() - first) / 999
    #expect(growth <= 1024, "\(growth) bytes a run")
    let history = try #require(try History(reading: place.database))
    #expect(try history.runs().count == 1000)
    #expect(try history.diff(from: 1, to: 1000).isEmpty)
    #expect(try history.events(of: 1000).count == 190)
    #expect(try history.events(of: 1000) == history.events(of: 1))
  }

  @Test func tenChangedLinksOfAThousandAddLessThanAHundredKilobytes() throws {
    let place = try Workplace()
    try place.run(Self.list(1000), work: Self.clean)
    let first = try place.sizeOfDatabase()
    for run in 0..<10 { try place.run(Self.list(1000, changing: run * 10..<run * 10 + 10), work: Self.clean) }
    let growth = Double(try place.sizeOfDatabase() - first) / 10
    #expect(growth <= 100 * 1024, "\(growth) bytes a run")
  }

  /// The most expensive kind of change: the events are the same, but on other lines.
  @Test func tenLinksAtTheTopOfAThousandAddLessThanAHundredKilobytes() throws {
    let place = try Workplace()
    var text = Self.list(1000)
    try place.run(text, work: Self.clean)
    let first = try place.sizeOfDatabase()
    for run in 0..<10 {
      let added = (0..<10).map { "- [New \(run) \($0)](https://new.example/\(run)/\($0))\n" }
      text = added.joined() + text
      try place.run(text, work: Self.clean)
    }
    let growth = Double(try place.sizeOfDatabase() - first) / 10
    #expect(growth <= 100 * 1024, "\(growth) bytes a run")
    let history = try #require(try History(reading: place.database))
    #expect(try history.diff(from: 1, to: 11).added.count == 100)
    #expect(try place.count("link") == 1100)
  }

  @Test func aLineAtTheTopMovesEveryLinkAndChangesNone() throws {
    let place = try Workplace()
    try place.run(Self.list(100))
    try place.run("A new first line.\n\n" + Self.list(100))
    #expect(try place.count("link_state") == 100)
    let history = try #require(try History(reading: place.database))
    #expect(try history.links(of: 1).first?.line == 5)
    #expect(try history.links(of: 2).first?.line == 7)
    #expect(try history.diff(from: 1, to: 2).isEmpty)
  }
}
