import Foundation
import Testing

/// The three modes that write nothing: `--check`, `--diff` and `--dry-run`.
@Suite struct CheckAndDiffTests {
  @Test func checkReportsWhetherAnythingWouldChange() throws {
    let folder = try TemporaryFolder()
    try folder.writeTrial(SampleList.untidy)
    let before = folder.names
    let outcome = try Curate.run("recipe.yaml", "--check", in: folder.path)
    #expect(outcome.ending == .exited(1))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("list.md:4:39: change: ") && $0.hasSuffix("[tidy/trailing-space]") })
    #expect(lines.contains { $0.hasPrefix("list.md:5:1: change: ") && $0.hasSuffix("[tidy/list-marker]") })
    #expect(lines.contains { $0.hasPrefix("list.md:6:") && $0.hasSuffix("[dedupe/same-url]") })
    #expect(lines.count == 3, "\(outcome.output)")

    try folder.write("list.md", SampleList.tidied)
    let clean = try Curate.run("recipe.yaml", "--check", in: folder.path)
    #expect(clean.ending == .exited(0), "\(clean.output)")
    #expect(clean.output.isEmpty)
    #expect(folder.names == before, "no file or folder is written")
  }

  @Test(.enabled(if: Tool.exists("patch"), "patch is not installed"))
  func diffOfTheShippedListApplies() throws {
    let folder = try TemporaryFolder()
    let diff = try Curate.run(Curate.recipe("default"), "--diff", "--output", folder.path("out"))
    #expect(diff.ending == .exited(0), "\(diff.error)")
    #expect(!folder.exists("out"))
    expectSame(
      try Self.patched(try Curate.listBytes(), with: diff.outputBytes), try ShippedRun.default.get().markdown())
  }

  /// Lists with unusual line ends, which diffs often get wrong.
  @Test(
    .enabled(if: Tool.exists("patch"), "patch is not installed"),
    arguments: [
      SampleList.untidy, SampleList.untidy.replacing("\n", with: "\r\n"), String(SampleList.untidy.dropLast()),
      "- [A](https://a.example) ", "- [A](https://a.example) \n- [A](https://a.example)\n- [B](https://b.example)",
      SampleList.tidied,
    ])
  func diffApplies(list: String) throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(list)
    let diff = try Curate.run(recipe, "--diff", in: folder.path)
    #expect(diff.ending == .exited(0), "\(diff.error)")
    #expect(folder.names == ["list.md", "recipe.yaml"])
    #expect(try Curate.run(recipe, in: folder.path).ending == .exited(0))
    let cleaned = try #require(folder.bytes("out/list.md"))
    #expect(diff.outputBytes.isEmpty == (cleaned == Array(list.utf8)), "without changes the diff is empty")
    expectSame(try Self.patched(Array(list.utf8), with: diff.outputBytes), cleaned)
  }

  private static func patched(_ list: [UInt8], with diff: [UInt8]) throws -> [UInt8]? {
    let folder = try TemporaryFolder()
    try folder.write("list.md", list)
    try folder.write("change.diff", diff)
    let arguments = ["--binary", "--silent", "--fuzz=0", "list.md", "change.diff"]
    let outcome = try Command("patch", arguments, in: folder.path).run()
    #expect(outcome.ending == .exited(0), "\(outcome.output)\(outcome.error)")
    return folder.bytes("list.md")
  }

  @Test func diffPrintsTheSummaryToStandardError() throws {
    let folder = try TemporaryFolder()
    let outcome = try Curate.run(try folder.writeTrial(SampleList.untidy), "--diff", in: folder.path)
    #expect(outcome.output.hasPrefix("--- "))
    #expect(outcome.output.contains("\n@@ "))
    #expect(!outcome.output.contains("[1/"))
    #expect(outcome.error.contains("[1/9] parse") && outcome.error.contains("nothing was written"))
  }

  @Test func dryRunWritesNothing() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(SampleList.untidy)
    let outcome = try Curate.run(recipe, "--dry-run", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(outcome.output.contains("3 of 6 lines would change, 1 entry merged, 0 links lost"))
    #expect(outcome.output.contains("nothing was written"))
    #expect(folder.names == ["list.md", "recipe.yaml"])
  }

  @Test(arguments: ["--check", "--diff", "--dry-run"]) func earlierResultsAndHistoryStayUnchanged(option: String) throws
  {
    let trial = try FinishedTrial()
    let before = trial.folder.files(in: trial.folder.path("out"))
    _ = try trial.run(Array("- [new](https://new.example) \n".utf8), option)
    let after = trial.folder.files(in: trial.folder.path("out"))
    #expect(after.keys.sorted() == before.keys.sorted())
    for (name, bytes) in before { expectSame(after[name], bytes) }
  }

  @Test func failOnCountsFindings() throws {
    let folder = try TemporaryFolder()
    let list = "- [A](https://a.example)\n- [Another name](https://a.example)\n"
    let recipe = try folder.writeTrial(list)
    #expect(try Curate.run(recipe, "--dry-run", in: folder.path).ending == .exited(0))
    #expect(try Curate.run(recipe, "--dry-run", "--fail-on", "warning", in: folder.path).ending == .exited(1))
    #expect(try Curate.run(recipe, "--dry-run", "--fail-on", "error", in: folder.path).ending == .exited(0))
    #expect(try Curate.run(recipe, "--check", in: folder.path).ending == .exited(0))
    #expect(try Curate.run(recipe, "--check", "--fail-on", "warning", in: folder.path).ending == .exited(1))
  }

  @Test func checkShowsNoPasswords() throws {
    let folder = try TemporaryFolder()
    try folder.write("list.md", "- [Tea](http://me:leaf@tea.example//a)\n")
    let outcome = try Curate.run("list.md", "--check", in: folder.path)
    #expect(outcome.output.contains("[inspect/credentials]") && outcome.output.contains("***@tea.example//a"))
    #expect(!outcome.output.contains("leaf") && !outcome.error.contains("leaf"))
  }
}
