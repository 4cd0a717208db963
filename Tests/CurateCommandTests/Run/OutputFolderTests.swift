import Foundation
import Testing

/// Output folders that cannot be written.
@Suite struct OutputFolderTests {
  @Test func outputIsAFile() throws {
    let trial = try FinishedTrial()
    try trial.folder.write("taken", "mine")
    let outcome = try trial.run(Array("- [x](https://x.example)\n".utf8), "--output", "taken")
    expectFailure(outcome, code: 4, saying: "taken", "is a file", "folder")
    #expect(trial.folder.text("taken") == "mine")
    trial.expectIntact()
  }

  @Test func outputIsEmpty() throws {
    let trial = try FinishedTrial()
    let outcome = try trial.run(Array("- [x](https://x.example)\n".utf8), "--output", "")
    expectFailure(outcome, code: 2, saying: "error: --output needs a folder")
    trial.expectIntact()
  }

  @Test func outputIsBelowAFile() throws {
    let trial = try FinishedTrial()
    try trial.folder.write("taken", "mine")
    let outcome = try trial.run(Array("- [x](https://x.example)\n".utf8), "--output", "taken/below")
    expectFailure(outcome, code: 4, saying: "taken", "error: ")
    #expect(trial.folder.text("taken") == "mine")
    trial.expectIntact()
  }

  @Test func aFolderHasTheNameOfAnOutput() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(SampleList.untidy)
    try folder.write("out/links.csv/mine.txt", "mine")
    let outcome = try Curate.run(recipe, in: folder.path)
    expectFailure(outcome, code: 4, saying: "links.csv", "it is a folder", "nothing was changed")
    #expect(folder.text("out/links.csv/mine.txt") == "mine")
    #expect(Set(folder.names).subtracting(["out/history.sqlite"]).count == 5, "\(folder.names)")
    #expect(leftovers(in: folder).isEmpty)
  }

  @Test(.enabled(if: Unprivileged.isPossible, Unprivileged.reason))
  func outputFolderIsReadOnly() throws {
    let trial = try FinishedTrial()
    try trial.folder.write("list.md", "- [x](https://x.example)\n")
    let outcome = try Unprivileged.run([trial.recipe], in: trial.folder)
    expectFailure(outcome, code: 4, saying: "out: cannot be written: permission denied", "--output")
    #expect(!outcome.error.contains("--no-history"))
    let without = try Unprivileged.run([trial.recipe, "--no-history"], in: trial.folder)
    expectFailure(without, code: 4, saying: "out", "cannot be written: permission denied", "--output")
    trial.expectIntact()
  }

  @Test(.enabled(if: Unprivileged.isPossible, Unprivileged.reason))
  func undoFailsInAReadOnlyFolder() throws {
    let trial = try FinishedTrial()
    let outcome = try Unprivileged.run(["undo", "1", "--output", "out"], in: trial.folder)
    expectFailure(outcome, code: 4, saying: "out: cannot be written: permission denied")
    trial.expectIntact()
  }

  @Test(.enabled(if: Unprivileged.isPossible, Unprivileged.reason))
  func outputFolderCannotBeCreated() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(SampleList.untidy)
    let outcome = try Unprivileged.run([recipe], in: folder)
    expectFailure(outcome, code: 4, saying: "out", "cannot be written: permission denied", "--output")
    #expect(folder.names == ["list.md", "recipe.yaml"])
  }

  @Test(.enabled(if: Unprivileged.isPossible, Unprivileged.reason))
  func aReadOnlyFolderCanBeRead() throws {
    let trial = try FinishedTrial()
    let queries = [
      ["history"], ["show"], ["diff"], ["explain", "https://tea.example/matcha"], ["undo", "1", "--dry-run"],
    ]
    for arguments in [[trial.recipe, "--check"], [trial.recipe, "--diff"]] + queries.map({ $0 + ["--output", "out"] }) {
      let outcome = try Unprivileged.run(arguments, in: trial.folder)
      #expect(outcome.ending == .exited(arguments.last == "--check" ? 1 : 0), "\(outcome.error)")
    }
    trial.expectIntact()
  }
}
