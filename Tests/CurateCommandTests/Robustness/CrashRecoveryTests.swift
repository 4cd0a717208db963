import Glibc
import Testing

/// After a run is killed at any moment, the next command leaves either all old results or all new ones.
@Suite struct CrashRecoveryTests {
  static let oldList = SampleList.long(300)
  static let newList = SampleList.long(320).replacing("Entry", with: "Item")

  /// The results of each list without an interruption.
  static let oldResults = Result { try FinishedTrial(oldList).results }
  static let newResults = Result { try FinishedTrial(newList).results }

  /// When a run is killed: after a share of the time that a whole run takes, or when a file has appeared.
  enum Moment: CustomTestStringConvertible {
    case share(Double)
    case fileAppears(String)

    var testDescription: String {
      switch self {
      case .share(let share): "after \(Int(share * 100)) % of a run"
      case .fileAppears(let part): "when a file '\(part)' is there"
      }
    }
  }

  static let moments =
    [0.05, 0.2, 0.4, 0.55, 0.7, 0.8, 0.9, 0.95, 1.0].map(Moment.share)
    + [".tmp", ".tmp", ".curate-publish", ".curate-publish"].map(Moment.fileAppears)

  @Test(arguments: [true, false]) func killedAtAnyInstant(keepsHistory: Bool) throws {
    let (old, new) = (try Self.oldResults.get(), try Self.newResults.get())
    let trial = try FinishedTrial(Self.oldList)
    let options = keepsHistory ? [] : ["--no-history"]
    let start = ContinuousClock.now
    #expect(try Curate.run([trial.recipe] + options, in: trial.folder.path).ending == .exited(0))
    let whole = ContinuousClock.now - start
    var seen = Set<String>()
    for moment in Self.moments {
      try trial.folder.write("list.md", Self.newList)
      let child = try Curate.command([trial.recipe] + options, in: trial.folder.path).start()
      Self.wait(for: moment, child, whole, in: trial.folder)
      child.send(SIGKILL)
      _ = child.wait()
      for (name, bytes) in FinishedTrial.results(in: trial.folder) where !name.contains(".curate-") {
        let isWhole = bytes == old[name] || bytes == new[name]
        #expect(isWhole, "\(name) is half-written, killed \(moment)")
      }
      let next = try Curate.run(
        keepsHistory ? ["history", "--output", "out"] : [trial.recipe, "--check"],
        in: trial.folder.path)
      #expect(next.ending == .exited(0), "killed \(moment): \(next.error)")
      let results = FinishedTrial.results(in: trial.folder)
      let isOneOrTheOther = results == old || results == new
      #expect(isOneOrTheOther, "killed \(moment): \(results.keys.sorted())")
      #expect(leftovers(in: trial.folder).isEmpty, "killed \(moment): \(leftovers(in: trial.folder))")
      seen.insert(results == new ? "new" : "old")
      try trial.folder.write("list.md", Self.oldList)
      let again = try Curate.run([trial.recipe] + options, in: trial.folder.path)
      #expect(again.ending == .exited(0), "killed \(moment): \(again.error)")
    }
    #expect(seen.contains("old"), "some moments were before the run was committed")
    trial.expectIntact()
    #expect(databaseLogs.isDisjoint(with: trial.folder.names.map { String($0.dropFirst(4)) }))
  }

  private static func wait(for moment: Moment, _ child: ChildProcess, _ whole: Duration, in folder: TemporaryFolder) {
    switch moment {
    case .share(let share):
      let (seconds, attoseconds) = whole.components
      usleep(UInt32(share * (Double(seconds) * 1e6 + Double(attoseconds) / 1e12)))
    case .fileAppears(let part):
      _ = child.wait { folder.names.contains { $0.contains(".curate-") && $0.contains(part) } }
    }
  }

  /// The history shows a killed run as interrupted, and the next run gets the next number.
  @Test func theHistoryShowsTheKilledRun() throws {
    let trial = try FinishedTrial(Self.oldList)
    try trial.folder.write("list.md", InterruptionTests.list)
    let child = try Curate.command([trial.recipe], in: trial.folder.path).start()
    // A run is recorded while its first stages run, always before the first stage that emits.
    #expect(child.wait { child.outputSoFar.contains("[8/9] emit-markdown") })
    child.send(SIGKILL)
    _ = child.wait()
    let history = try Curate.run("history", "--output", "out", in: trial.folder.path)
    #expect(history.ending == .exited(0), "\(history.error)")
    #expect(history.output.contains("interrupted"), "\(history.output)")
    trial.expectIntact()
    let next = try trial.run(Array(Self.newList.utf8))
    #expect(next.output.contains("run 3 ok"), "\(next.output)\(next.error)")
  }
}
