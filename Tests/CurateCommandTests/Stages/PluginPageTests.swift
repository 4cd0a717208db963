import Foundation
import Testing

/// The example plugin of `stages/README.md` works in each of its three languages.
@Suite struct PluginPageTests {
  private static let page = (try? String(contentsOfFile: Curate.root + "/stages/README.md", encoding: .utf8)) ?? ""

  /// The first listing of a language.
  private func listing(_ language: String) throws -> String {
    let start = try #require(Self.page.range(of: "```\(language)\n"))
    let end = try #require(Self.page[start.upperBound...].range(of: "```\n"))
    return String(Self.page[start.upperBound..<end.lowerBound])
  }

  @Test(arguments: ["python", "sh", "swift"]) func listingIsAPlugin(_ language: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("stages/long-url/stage.yaml", try listing("yaml"))
    try folder.writeProgram("stages/long-url/long-url", try listing(language))
    let outcome = try Curate.run("stages", "long-url", "--self-test", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.hasSuffix("long-url: 10 rules, all passed; 1 test, all passed\n"), "\(outcome.output)")
  }

  /// The steps of the page, from the files to the first finding.
  @Test func itRunsAfterItIsTrusted() throws {
    let folder = try TemporaryFolder()
    try folder.write("stages/long-url/stage.yaml", try listing("yaml"))
    try folder.writeProgram("stages/long-url/long-url", try listing("sh"))
    try folder.write("list.md", "- [A](https://a.example/a/rather/long/path)\n")
    try folder.write(
      "recipe.yaml", "curate: 1\ninputs: [list.md]\nstages: [parse, {uses: long-url, with: {length: 30}}]\n")
    let untrusted = try Curate.run("recipe.yaml", "--dry-run", in: folder.path)
    expectFailure(untrusted, code: 2, saying: "curate trust long-url")
    #expect(try Curate.run("trust", "long-url", in: folder.path).ending == .exited(0))
    let run = try Curate.run("recipe.yaml", "--dry-run", in: folder.path)
    #expect(run.ending == .exited(0) && run.output.contains("long-url  1 finding"), "\(run.output)\(run.error)")
  }
}
