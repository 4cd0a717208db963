import CurateCore
import CurateHistory
import Foundation
import LinkIdentity
import Testing

/// Opening, reading and sharing a history.
@Suite struct OpeningTests {
  static let list = "# A\n\n- [One](https://a.example/1)\n"

  @Test func theDatabaseIsMarkedAsAHistory() throws {
    let place = try Workplace()
    try place.run(Self.list)
    #expect(try place.query("PRAGMA user_version")[0][0] == .integer(Int64(HistorySchema.version)))
    #expect(try place.query("PRAGMA application_id")[0][0] == .integer(Int64(HistorySchema.applicationID)))
    #expect(try place.query("PRAGMA journal_mode")[0][0] == "wal")
    #expect(try place.query("PRAGMA integrity_check")[0][0] == "ok")
    #expect(try place.query("PRAGMA foreign_key_check").isEmpty)
  }

  @Test func theViewsShowLinksChangesAndRuns() throws {
    let place = try Workplace()
    try place.run(Self.list) { list in
      list.label(LinkID(0), Labels())
      list.setURL(LinkID(0), to: "https://a.example/one", rule: "test/url", reason: "it moved")
    }
    let link = try place.query("SELECT * FROM latest_links")[0]
    #expect(link["url"] == "https://a.example/one")
    #expect(link["original_url"] == "https://a.example/1")
    #expect((link["section"], link["line"]) == ("A", 3))
    let change = try place.query("SELECT * FROM changes")[0]
    #expect(change["reason"] == "it moved")
    #expect(change["link_id"] == link["link_id"])
    #expect(try place.query("SELECT started FROM runs")[0][0] == "2023-11-14T22:13:20Z")
    #expect(try place.query("SELECT * FROM duplicates").isEmpty)
  }

  @Test func theDatabaseOfAnotherProgramIsRefused() throws {
    let place = try Workplace()
    try place.change("CREATE TABLE recipe (id INTEGER PRIMARY KEY)")
    #expect(throws: HistoryFailure.foreign(path: place.database)) { try HistoryStore(path: place.database) }
    #expect(throws: HistoryFailure.foreign(path: place.database)) { try History(reading: place.database) }
    #expect(try place.query("SELECT count(*) FROM sqlite_schema")[0][0] == 1)
  }

  @Test func aNewerDatabaseIsRefused() throws {
    let place = try Workplace()
    try place.run(Self.list)
    let version = HistorySchema.version + 1
    try place.change("PRAGMA user_version = \(version)")
    let refusal = HistoryFailure.newer(path: place.database, version: version, supported: HistorySchema.version)
    #expect(throws: refusal) { try HistoryStore(path: place.database) }
    #expect(throws: refusal) { try History(reading: place.database) }
    #expect(try place.count("run") == 1)
  }

  @Test func aMissingFolderIsReported() throws {
    let place = try Workplace()
    let path = place.folder + "/none/history.sqlite"
    let failure = #expect(throws: HistoryFailure.self) { try HistoryStore(path: path) }
    guard case .cannotOpen(path, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func anEmptyFileBecomesAHistory() throws {
    let place = try Workplace()
    try Data().write(to: URL(fileURLWithPath: place.database))
    #expect(try #require(try History(reading: place.database)).runs().isEmpty, "nothing has been recorded yet")
    try place.run(Self.list)
    #expect(try place.count("run") == 1)
  }

  @Test func aHistoryIsReadWhereNoLogCanBeCreated() throws {
    let place = try Workplace()
    let number = try place.run(Self.list)
    // A folder in place of the log stops SQLite like a read-only medium, even for root.
    try FileManager.default.createDirectory(atPath: place.database + "-wal", withIntermediateDirectories: false)
    let history = try #require(try History(reading: place.database))
    #expect(try history.runs().map(\.number) == [number])
    #expect(throws: HistoryFailure.self) { try HistoryStore(path: place.database) }
  }

  @Test func readingDoesNotChangeTheFile() throws {
    let place = try Workplace()
    try place.run(Self.list)
    let before = try Data(contentsOf: URL(fileURLWithPath: place.database))
    let history = try #require(try History(reading: place.database))
    #expect(try history.links(of: 1).count == 1)
    history.close()
    for suffix in ["-wal", "-shm"] { #expect(!FileManager.default.fileExists(atPath: place.database + suffix)) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.database)) == before)
  }

  @Test func aLockOfAnotherProcessIsReportedAsBusy() throws {
    let place = try Workplace()
    try place.run(Self.list)
    let other = try SQLiteReader(path: place.database)
    try other.execute("BEGIN IMMEDIATE")
    let store = try HistoryStore(path: place.database, lockTimeout: 1)
    #expect(throws: HistoryFailure.busy(path: place.database, seconds: 1)) { try store.begin(Workplace.record()) }
    try other.execute("ROLLBACK")
    #expect(try store.begin(Workplace.record()) == 2)
  }

  @Test func concurrentWritersWaitForEachOther() async throws {
    let place = try Workplace()
    let path = place.database
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<5 {
            let store = try HistoryStore(path: path)
            let (record, collection) = try Workplace.finished(["list.md": Self.list]) { _ in }
            try store.commit(record, number: try store.begin(record), collection: collection)
            store.close()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(
      try place.query("SELECT count(*), count(DISTINCT sequence), max(sequence) FROM run")[0].values == [40, 40, 40])
    #expect(try place.count("link_state") == 1)
    #expect(try place.query("PRAGMA integrity_check")[0][0] == "ok")
  }

  /// While another connection reads an older state, the log cannot be copied into the file. The run is recorded anyway.
  @Test func aReaderDoesNotPreventRecording() throws {
    let place = try Workplace()
    try place.run(Self.list)
    let reader = try SQLiteReader(path: place.database)
    try reader.execute("BEGIN")
    #expect(try reader.query("SELECT count(*) FROM run")[0][0] == 1)
    #expect(try place.run(Self.list) == 2)
    #expect(try reader.query("SELECT count(*) FROM run")[0][0] == 1)
    #expect(try #require(try History(reading: place.database)).runs().map(\.status) == [.done, .done])
    try reader.execute("COMMIT")
    #expect(try reader.query("SELECT count(*) FROM run")[0][0] == 2)
  }

  @Test func oneStoreServesSeveralThreads() async throws {
    let place = try Workplace()
    let store = try await Task.detached { [path = place.database] in try HistoryStore(path: path) }.value
    let number = try await Task.detached { try store.begin(Workplace.record()) }.value
    let (record, collection) = try Workplace.finished(["list.md": Self.list]) { _ in }
    try await Task.detached { try store.commit(record, number: number, collection: collection) }.value
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try store.commit(record, number: try store.begin(record), collection: collection)
          #expect(try store.isCommitted(number))
        }
      }
      try await group.waitForAll()
    }
    await Task.detached { store.close() }.value
    #expect(try place.count("run WHERE status = 'done'") == 9)
    #expect(!place.exists("history.sqlite-wal"))
  }
}
