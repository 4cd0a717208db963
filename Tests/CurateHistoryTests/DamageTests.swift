import CurateCore
import CurateHistory
import Foundation
import Testing

/// Databases that another program has overwritten.
@Suite struct DamageTests {
  private func expectSetAside(_ failure: HistoryFailure?, _ place: Workplace, as name: String) throws {
    guard case .setAside(place.database, let message, place.folder + "/" + name) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(!message.isEmpty)
    #expect(!place.exists("history.sqlite"))
  }

  @Test func aFileThatIsNotADatabaseIsRenamed() throws {
    let place = try Workplace()
    let diary = Array("this is a diary, not a database, and it is long enough to have a header".utf8)
    for name in ["history.sqlite.damaged", "history.sqlite.damaged-2"] {
      try Data(diary).write(to: URL(fileURLWithPath: place.database))
      let failure = #expect(throws: HistoryFailure.self) { try HistoryStore(path: place.database) }
      try expectSetAside(failure, place, as: name)
      #expect(try Data(contentsOf: URL(fileURLWithPath: place.folder + "/" + name)) == Data(diary))
    }
    #expect(try place.run(OpeningTests.list) == 1)
  }

  @Test func readingDoesNotRenameADamagedDatabase() throws {
    let place = try Workplace()
    try Data("this is a diary, not a database, and it is long enough".utf8)
      .write(to: URL(fileURLWithPath: place.database))
    let failure = #expect(throws: HistoryFailure.self) { try History(reading: place.database) }
    guard case .corrupt(place.database, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(place.exists("history.sqlite"))
  }

  @Test func aDamagedSchemaIsDetectedOnOpening() throws {
    let place = try Workplace()
    try place.run(OpeningTests.list)
    var bytes = try place.bytesOfDatabase()
    for index in 100..<4096 { bytes[index] = 0xA5 }
    try Data(bytes).write(to: URL(fileURLWithPath: place.database))
    let failure = #expect(throws: HistoryFailure.self) { try HistoryStore(path: place.database) }
    try expectSetAside(failure, place, as: "history.sqlite.damaged")
    let kept = URL(fileURLWithPath: place.folder + "/history.sqlite.damaged")
    #expect(try Data(contentsOf: kept) == Data(bytes))
  }

  @Test func aDamagedPageIsDetectedWhenItIsRead() throws {
    let place = try Workplace()
    try place.run(GrowthTests.list(300))
    try overwrite(["place", "link_state", "event_set"], in: place)
    let store = try HistoryStore(path: place.database)
    let (record, collection) = try Workplace.finished(["list.md": GrowthTests.list(300)]) { _ in }
    let number = try store.begin(record)
    let failure = #expect(throws: HistoryFailure.self) {
      try store.commit(record, number: number, collection: collection)
    }
    try expectSetAside(failure, place, as: "history.sqlite.damaged")
    // The runner still calls `fail`, which must not create a new database.
    #expect(throws: HistoryFailure.self) { try store.fail(record, number: number, reason: "it is damaged") }
    #expect(!place.exists("history.sqlite"))
    #expect(try place.run(OpeningTests.list) == 1)
  }

  @Test func damageIsDetectedWhenACrashedRunIsLookedUp() throws {
    let place = try Workplace()
    let number = try place.run(GrowthTests.list(300))
    try overwrite(["run"], in: place)
    let store = try HistoryStore(path: place.database)
    try expectSetAside(
      #expect(throws: HistoryFailure.self) { try store.isCommitted(number) }, place, as: "history.sqlite.damaged")
    #expect(try HistoryStore(path: place.database).isCommitted(number) == false)
  }

  /// Overwrites the first page of each of these tables.
  private func overwrite(_ tables: [String], in place: Workplace) throws {
    var bytes = try place.bytesOfDatabase()
    for table in tables {
      let found = try place.query("SELECT rootpage FROM sqlite_schema WHERE name = '\(table)'")
      let start = (Int(try #require(found[0][0].integer)) - 1) * 4096
      for index in start..<start + 4096 { bytes[index] = 0xA5 }
    }
    try Data(bytes).write(to: URL(fileURLWithPath: place.database))
  }
}
