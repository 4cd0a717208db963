import CurateCore
import CurateHistory
import LinkIdentity
import Testing

@Suite struct QueryTests {
  static let first = """
    # Reading

    ## Papers

    - [On lists](https://a.example/lists)
    - [On lists](https://a.example/lists/)
    - [Trees](https://b.example/trees)

    ## Tools

    - [Saw](https://c.example/saw)

    """

  private func merge(_ list: inout Collection) {
    list.label(LinkID(2), Labels())
    list.merge(LinkID(1), into: LinkID(0), rule: "dedupe/page", reason: "leads to the same page as line 5")
    list.report(
      DuplicateGroup(
        level: .page, key: "a.example/lists",
        members: [
          .init(link: LinkID(0), verdict: .survivor, reason: "it comes first"),
          .init(link: LinkID(1), verdict: .merged, survivor: LinkID(0), reason: "same title"),
        ]))
    list.report("rarely seen", rule: "inspect/rare", severity: .note, link: LinkID(3))
  }

  @Test func aRunReturnsItsStagesEventsAndFiles() throws {
    let place = try Workplace()
    let run = try place.run(Self.first, work: merge)
    let history = try #require(try History(reading: place.database))
    let stages = try history.stages(of: run)
    #expect(stages.map(\.id) == ["parse", "clean"])
    #expect(stages.map(\.milliseconds) == [2.5, 1.25])
    #expect(stages[1].merged == 1)
    let events = try history.events(of: run)
    #expect(events.map(\.kind) == ["merge", "find"])
    #expect(events.map(\.line) == [6, 11])
    #expect(events.map(\.severity) == [nil, "note"])
    #expect(events[0].before == "- [On lists](https://a.example/lists/)\n")
    let input = try #require(try history.inputs(of: run).first)
    #expect(input.path == "list.md")
    #expect(input.isRestorable)
    #expect(try history.contents(of: input.sha256) == Array(Self.first.utf8))
    #expect(try history.recipe(of: run) == Array("curate: 1\nname: default\n".utf8))
  }

  @Test func theOutputIsRestoredByteForByte() throws {
    let place = try Workplace()
    let run = try place.run(Self.first, work: merge)
    let history = try #require(try History(reading: place.database))
    let output = try #require(try history.outputs(of: run).first)
    let lines = Self.first.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = (lines[..<5] + lines[6...]).joined(separator: "\n")
    #expect(try history.contents(of: output.sha256) == Array(expected.utf8))
    #expect(try place.query("SELECT base FROM blob ORDER BY id").map { $0[0] } == [nil, nil, 2])
  }

  @Test func aDiffListsAddedRemovedAndChangedLinks() throws {
    let place = try Workplace()
    try place.run(Self.first)
    let second = """
      # Reading

      ## Papers

      - [On lists](https://a.example/lists)
      - [On lists](https://a.example/lists/)
      - [Tools for trees](https://b.example/trees)
      - [Graphs](https://d.example/graphs)

      ## Tools

      - [Saw](https://c.example/saws/new)

      """
    try place.run(second) { list in
      var labels = Labels()
      labels.hostClass = .blog
      list.label(LinkID(0), labels)
    }
    let history = try #require(try History(reading: place.database))
    let diff = try history.diff(from: 1, to: 2)
    #expect(diff.added.map(\.title) == ["Graphs"])
    #expect(diff.gone.isEmpty)
    let changes = Dictionary(
      diff.changed.map { ($0.after.title, $0.aspects) }, uniquingKeysWith: { first, _ in first })
    #expect(changes["Tools for trees"]?.contains(.title) == true)
    #expect(changes["Saw"]?.contains(.url) == true)
    #expect(changes["On lists"] == [.labels])
    let back = try history.diff(from: 2, to: 1)
    #expect(back.gone.map(\.title) == ["Graphs"])
    #expect(try history.diff(from: 2, to: 2).isEmpty)
  }

  @Test func theHistoryOfALinkHasStatesEventsAndDuplicates() throws {
    let place = try Workplace()
    try place.run(Self.first, work: merge)
    try place.run(Self.first, work: merge)
    try place.run("# Reading\n\n## Papers\n\n- [Trees](https://b.example/trees)\n")
    let history = try #require(try History(reading: place.database))
    let ids = try history.links(withURL: "https://a.example/lists/")
    let merged = try #require(
      try ids.compactMap { try history.history(of: $0) }.first { $0.spans[0].snapshot.fate == "merged" })
    #expect(merged.events.map(\.event.reason) == ["leads to the same page as line 5"])
    #expect(merged.events.map(\.firstRun) == [1])
    #expect(merged.events.map(\.lastRun) == [2])
    #expect(merged.spans.map(\.isCurrent) == [false])
    #expect(merged.spans.map(\.lastRun) == [2])
    #expect(merged.duplicates.map(\.verdict) == ["survivor", "merged"])
    let survivor = try #require(merged.spans[0].snapshot.survivor)
    #expect(try history.history(of: survivor)?.events.count == 1)
    #expect(try history.links(of: 1, in: "list.md", line: 6).map(\.link) == [merged.link])
    #expect(try history.history(of: 999) == nil)
  }

  @Test func undoStepsNameTheContentBeforeTheRun() throws {
    let place = try Workplace()
    let first = try place.run(Self.first)
    let second = try place.run(Self.first, work: merge)
    let history = try #require(try History(reading: place.database))
    let steps = try history.undoSteps(of: second)
    let before = try #require(try history.outputs(of: first).first)
    #expect(steps.map(\.before) == [.contents(sha256: before.sha256)])
    #expect(steps.map(\.written) == [try history.outputs(of: second)[0].sha256])
    #expect(try history.undoSteps(of: first).map(\.before) == [.nothing])
  }

  @Test func aDryRunIsRecordedInTheCopyOnly() throws {
    let place = try Workplace()
    let first = try place.run(Self.first)
    let history = try #require(try History(reading: place.database))
    var collection = Collection([
      Input(path: "list.md", bytes: Array("# Reading\n\n- [New](https://new.example)\n".utf8))
    ])
    try collection.parse()
    let (copy, number) = try history.recordingDryRun(Workplace.record(), over: collection)
    #expect(try copy.diff(from: first, to: number).added.map(\.title) == ["New"])
    #expect(try history.runs().map(\.number) == [first] && copy.runs().map(\.number) == [number, first])
    #expect(try history.links(withURL: "https://new.example").isEmpty)
  }

  /// Documents are named relative to the common folder of the inputs, files written in place by their paths.
  @Test(
    arguments: [
      ("lists/tea.md", ["tea.md"], "tea.md"), ("/home/me/lists/b/tea.md", ["tea.md", "b/tea.md"], "b/tea.md"),
      ("tea.md", ["a/tea.md", "b/coffee.md"], "a/tea.md"), ("./out/../tea.md", ["tea.md"], "tea.md"),
      ("tea.md", ["a/tea.md", "b/tea.md"], nil), ("green-tea.md", ["tea.md"], nil),
      ("other/tea.md", ["lists/tea.md"], nil),
      ("", ["tea.md"], nil),
    ] as [(String, [String], String?)])
  func documentsAreFoundByPath(path: String, documents: [String], expected: String?) {
    #expect(DocumentName.find(path, among: documents) == expected)
  }

  @Test func anUnidentifiedFileWrittenInPlaceIsNotKept() throws {
    let place = try Workplace()
    let run = try place.run(Self.first)
    try place.change("UPDATE outcome_output SET in_place = 1, path = 'other.md'")
    let history = try #require(try History(reading: place.database))
    #expect(try history.undoSteps(of: run).map(\.before) == [.notKept(sha256: "")])
  }

  @Test func credentialsStayOutOfTheDatabase() throws {
    let place = try Workplace()
    let secret = "hunter2hunter2"
    let text =
      "# A\n\n- [One](https://me:\(secret)@a.example/1)\n- https://\(secret)@b.example/\n- ftp://x:\(secret)@c.example\n"
      + "- [Two](HTTP://bob:p'\(secret)@h.example/x)\n- HTTP://bob:(\(secret))@h.example/x\n"
    let store = try HistoryStore(path: place.database)
    var (record, collection) = try Workplace.finished(["list.md": text]) { list in
      list.setURL(LinkID(0), to: "https://me:\(secret)@a.example/2", rule: "a/b", reason: "from https://\(secret)@x.io")
      list.report("see https://u:\(secret)@y.example", rule: "a/b", severity: .note, link: LinkID(1))
      list.report(
        DuplicateGroup(
          level: .exact, key: "https://\(secret)@b.example/",
          members: [.init(link: LinkID(1), verdict: .kept, reason: "")]))
    }
    record.arguments.append("--set=a.b=https://\(secret)@z.example")
    record.recipe = Array("inputs: [https://\(secret)@a.example]".utf8)
    let number = try store.begin(record)
    try store.commit(record, number: number, collection: collection)
    let history = try #require(try History(reading: place.database))
    #expect(try history.links(of: number)[0].originalURL == "https://***@a.example/1")
    #expect(try history.inputs(of: number).map(\.isRestorable) == [false])
    let input = try history.inputs(of: number)[0].sha256
    #expect(try history.contents(of: input) == nil)
    #expect(try history.recipe(of: number) == nil)
    store.close()
    for table in try place.query("SELECT name FROM sqlite_schema WHERE type = 'table'").compactMap(\.[0].text) {
      for row in try place.query("SELECT * FROM \"\(table)\"") {
        #expect(!"\(row)".contains(secret), "\(table): \(row)")
      }
    }
    #expect(try !place.bytesOfDatabase().contains(Array(secret.utf8)))
  }

  @Test func aRunWhoseProcessHasDiedIsInterrupted() throws {
    let place = try Workplace()
    let store = try HistoryStore(path: place.database)
    let number = try store.begin(Workplace.record())
    let history = try #require(try History(reading: place.database))
    #expect(try history.run(number)?.status == .running)
    store.close()
    // The process with this number started at another time.
    try place.change("UPDATE run SET process_start = process_start - 1")
    #expect(try history.run(number)?.status == .interrupted)
    try place.change("UPDATE run SET process = 0")
    #expect(try history.run(number)?.status == .interrupted)
  }
}
