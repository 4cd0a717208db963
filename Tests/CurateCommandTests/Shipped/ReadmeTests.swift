import Foundation
import Testing

/// The outputs in the README are those of the command.
@Suite struct ReadmeTests {
  private static let text = (try? String(contentsOfFile: "\(Curate.root)/README.md", encoding: .utf8)) ?? ""

  /// The fenced block that begins with `start`.
  private func block(from start: String) throws -> [String] {
    let range = try #require(Self.text.range(of: "```\n\(start)"), "README.md has a block that begins with '\(start)'")
    let rest = Self.text[range.lowerBound...].dropFirst(4)
    let end = try #require(rest.range(of: "\n```"))
    return rest[..<end.lowerBound].split(separator: "\n").map(String.init)
  }

  /// Except the last two lines, which contain the output folder.
  @Test func summaryIsThatOfTheShippedRecipe() throws {
    let folder = try TemporaryFolder()
    let outcome = try Curate.run(Curate.recipe("default"), "--output", folder.path("out"), in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    let shown = try block(from: "default: ")
    let said = outcome.output.split(separator: "\n").map(String.init)
    #expect(Array(said.dropLast(2)) == Array(shown.dropLast(2)), "copy the lines of `make run` into README.md")
  }

  @Test func explanationOfALinkIsThatOfTheShippedRecipe() throws {
    let folder = try TemporaryFolder()
    try #require(try Curate.run(Curate.recipe("default"), "--output", "output", in: folder.path).ending == .exited(0))
    let shown = try block(from: "$ curate explain ")
    let command = try #require(shown.first).split(separator: " ").dropFirst(2).map(String.init)
    let said = try Curate.run(command, in: folder.path).output.split(separator: "\n").map(String.init)
    #expect(
      Array(said.prefix(3)) == Array(shown.dropFirst()), "copy the first lines of `curate explain` into README.md")
  }

  /// The fenced YAML block that begins with `start`.
  private func yaml(from start: String) throws -> String {
    let range = try #require(Self.text.range(of: "```yaml\n\(start)"))
    let rest = Self.text[range.lowerBound...].dropFirst("```yaml\n".count)
    let end = try #require(rest.range(of: "```"))
    return String(rest[..<end.lowerBound])
  }

  @Test func theTestOfTheRecipePasses() throws {
    let folder = try TemporaryFolder()
    try folder.write("recipe.yaml", try yaml(from: "curate: 1") + yaml(from: "tests:"))
    let outcome = try Curate.run("test", "recipe.yaml", in: folder.path)
    #expect(outcome.ending == .exited(0) && outcome.output.hasSuffix("1 test, all passed\n"), "\(outcome.output)")
  }

  @Test func mistakeInARecipeGetsTheShownError() throws {
    let folder = try TemporaryFolder()
    let recipe = try yaml(from: "curate: 1").replacingOccurrences(
      of: "{scope: document}       # at most one entry for each page in the document", with: "{scpoe: document}")
    try folder.write("recipe.yaml", recipe)
    try folder.write("README.md", "# Tea\n")
    try folder.write("lists/a.md", "# Pots\n")
    let outcome = try Curate.run("recipe.yaml", in: folder.path)
    #expect(outcome.ending == .exited(2))
    #expect(outcome.error.split(separator: "\n").map(String.init) == (try block(from: "recipe.yaml:")))
  }
}
