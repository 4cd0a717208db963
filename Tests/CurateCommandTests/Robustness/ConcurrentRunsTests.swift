import Foundation
import Glibc
import Testing

/// Runs that use the same output folder at the same time.
@Suite struct ConcurrentRunsTests {
  @Test func theSecondWaitsForTheFirst() throws {
    let folder = try TemporaryFolder()
    let arguments = [Curate.recipe("default"), "--output", folder.path("out")]
    let runs = try (1...3).map { _ in try Curate.command(arguments, in: folder.path).start() }
    for outcome in runs.map({ $0.wait() }) { #expect(outcome.ending == .exited(0), "\(outcome.error)") }
    let results = folder.files(in: folder.path("out"), except: ["history.sqlite"])
    let expected = try ShippedRun.default.get().deterministicFiles
    #expect(results.keys.sorted() == expected.keys.sorted())
    for (name, bytes) in expected { expectSame(results[name], bytes) }
    #expect(leftovers(in: folder).isEmpty)
    let history = try Curate.run("history", "--output", folder.path("out")).output
    #expect(history.split(separator: "\n").count { $0.contains(" done ") } == 3, "\(history)")
  }

  /// Fifty pairs of concurrent runs over different lists: each pair leaves the complete results of one run.
  @Test func fiftyPairs() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial("")
    let lists = ["a.md", "b.md"]
    try folder.write(lists[0], SampleList.untidy)
    try folder.write(lists[1], SampleList.long(12))
    let expected = try lists.map { list in
      let alone = try TemporaryFolder()
      let output = alone.path("out")
      try #require(try Curate.run(recipe, list, "--output", output, in: folder.path).ending == .exited(0))
      return alone.files(in: output, except: ["history.sqlite"])
    }
    for round in 1...50 {
      let runs = try lists.map { try Curate.command([recipe, $0, "--quiet"], in: folder.path).start() }
      for outcome in runs.map({ $0.wait() }) {
        #expect(outcome.ending == .exited(0), "round \(round): \(outcome.error)")
      }
      let results = FinishedTrial.results(in: folder)
      // Each list has its own file; the reports are those of the last run.
      let isWhole = expected.contains { wanted in wanted.allSatisfy { results[$0.key] == $0.value } }
      #expect(isWhole, "round \(round)")
    }
    #expect(leftovers(in: folder).isEmpty)
    let history = try Curate.run("history", "--output", "out", "--limit", "200", in: folder.path).output
    #expect(history.split(separator: "\n").count { $0.contains(" done ") } == 100)
  }

  @Test func runsInDifferentFoldersAreIndependent() throws {
    let folder = try TemporaryFolder()
    let runs = try ["a", "b"].map { name in
      try Curate.command([Curate.recipe("default"), "--output", folder.path(name)]).start()
    }
    for outcome in runs.map({ $0.wait() }) { #expect(outcome.ending == .exited(0), "\(outcome.error)") }
    let results = ["a", "b"].map { folder.files(in: folder.path($0), except: ["history.sqlite"]) }
    for (name, bytes) in results[0] { expectSame(results[1][name], bytes) }
  }

  /// The test holds the lock of a run for longer than the lock timeout.
  @Test func theLockTimeoutIsAnError() async throws {
    let trial = try FinishedTrial()
    let folder = open(trial.folder.path("out"), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try #require(folder >= 0 && flock(folder, LOCK_EX | LOCK_NB) == 0)
    defer { close(folder) }
    try trial.folder.write("list.md", SampleList.tidied)
    let child = try Curate.command([trial.recipe], in: trial.folder.path).start()
    // Sleeps instead of blocking, so that other tests can run.
    while child.isRunning { try await Task.sleep(for: .milliseconds(50)) }
    expectFailure(child.wait(), code: 4, saying: "out", "another run", "nothing was changed", "Try again")
    trial.expectIntact()
  }

  @Test func readingAFolderDoesNotWait() throws {
    let trial = try FinishedTrial()
    let folder = open(trial.folder.path("out"), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try #require(folder >= 0 && flock(folder, LOCK_EX | LOCK_NB) == 0)
    defer { close(folder) }
    var history = Curate.command(["history", "--output", "out"], in: trial.folder.path)
    history.limit = .seconds(8)
    #expect(try history.run().ending == .exited(0))
    var check = Curate.command([trial.recipe, "--check"], in: trial.folder.path)
    check.limit = .seconds(8)
    #expect(try check.run().ending == .exited(1))
  }
}
