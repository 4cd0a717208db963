import Testing

/// `ignore:` of recipes, with and without an end date.
@Suite struct IgnoreTests {
  let folder: TemporaryFolder

  /// A duplicate, a trailing space, a level jump and a misspelt scheme in one list; a level jump in another.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "lists/tea.md",
      """
      # Teas

      - [Oolong](https://tea.example/oolong)
      - [Sencha](https://tea.example/sencha)\u{20}
      - [Oolong](https://tea.example/oolong)

      ### Pots

      - [Iron](htpp://pot.example/iron)

      """)
    try folder.write("lists/old.md", "# Old\n\n- [Rice](https://rice.example)\n\n### Bowls\n\nNone.\n")
  }

  /// Runs `--check` on both lists and returns the printed lines.
  private func check(_ ignore: String, _ arguments: String..., today: String? = nil) throws -> [String] {
    try folder.write(
      "recipe.yaml",
      """
      curate: 1
      inputs: ["lists/*.md"]
      stages: [parse, tidy, normalize-urls, dedupe, inspect, {uses: emit-markdown, with: {write: in-place}}]
      ignore: \(ignore)
      """)
    var command = Curate.command(["recipe.yaml"] + arguments + ["--check"], in: folder.path)
    command.environment["SOURCE_DATE_EPOCH"] = today
    let outcome = try command.run()
    #expect([.exited(0), .exited(1)].contains(outcome.ending), "\(outcome.error)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  private func rules(_ ignore: String, today: String? = nil) throws -> [String] {
    try check(ignore, today: today).map { line in
      let rule = line.split(separator: "[").last.map { String($0.dropLast()) } ?? ""
      return (line.split(separator: ":").first.map(String.init) ?? "") + " " + rule
    }
  }

  private static let all = [
    "lists/old.md inspect/level-jump", "lists/tea.md tidy/trailing-space", "lists/tea.md dedupe/same-url",
    "lists/tea.md inspect/level-jump", "lists/tea.md inspect/scheme-typo",
  ]

  @Test func withoutEntriesEverythingIsReported() throws { #expect(try rules("[]") == Self.all) }

  @Test(arguments: [
    ("{rule: level-jump}", ["level-jump"]),
    ("{rule: inspect/level-jump, path: lists/old.md}", ["lists/old.md inspect/level-jump"]),
    ("{rule: level-jump, path: old.md}", ["lists/old.md inspect/level-jump"]),
    ("{rule: 'inspect/*'}", ["inspect/"]),
    ("{path: 'lists/*.md'}", ["lists/"]),
    ("{path: lists/tea.md}", ["lists/tea.md"]),
    ("{rule: tidy/trailing-space}", ["trailing-space"]),
    ("{rule: same-url}", ["same-url"]),
    ("{url: 'tea.example/*'}", ["same-url"]),
    ("{url: 'https://tea.example/oolong', because: the shop moves in spring}", ["same-url"]),
    ("{rule: scheme-typo, url: 'htpp://pot.example/*'}", ["scheme-typo"]),
  ])
  func anEntryHidesItsMatches(ignore: String, hidden: [String]) throws {
    #expect(try rules("[\(ignore)]") == Self.all.filter { line in !hidden.contains { line.contains($0) } })
  }

  @Test func ignoredChangesAreNotMade() throws {
    _ = try check("[{rule: dedupe/*}, {rule: trailing-space}]")
    let before = folder.files(in: folder.path("lists"))
    #expect(try Curate.run("recipe.yaml", "--no-history", in: folder.path).ending == .exited(0))
    for (name, bytes) in folder.files(in: folder.path("lists")) { expectSame(before[name], bytes) }
  }

  @Test(arguments: [
    (
      "{rule: double-slash}",
      "the `ignore:` entry for rule 'double-slash' matches nothing; delete it, or correct its spelling"
    ),
    ("{rule: level-jump, url: 'nowhere.example'}", "rule 'level-jump' about 'nowhere.example' matches nothing"),
    ("{path: lists/gone.md}", "the `ignore:` entry for everything in 'lists/gone.md' matches nothing"),
  ])
  func anEntryThatMatchesNothingIsAFinding(ignore: String, words: String) throws {
    let lines = try check("\n  - \(ignore)")
    #expect(lines.count == Self.all.count + 1)
    let last = try #require(lines.last)
    #expect(last.hasPrefix("recipe.yaml:5:5: warning: ") && last.hasSuffix("[recipe/unused-ignore]"), "\(last)")
    #expect(last.contains(words), "\(last)")
  }

  /// With other lists or skipped stages an entry may match nothing, so it is not reported.
  @Test func anEntryThatCouldNotMatchIsNotAFinding() throws {
    #expect(try check("[{rule: level-jump}]", "lists/tea.md", "--skip", "inspect").count == 2)
    #expect(try check("[{rule: double-slash}]", "lists/tea.md").count == 4)
    #expect(try check("[{rule: double-slash}]", "--skip", "inspect").count == 2)
  }

  /// 1767225600 is 2026-01-01T00:00:00Z.
  @Test(arguments: [
    ("2025-12-31", true), ("2026-01-01", false), ("2026-01-02", false), ("2099-12-31", false),
  ])
  func anEntryCountsUntilItsLastDay(until: String, isOver: Bool) throws {
    let lines = try check("\n  - {rule: level-jump, until: \(until)}", today: "1767225600")
    #expect(lines.count { $0.hasSuffix("[inspect/level-jump]") } == (isOver ? 2 : 0))
    #expect(
      lines.contains(
        "recipe.yaml:5:5: warning: the `ignore:` entry for rule 'level-jump' was valid until \(until); fix what "
          + "it hid, or set a later date [recipe/expired-ignore]") == isOver)
  }

  @Test func anExpiredEntryThatMatchesNothing() throws {
    let lines = try check("\n  - {rule: double-slash, until: 2025-12-31}", today: "1767225600")
    #expect(lines.last?.contains("; it would match nothing: delete it [recipe/expired-ignore]") == true)
  }

  @Test func withoutSourceDateTheClockDecides() throws {
    #expect(try rules("[{rule: level-jump, until: 2000-01-01}]").contains("recipe.yaml recipe/expired-ignore"))
    #expect(try rules("[{rule: level-jump, until: 9999-12-31}]").count == Self.all.count - 2)
  }

  @Test(arguments: ["soon", "-1", "1e9", "99999999999999"]) func anInvalidSourceDate(epoch: String) throws {
    let recipe = try folder.writeRecipe(inputs: ["lists/tea.md"], stages: ["parse", "emit-markdown"])
    var command = Curate.command([recipe, "--check"], in: folder.path)
    command.environment["SOURCE_DATE_EPOCH"] = epoch
    expectFailure(try command.run(), code: 2, saying: "SOURCE_DATE_EPOCH is '\(epoch)'", "seconds since 1970-01-01")
  }

  @Test func reportsAndSummaryIncludeFindingsAboutTheRecipe() throws {
    try folder.writeTrial(SampleList.tidied)
    try folder.write("recipe.yaml", (folder.text("recipe.yaml") ?? "") + "ignore: [{rule: level-jump}]\n")
    let outcome = try Curate.run("recipe.yaml", in: folder.path)
    #expect(outcome.output.contains("0 links lost; 1 warning\n"), "\(outcome.output)")
    #expect(folder.text("out/findings.csv")?.contains("recipe,unused-ignore,") == true)
    #expect(try Curate.run("recipe.yaml", "--fail-on", "warning", in: folder.path).ending == .exited(1))
  }
}
