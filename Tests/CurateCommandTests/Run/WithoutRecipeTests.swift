import Foundation
import Testing

/// `curate README.md`: a list without a recipe.
@Suite struct WithoutRecipeTests {
  @Test func showsTheDiffAndWritesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("README.md", SampleList.untidy)
    let outcome = try Curate.run("README.md", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(outcome.output.contains("\n-* [Matcha](https://tea.example/matcha)\n"))
    #expect(outcome.output.contains("\n+- [Matcha](https://tea.example/matcha)\n"))
    #expect(outcome.error.contains("nothing was written"))
    #expect(folder.names == ["README.md"])
    #expect(folder.text("README.md") == SampleList.untidy)
  }

  @Test func writeChangesTheFileInPlace() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("README.md", SampleList.untidy)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let outcome = try Curate.run("README.md", "--write", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(folder.text("README.md") == SampleList.tidied)
    #expect(try Self.mode(of: path) == 0o640)
    #expect(folder.names == ["README.md"], "no history, no temporary file")
  }

  @Test func writeDoesNotTouchACleanFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("README.md", SampleList.tidied)
    let before = try FileManager.default.attributesOfItem(atPath: path)
    let outcome = try Curate.run("README.md", "--write", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    let after = try FileManager.default.attributesOfItem(atPath: path)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
  }

  @Test func aSymbolicLinkStaysALink() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("lists/teas.md", SampleList.untidy)
    try FileManager.default.createSymbolicLink(atPath: folder.path("README.md"), withDestinationPath: path)
    let outcome = try Curate.run("README.md", "--write", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("README.md")) == path)
    #expect(folder.text("lists/teas.md") == SampleList.tidied)
    #expect(folder.names == ["README.md", "lists", "lists/teas.md"])
  }

  @Test func allListsAreCleanedOrNone() throws {
    let folder = try TemporaryFolder()
    try folder.write("one.md", SampleList.untidy)
    try folder.write("more/two.md", SampleList.untidy)
    try folder.write("bad.md", [0xFF])
    let failed = try Curate.run("one.md", "more/two.md", "bad.md", "--write", in: folder.path)
    #expect(failed.ending == .exited(3), "\(failed.error)")
    #expect(folder.text("one.md") == SampleList.untidy && folder.text("more/two.md") == SampleList.untidy)
    let outcome = try Curate.run("one.md", "more/two.md", "--write", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(folder.text("one.md") == SampleList.tidied && folder.text("more/two.md") == SampleList.tidied)
    #expect(leftovers(in: folder).isEmpty)
  }

  @Test func checkWorksWithoutARecipe() throws {
    let folder = try TemporaryFolder()
    try folder.write("README.md", SampleList.untidy)
    #expect(try Curate.run("README.md", "--check", in: folder.path).ending == .exited(1))
    try folder.write("README.md", SampleList.tidied)
    #expect(try Curate.run("README.md", "--check", in: folder.path).ending == .exited(0))
  }

  @Test(.enabled(if: Unprivileged.isPossible, Unprivileged.reason)) func aReadOnlyFolderKeepsTheFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("README.md", SampleList.untidy)
    let outcome = try Unprivileged.run(["README.md", "--write"], in: folder)
    expectFailure(outcome, code: 4, saying: "cannot be written: permission denied", "nothing was changed")
    #expect(folder.text("README.md") == SampleList.untidy)
    #expect(folder.names == ["README.md"])
  }

  private static func mode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
