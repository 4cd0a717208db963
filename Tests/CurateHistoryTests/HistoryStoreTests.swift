import CurateCore
import CurateHistory
import Testing

@Suite struct HistoryStoreTests {
  static let list = """
    # Reading

    ## Papers

    - [On lists](https://a.example/lists)
    - [On lists](http://a.example/lists) 
    - [Trees](https://b.example/trees)
    """

  @Test func aRunIsListedWithItsCounts() throws {
    let place = try Workplace()
    let number = try place.run(Self.list) { list in
      guard let first = try? list.link("https://a.example/lists"),
        let duplicate = try? list.link("http://a.example/lists")
      else { return }
      list.merge(duplicate, into: first, rule: "dedupe/page", reason: "same page")
      list.report("worth a look", rule: "inspect/look", severity: .warning, link: first)
    }
    let history = try #require(try History(reading: place.database))
    let runs = try history.runs()
    #expect(runs.map(\.number) == [number])
    let run = try #require(runs.first)
    #expect(run.status == .done)
    #expect(run.recipePath == "pipelines/default.yaml")
    #expect(run.inputFolder == "../lists")
    #expect(run.milliseconds == 21.5)
    #expect((run.links, run.edits, run.merged, run.removed, run.findings) == (3, 1, 1, 0, 1))
  }

  @Test func aFailedRunKeepsItsReason() throws {
    let place = try Workplace()
    let store = try HistoryStore(path: place.database)
    var record = Workplace.record()
    record.links = 12
    let number = try store.begin(record)
    #expect(try store.isCommitted(number) == false)
    try store.fail(record, number: number, reason: "stage 'parse': list.md is not UTF-8")
    #expect(try store.isCommitted(number) == false)
    let history = try #require(try History(reading: place.database))
    let run = try #require(try history.run(number))
    #expect(run.status == .failed)
    #expect(run.reason == "stage 'parse': list.md is not UTF-8")
    #expect((run.links, run.milliseconds) == (12, record.milliseconds))
  }

  @Test func aCommittedRunIsReportedAsCommitted() throws {
    let place = try Workplace()
    let number = try place.run(Self.list)
    let store = try HistoryStore(path: place.database)
    #expect(try store.isCommitted(number))
    #expect(try store.isCommitted(number + 1) == false)
  }

  @Test func readingAMissingDatabaseReturnsNil() throws {
    let place = try Workplace()
    #expect(try History(reading: place.database) == nil)
    #expect(!place.exists("history.sqlite"))
  }

  @Test func aClosedHistoryIsOneFile() throws {
    let place = try Workplace()
    try place.run(Self.list)
    #expect(place.exists("history.sqlite"))
    #expect(!place.exists("history.sqlite-wal"))
    #expect(!place.exists("history.sqlite-shm"))
  }
}
