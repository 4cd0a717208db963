import Foundation
import Testing

/// A `history.sqlite` that a run cannot use.
@Suite(.enabled(if: Tool.exists("sqlite3"), "sqlite3 is not installed"))
struct UnusableHistoryTests {
  let folder: TemporaryFolder
  let recipe: String
  /// The outputs of a first run, without its history.
  let outputs: [String: [UInt8]]

  init() throws {
    folder = try TemporaryFolder()
    recipe = try folder.writeTrial(SampleList.untidy)
    try #require(try Curate.run(recipe, in: folder.path).ending == .exited(0))
    outputs = folder.files(in: folder.path("out"), except: ["history.sqlite"])
    try folder.write("list.md", "- [x](https://x.example)\n")
  }

  private var outputsNow: [String: [UInt8]] {
    folder.files(in: folder.path("out"), except: databaseLogs.union(["history.sqlite", "history.sqlite.damaged"]))
  }

  private func sqlite(_ sql: String) throws {
    try #require(try Command("sqlite3", [folder.path("out/history.sqlite"), sql]).run().ending == .exited(0))
  }

  @Test func aDamagedHistoryIsRenamedAndTheNextRunStartsANewOne() throws {
    let garbage = [UInt8](repeating: 0xA5, count: 8192)
    try folder.write("out/history.sqlite", garbage)
    let failed = try Curate.run(recipe, in: folder.path)
    expectFailure(
      failed, code: 4, saying: "/out/history.sqlite: the history is damaged", "/out/history.sqlite.damaged,",
      "the next run creates a new one", "--no-history")
    #expect(folder.bytes("out/history.sqlite.damaged") == garbage)
    #expect(!folder.exists("out/history.sqlite"))
    #expect(outputsNow == outputs)
    #expect(try Curate.run(recipe, in: folder.path).ending == .exited(0))
    #expect(outputsNow != outputs)
    #expect(folder.bytes("out/history.sqlite.damaged") == garbage)
    try sqlite("SELECT * FROM runs")
  }

  @Test func noHistoryIgnoresADamagedHistory() throws {
    let garbage = [UInt8](repeating: 0xA5, count: 8192)
    try folder.write("out/history.sqlite", garbage)
    #expect(try Curate.run(recipe, "--no-history", in: folder.path).ending == .exited(0))
    #expect(outputsNow != outputs)
    #expect(folder.bytes("out/history.sqlite") == garbage)
    expectFailure(try Curate.run("history", "--output", "out", in: folder.path), code: 4, saying: "is damaged")
    #expect(folder.bytes("out/history.sqlite") == garbage)
  }

  @Test func aHistoryOfANewerCurateIsRefused() throws {
    try sqlite("PRAGMA user_version = 99")
    let before = folder.bytes("out/history.sqlite")
    expectFailure(
      try Curate.run(recipe, in: folder.path), code: 4, saying: "was written by a newer curate (format 99",
      "update curate", "Nothing was changed")
    #expect(outputsNow == outputs)
    #expect(folder.bytes("out/history.sqlite") == before)
  }

  @Test func theDatabaseOfAnotherProgramIsRefused() throws {
    try sqlite("PRAGMA application_id = 7")
    let before = folder.bytes("out/history.sqlite")
    expectFailure(
      try Curate.run(recipe, in: folder.path), code: 4, saying: "belongs to another program", "--output")
    #expect(outputsNow == outputs)
    #expect(folder.bytes("out/history.sqlite") == before)
  }

  @Test func aHistoryLockedByAnotherProgramIsAnErrorAfterTheTimeout() throws {
    // `.shell` keeps the transaction open for longer than curate waits.
    var holder: ChildProcess? = try Command(
      "sqlite3",
      [folder.path("out/history.sqlite"), "BEGIN IMMEDIATE", ".shell touch '\(folder.path("held"))'; exec sleep 60"]
    ).start()
    try #require(holder?.wait(until: { folder.exists("held") }) == true)
    let clock = ContinuousClock()
    var outcome: Outcome?
    let waited = try clock.measure { outcome = try Curate.run(recipe, in: folder.path) }
    // Ends the process and its children.
    holder = nil
    expectFailure(
      try #require(outcome), code: 4,
      saying: "out/history.sqlite: the history has been locked by another program for 10 s",
      "Nothing was changed; try again, or use --no-history")
    #expect(waited >= .seconds(10))
    #expect(outputsNow == outputs)
    let after = try Curate.run(recipe, in: folder.path)
    #expect(after.ending == .exited(0), "\(after.error)")
    #expect(outputsNow != outputs)
  }
}
