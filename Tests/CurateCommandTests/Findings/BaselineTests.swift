import Testing

/// `--write-baseline` and `--baseline`: an old list adopts `--check`, which then reports only new changes and findings.
@Suite struct BaselineTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("lists/old.md", Self.old)
  }

  /// A trailing space, two misspelt schemes (one of them twice, word for word), a level jump.
  static let old = """
    # Teas

    - [Oolong](https://tea.example/oolong)\u{20}
    - [Sencha](htpp://tea.example/sencha)
    - [Sencha](htpp://tea.example/sencha) again
    - [Matcha](https:/tea.example/matcha)

    ### Pots

    None.

    """

  private func check(_ arguments: String..., list: String = "lists/old.md") throws -> Outcome {
    try Curate.run([list, "--check", "--fail-on", "warning"] + arguments, in: folder.path)
  }

  @discardableResult
  private func writeBaseline() throws -> Outcome {
    let outcome = try Curate.run("lists/old.md", "--write-baseline", "ci/known.txt", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    return outcome
  }

  private func prepare() throws {
    try folder.makeFolder("ci")
    try writeBaseline()
  }

  @Test func noticesInTheBaselineAreNotReported() throws {
    #expect(try check().ending == .exited(1))
    try folder.makeFolder("ci")
    let written = try writeBaseline()
    #expect(
      written.error.hasSuffix("changes and findings written → ci/known.txt\n"))
    #expect(folder.names == ["ci", "ci/known.txt", "lists", "lists/old.md"], "nothing else is written")
    #expect(folder.text("lists/old.md") == Self.old)
    let outcome = try check("--baseline", "ci/known.txt")
    #expect(outcome.ending == .exited(0) && outcome.output.isEmpty, "\(outcome.output)")
  }

  /// The file has readable diffs: it is sorted, has no positions, and its paths are relative to its own folder.
  @Test func theFileIsSortedText() throws {
    try prepare()
    let text = try #require(folder.text("ci/known.txt"))
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first == "curate baseline 1" && text.hasSuffix("\n"))
    #expect(Array(lines.dropFirst()) == lines.dropFirst().sorted())
    let fields = lines.dropFirst().map { $0.split(separator: "\t").map(String.init) }
    #expect(fields.allSatisfy { $0.count == 5 && $0[0] == "../lists/old.md" && $0[2].count == 16 })
    #expect(fields.first { $0[1] == "inspect/level-jump" }?[3] == "1")
    #expect(fields.contains { $0[1] == "inspect/scheme-typo" && $0[3] == "2" }, "two places with the same text")
    try writeBaseline()
    #expect(folder.text("ci/known.txt") == text)
  }

  @Test func movedLinesStayInTheBaseline() throws {
    try prepare()
    let blocks = Self.old.replacing("# Teas\n", with: "# Teas\n\nA new first paragraph.\n\nAnd a second.\n")
    try folder.write("lists/old.md", blocks)
    #expect(try check("--baseline", "ci/known.txt").ending == .exited(0))
  }

  @Test func newNoticesAreReported() throws {
    try prepare()
    try folder.write(
      "lists/old.md",
      Self.old.replacing(
        "- [Matcha]", with: "- [Sencha](htpp://tea.example/sencha) thrice\n- [Chai](htpp://c.example)\n- [Matcha]"))
    let outcome = try check("--baseline", "ci/known.txt", "--only-rule", "scheme-typo")
    #expect(outcome.ending == .exited(1))
    let places = outcome.output.split(separator: "\n").map { $0.split(separator: ":").prefix(2).joined(separator: ":") }
    #expect(
      places == ["lists/old.md:6", "lists/old.md:7"],
      "a third place with the same text, and a new one: \(outcome.output)")
  }

  @Test func resolvedPlacesAreCounted() throws {
    try prepare()
    try folder.write(
      "lists/old.md", Self.old.replacing("https:/tea", with: "https://tea").replacing("### Pots", with: "## Pots"))
    let outcome = try check("--baseline", "ci/known.txt")
    #expect(outcome.ending == .exited(0), "\(outcome.output)")
    #expect(
      outcome.error.contains("places in ci/known.txt are resolved; --write-baseline ci/known.txt removes them"))
  }

  /// Another working folder and another path of the list give the same place in the baseline.
  @Test func pathsAreRelativeToTheBaseline() throws {
    try prepare()
    let outcome = try Curate.run(
      [folder.path("lists/old.md"), "--check", "--baseline", "../ci/known.txt"], in: folder.path("lists"))
    #expect(outcome.ending == .exited(0), "\(outcome.output)")
    try folder.write("lists/new.md", Self.old)
    #expect(try check("--baseline", "ci/known.txt", list: "lists/new.md").ending == .exited(1), "another file")
  }

  @Test func windowsLineEndingsAndBlankLines() throws {
    try prepare()
    try folder.write("ci/known.txt", (folder.text("ci/known.txt") ?? "").replacing("\n", with: "\r\n") + "\r\n")
    #expect(try check("--baseline", "ci/known.txt").ending == .exited(0))
  }

  @Test func invalidBaselines() throws {
    expectFailure(
      try check("--baseline", "none.txt"), code: 4, saying: "none.txt: cannot be read", "--write-baseline none.txt")
    expectFailure(try check("--baseline", "lists/old.md"), code: 2, saying: "lists/old.md: not a baseline")
    try folder.write("torn.txt", "curate baseline 1\n<<<<<<< HEAD\n")
    expectFailure(
      try check("--baseline", "torn.txt"), code: 2,
      saying: "torn.txt:2: expected path, rule, fingerprint and count, separated by tabs")
    expectFailure(
      try Curate.run("lists/old.md", "--write-baseline", "no/where.txt", in: folder.path), code: 4,
      saying: "no/where.txt: cannot be written")
    expectFailure(
      try Curate.run("lists/old.md", "--write-baseline", "b.txt", "--only-rule", "level-jump", in: folder.path),
      code: 2,
      saying: "remove --only-rule")
  }
}
