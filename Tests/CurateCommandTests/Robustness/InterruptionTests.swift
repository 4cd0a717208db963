import Glibc
import Testing

/// Ctrl-C during a run: old results stay, and no half-written file is left.
@Suite struct InterruptionTests {
  /// Long enough for the signal to arrive during the run, with any build.
  static let list = Array(SampleList.long(Curate.isGiven ? 100_000 : 4_000).utf8)

  @Test(arguments: [SIGINT, SIGTERM], ["[1/9] parse", "[4/9] dedupe", "[7/9] inspect"])
  func signalBetweenStages(signal: Int32, stage: String) throws {
    let trial = try FinishedTrial()
    try trial.folder.write("list.md", Self.list)
    let child = try Curate.command([trial.recipe], in: trial.folder.path).start()
    #expect(child.wait { child.outputSoFar.contains(stage) })
    child.send(signal)
    let outcome = child.wait()
    #expect(outcome.ending == .exited(130), "\(outcome.error)")
    #expect(outcome.error == "error: interrupted; nothing was changed\n")
    trial.expectIntact()
  }

  @Test func signalInANewFolderLeavesNoFolderButTheHistory() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(Self.list)
    let child = try Curate.command([recipe, "--no-history"], in: folder.path).start()
    #expect(child.wait { child.outputSoFar.contains("[1/9] parse") })
    child.send(SIGINT)
    #expect(child.wait().ending == .exited(130))
    #expect(folder.names == ["list.md", "recipe.yaml"])
  }

  /// A signal while files are staged may arrive after the run was committed; then all files are published.
  @Test func signalWhileFilesAreStaged() throws {
    let trial = try FinishedTrial()
    try trial.folder.write("list.md", Self.list)
    let child = try Curate.command([trial.recipe], in: trial.folder.path).start()
    #expect(child.wait { !leftovers(in: trial.folder).filter { $0.hasSuffix(".tmp") }.isEmpty })
    child.send(SIGINT)
    switch child.wait().ending {
    case .exited(130): trial.expectIntact()
    case .exited(0):
      expectSame(trial.folder.bytes("out/list.md"), Self.list)
      #expect(leftovers(in: trial.folder).isEmpty)
    case let other: Issue.record("ended with \(other)")
    }
  }

  @Test func theHistoryShowsTheInterruptedRun() throws {
    let trial = try FinishedTrial()
    try trial.folder.write("list.md", Self.list)
    let child = try Curate.command([trial.recipe], in: trial.folder.path).start()
    #expect(child.wait { child.outputSoFar.contains("[2/9] tidy") })
    child.send(SIGINT)
    #expect(child.wait().ending == .exited(130))
    let history = try Curate.run("history", "--output", "out", in: trial.folder.path)
    #expect(history.ending == .exited(0), "\(history.error)")
    #expect(history.output.contains("interrupted; nothing was changed"), "\(history.output)")
    #expect(history.output.split(separator: "\n").count { $0.contains(" done ") } == 1)
  }
}
