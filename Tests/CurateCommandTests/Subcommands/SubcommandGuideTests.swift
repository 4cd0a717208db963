import Testing

/// "Add a subcommand" in CONTRIBUTING.md: its listings are code that is compiled and tested.
@Suite struct SubcommandGuideTests {
  private static let command = "Sources/curate/Subcommands/CheckCommand.swift"

  @Test func checkPrintsOneLineForAValidRecipe() throws {
    let folder = try TemporaryFolder()
    try folder.writeTrial(SampleList.untidy)
    let outcome = try Curate.run("check", "recipe.yaml", in: folder.path)
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output == "recipe.yaml: 9 stages, 1 input: valid\n")
  }

  @Test func theCommandIsAsListed() throws {
    let page = try Repository.text("CONTRIBUTING.md")
    #expect(
      page.contains("```swift\n" + (try Repository.text(Self.command)) + "```\n"),
      "copy \(Self.command) into CONTRIBUTING.md, section \"Add a subcommand\"")
  }

  /// The test above is the one in the listing, which is indented by one more space.
  @Test func theTestIsAsListed() throws {
    let lines = try Repository.text("Tests/CurateCommandTests/Subcommands/SubcommandGuideTests.swift")
      .split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("  @Test func checkPrintsOneLine") })
    let end = try #require(lines[start...].firstIndex(of: "  }"))
    let listing = lines[start...end].map { " " + $0 + "\n" }.joined()
    #expect(
      try Repository.text("CONTRIBUTING.md").contains("   ```swift\n" + listing + "   ```\n"),
      "copy the test of SubcommandGuideTests into CONTRIBUTING.md, section \"Add a subcommand\"")
  }

  @Test func theCommandIsRegistered() throws {
    #expect(try Repository.text("Sources/curate/Curate.swift").contains("CheckCommand.self"))
  }
}
