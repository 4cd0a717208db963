import Glibc
import Testing

/// `undo`: restores files byte for byte, and is recorded as a run.
@Suite struct UndoCommandTests {
  private static let second = SampleList.untidy + "- [Gyokuro](https://tea.example/gyokuro)\n"

  private func undo(_ run: Int, _ options: String..., in trial: FinishedTrial) throws -> Outcome {
    try Curate.run(["undo", "\(run)", "--output", "out"] + options, in: trial.folder.path)
  }

  private func expectResults(
    _ expected: [String: [UInt8]], in trial: FinishedTrial, at location: SourceLocation = #_sourceLocation
  ) {
    let now = FinishedTrial.results(in: trial.folder)
    #expect(now.keys.sorted() == expected.keys.sorted(), sourceLocation: location)
    for (name, bytes) in expected { expectSame(now[name], bytes, at: location) }
    #expect(leftovers(in: trial.folder).isEmpty, sourceLocation: location)
  }

  @Test func listsAndReportsAreRestored() throws {
    let trial = try FinishedTrial()
    try #require(try trial.run(Array(Self.second.utf8)).ending == .exited(0))
    let second = FinishedTrial.results(in: trial.folder)
    #expect(second["list.md"] != trial.results["list.md"] && second["links.csv"] != trial.results["links.csv"])

    let undone = try undo(2, in: trial)
    #expect(undone.ending == .exited(0), "\(undone.error)")
    #expect(undone.output.hasPrefix("7 files restored\nrun 3 ok"), "\(undone.output)")
    expectResults(trial.results, in: trial)
    let redone = try undo(3, in: trial)
    #expect(redone.ending == .exited(0), "\(redone.error)")
    expectResults(second, in: trial)
    // Undoing run 3 restored the results of run 2, so run 2 can be undone again.
    #expect(try undo(2, in: trial).ending == .exited(0))
    expectResults(trial.results, in: trial)

    let history = try Curate.run("history", "--output", "out", in: trial.folder.path).output
    for title in ["undo of run 2", "undo of run 3"] { #expect(history.contains(title), "\(history)") }
    #expect(try Curate.run(trial.recipe, in: trial.folder.path).output.contains("run 6 ok"))
    expectResults(second, in: trial)
  }

  @Test func filesOfTheFirstRunAreRemovedAndRestored() throws {
    let trial = try FinishedTrial()
    let undone = try undo(1, in: trial)
    #expect(undone.output.hasPrefix("7 files removed that no earlier run wrote\n"), "\(undone.output)\(undone.error)")
    expectResults([:], in: trial)
    #expect(try undo(1, in: trial).output.hasPrefix("nothing to restore"))
    #expect(try undo(2, in: trial).ending == .exited(0))
    expectResults(trial.results, in: trial)
  }

  /// A restored report has the findings about missing files of its run, whatever files exist now.
  @Test func findingsAboutMissingFilesAreRestored() throws {
    let links = "\n[Rules](docs/rules.md) [Pots](pots) [Cups](cups.md) [Root](/gone.md)\n"
    let trial = try FinishedTrial(SampleList.untidy + links)
    let folder = trial.folder
    let before = try #require(folder.text("out/findings.csv"))
    for path in ["docs/rules.md", "pots", "cups.md"] {
      #expect(before.contains("the file '\(path)' does not exist"), "\(before)")
    }
    try folder.write("docs/rules.md", "# Rules\n")
    try folder.write("pots.md", "# Pots\n")
    try #require(try trial.run(Array((Self.second + links).utf8)).ending == .exited(0))
    let second = FinishedTrial.results(in: folder)
    #expect(
      folder.text("out/findings.csv")?.contains("the file 'pots' does not exist; did you mean 'pots.md'?") == true)
    #expect(folder.text("out/findings.csv")?.contains("docs/rules.md") == false)
    for name in ["docs/rules.md", "pots.md"] { try #require(unlink(folder.path(name)) == 0) }
    try folder.write("cups.md", "# Cups\n")

    for (run, expected) in [(2, trial.results), (3, second), (4, trial.results)] {
      let undone = try undo(run, in: trial)
      #expect(undone.ending == .exited(0) && undone.error.isEmpty, "\(undone.error)")
      expectResults(expected, in: trial)
    }
  }

  /// Restored reports use the date and the files of their run: for an `ignore:` entry that has expired since, and for
  /// findings about an entry that matches nothing.
  @Test func reportsUseTheDateAndFilesOfTheirRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("other.md", "- [Sencha](htpp://tea.example/sencha)\n- [Jam](https://jam.example)\n")
    try folder.write("list.md", "- [Jam](https://jam.example)\n")
    try folder.writeRecipe(stages: ["parse", "inspect", "emit-markdown", "emit-csv"])
    let ignores = "ignore: [{rule: scheme-typo, until: 2026-01-31}, {rule: level-jump}]\n"
    try folder.write("recipe.yaml", (folder.text("recipe.yaml") ?? "") + ignores)
    var first = Curate.command(["recipe.yaml", "other.md"], in: folder.path)
    first.environment["SOURCE_DATE_EPOCH"] = "1767225600"
    #expect(try first.run().ending == .exited(0))
    let findings = try #require(folder.text("out/findings.csv"))
    #expect(findings.split(separator: "\n").count == 1, "\(findings)")
    try #require(try Curate.run("recipe.yaml", in: folder.path).ending == .exited(0))
    #expect(folder.text("out/findings.csv")?.contains("level-jump") == true)

    var undo = Curate.command(["undo", "2", "--output", "out"], in: folder.path)
    undo.environment["SOURCE_DATE_EPOCH"] = "1767225600"
    let undone = try undo.run()
    #expect(undone.ending == .exited(0) && undone.error.isEmpty, "\(undone.error)")
    #expect(folder.text("out/findings.csv") == findings)
  }

  /// Paths in a recipe are relative to the recipe, whatever folder the lists share and wherever curate runs.
  @Test(arguments: [false, true]) func reportsUseTheInputFolderOfTheirRun(undoneElsewhere: Bool) throws {
    let folder = try TemporaryFolder()
    let lists = ["lists/a.md", "lists/b.md"]
    for path in lists { try folder.write(path, "- [Sencha](htpp://tea.example/\(path))\n") }
    try folder.write(
      "recipes/r.yaml",
      """
      curate: 1
      inputs: [../lists/*.md]
      output: ../out
      stages: [parse, inspect, emit-markdown, emit-csv]
      ignore: [{path: ../lists/a.md, rule: scheme-typo}]

      """)
    let arguments = undoneElsewhere ? [folder.path("recipes/r.yaml")] + lists : ["recipes/r.yaml"]
    func findings() -> String? { folder.text("out/findings.csv") }
    try #require(try Curate.run(arguments, in: folder.path).ending == .exited(0))
    let first = try #require(findings())
    #expect(first.contains("tea.example/lists/b") && !first.contains("tea.example/lists/a"), "\(first)")
    for path in lists { try folder.write(path, "- [Jam](https://jam.example)\n") }
    try #require(try Curate.run(arguments, in: folder.path).ending == .exited(0))
    #expect(findings() != first)
    let undone = try Curate.run(
      "undo", "2", "--output", folder.path("out"), in: undoneElsewhere ? folder.path("recipes") : folder.path)
    #expect(undone.ending == .exited(0) && undone.error.isEmpty, "\(undone.error)")
    #expect(findings() == first)
  }

  /// Format 4 of the history did not record the input folder.
  @Test(.enabled(if: Tool.exists("sqlite3"), "sqlite3 is not installed"))
  func aRunOfAnOlderFormatIsUndone() throws {
    let trial = try FinishedTrial()
    try #require(try trial.run(Array(Self.second.utf8)).ending == .exited(0))
    let older = "ALTER TABLE run DROP COLUMN input_folder; PRAGMA user_version = 4"
    try #require(
      try Command("sqlite3", ["out/history.sqlite", older], in: trial.folder.path).run().ending == .exited(0))
    let undone = try undo(2, in: trial)
    #expect(undone.ending == .exited(0) && undone.error.isEmpty, "\(undone.error)")
    expectResults(trial.results, in: trial)
  }

  @Test func changedFilesAreNotTouched() throws {
    let trial = try FinishedTrial()
    try #require(try trial.run(Array(Self.second.utf8)).ending == .exited(0))
    try trial.folder.write("out/list.md", "# Mine\n")
    let before = FinishedTrial.results(in: trial.folder)
    expectFailure(
      try undo(2, in: trial), code: 4, saying: "1 file differs from what the run wrote", "nothing was changed",
      "out/list.md",
      "--force")
    expectResults(before, in: trial)
    #expect(try undo(2, "--force", in: trial).ending == .exited(0))
    expectResults(trial.results, in: trial)
  }

  @Test func aLaterRunIsNamedInTheError() throws {
    let trial = try FinishedTrial()
    try #require(try trial.run(Array(Self.second.utf8)).ending == .exited(0))
    expectFailure(
      try undo(1, in: trial), code: 4, saying: "files differ from what the run wrote", "run 2 is newer than run 1",
      "undo run 2 first")
  }

  @Test func aDryRunWritesNothing() throws {
    let trial = try FinishedTrial()
    let outcome = try undo(1, "--dry-run", in: trial)
    #expect(outcome.ending == .exited(0) && outcome.output.contains("would remove out/list.md\n"), "\(outcome.output)")
    trial.expectIntact()
    #expect(!(try Curate.run("history", "--output", "out", in: trial.folder.path).output.contains("undo")))
  }

  @Test func listsChangedInPlaceAreRestored() throws {
    let folder = try TemporaryFolder()
    try folder.write("lists/a.md", SampleList.untidy)
    try folder.write("lists/b/a.md", SampleList.tidied)
    let recipe = try folder.writeRecipe(
      inputs: ["lists/**/*.md"],
      stages: ["parse", "tidy", "dedupe", "{uses: emit-markdown, with: {write: in-place}}", "emit-csv"])
    try #require(try Curate.run(recipe, in: folder.path).ending == .exited(0))
    expectSame(folder.bytes("lists/a.md"), Array(SampleList.tidied.utf8))
    let undone = try Curate.run("undo", "1", "--recipe", recipe, in: folder.path)
    #expect(undone.ending == .exited(0), "\(undone.error)")
    expectSame(folder.bytes("lists/a.md"), Array(SampleList.untidy.utf8))
    expectSame(folder.bytes("lists/b/a.md"), Array(SampleList.tidied.utf8))
    #expect(try Curate.run("undo", "2", "--recipe", recipe, in: folder.path).ending == .exited(0))
    expectSame(folder.bytes("lists/a.md"), Array(SampleList.tidied.utf8))
    #expect(folder.exists("out/links.csv"))
  }

  @Test func filesWithCredentialsAreNotRestored() throws {
    let trial = try FinishedTrial(SampleList.untidy + "- [Login](https://me:secret@tea.example/in)\n")
    try #require(try trial.run(Array(Self.second.utf8)).ending == .exited(0))
    let second = FinishedTrial.results(in: trial.folder)
    expectFailure(try undo(2, in: trial), code: 4, saying: "credentials", "--force")
    expectResults(second, in: trial)
    let forced = try undo(2, "--force", in: trial)
    #expect(forced.ending == .exited(0) && forced.error.contains("out/list.md is not restored") == false)
    #expect(forced.error.contains("list.md is not restored"), "\(forced.error)")
  }

  @Test func filesOfPrunedRunsAreNotRestored() throws {
    let trial = try FinishedTrial()
    try #require(try trial.run(Array(Self.second.utf8)).ending == .exited(0))
    let second = FinishedTrial.results(in: trial.folder)
    #expect(
      try Curate.run("history", "prune", "--keep", "1", "--output", "out", in: trial.folder.path).ending == .exited(0))
    expectFailure(try undo(2, in: trial), code: 4, saying: "the history does not hold", "pruned")
    expectResults(second, in: trial)
  }

  @Test func interruptionChangesNothing() throws {
    let trial = try FinishedTrial(String(decoding: InterruptionTests.list, as: UTF8.self))
    try #require(try trial.run(Array(SampleList.tidied.utf8)).ending == .exited(0))
    let second = FinishedTrial.results(in: trial.folder)
    let child = try Curate.command(["undo", "2", "--output", "out"], in: trial.folder.path).start()
    // After the command has opened the database, and long before the reports of run 1 are regenerated.
    #expect(child.wait { trial.folder.names.contains { $0.hasSuffix("-shm") } })
    child.send(SIGINT)
    let outcome = child.wait()
    #expect(outcome.ending == .exited(130), "\(outcome.error)")
    #expect(outcome.error == "error: interrupted; nothing was changed\n")
    expectResults(second, in: trial)
  }

  @Test func onlyFinishedRunsCanBeUndone() throws {
    let trial = try FinishedTrial()
    try #require(try trial.run([0xFF, 0xFE]).ending == .exited(3))
    expectFailure(try undo(2, in: trial), code: 2, saying: "run 2 is failed", "nothing to undo")
    expectFailure(try undo(9, in: trial), code: 2, saying: "there is no run 9", "the newest is 2")
    expectFailure(
      try Curate.run("undo", "1", "--output", "gone", in: trial.folder.path), code: 4,
      saying: "there is no history at gone/history.sqlite")
    trial.expectIntact()
  }
}
