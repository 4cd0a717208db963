import Testing

/// Relative links to missing files.
@Suite struct MissingFileTests {
  private static let list = """
    # Teas

    - [Rules](docs/rules.md)
    - [Gone](docs/gone.md)
    - [Licence](LICENSE)
    - [Pots](pots.md#glazed)
    - [Outside](../outside.md)

    """

  @Test func linksToMissingFilesAreFindings() throws {
    let folder = try TemporaryFolder()
    try folder.writeTrial(Self.list)
    try folder.write("docs/rules.md", "# Rules\n")
    try folder.write("LICENSE", "Do as you like.\n")
    // The working folder does not matter.
    for (recipe, place) in [("recipe.yaml", folder.path), ("../recipe.yaml", folder.path("docs"))] {
      let outcome = try Curate.run(recipe, "--check", in: place)
      let lines = outcome.output.split(separator: "\n").filter { $0.hasSuffix("[toc/missing-file]") }
      #expect(lines.count == 2, "\(outcome.output)")
      #expect(lines.first?.contains("list.md:4:3: warning: the file 'docs/gone.md' does not exist") == true)
      #expect(lines.last?.contains("list.md:6:3: warning: the file 'pots.md' does not exist") == true)
    }
  }

  /// For a link to another input, the fragment is resolved in that document.
  @Test func otherInputsAreResolved() throws {
    let folder = try TemporaryFolder()
    try folder.write("list.md", "# Teas\n\n[a](sub/pots.md) [b](sub/pots.md#glased) [c](sub/cups.md)\n")
    try folder.write("sub/pots.md", "# Glazed\n\n[back](../list.md#teas) [licence](../LICENSE)\n")
    try folder.writeRecipe(inputs: ["'**/*.md'"], stages: ["parse", "toc", "emit-markdown"])
    let outcome = try Curate.run("recipe.yaml", "--check", in: folder.path)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3, "\(outcome.output)")
    #expect(
      lines.first?.contains("no heading or anchor of sub/pots.md matches '#glased'; did you mean '#glazed'?") == true)
    #expect(lines.dropFirst().first?.contains("the file 'sub/cups.md' does not exist") == true)
    #expect(lines.last?.contains("sub/pots.md:3:25: warning: the file 'LICENSE' does not exist") == true)
  }
}
