import Testing

/// Limits of stages and of whole runs: a run that exceeds one writes nothing.
@Suite struct LimitTests {
  /// Four entries, two of them with the same page; one link in prose; a misspelt scheme.
  static let list = """
    # Teas

    See [the shop](https://shop.example).

    - [Oolong](https://tea.example/oolong)
    - [Sencha](htpp://tea.example/sencha)
    - [Matcha](https://tea.example/matcha)
    - [Oolong](https://tea.example/oolong)

    """

  /// Ten entries, four of them duplicates.
  static let withDuplicates =
    "# Teas\n\n"
    + [1, 2, 3, 4, 1, 2, 3, 4, 5, 6].map { "- [Tea \($0)](https://tea.example/\($0))\n" }.joined()

  private static func run(
    _ limits: String, stage: String? = nil, over list: String = list
  ) throws -> (Outcome, TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write("list.md", list)
    let dedupe = stage.map { "{uses: dedupe, limits: \($0)}" } ?? "dedupe"
    try folder.writeRecipe(stages: ["parse", dedupe, "inspect", "emit-markdown", "emit-csv"])
    try folder.write("recipe.yaml", (folder.text("recipe.yaml") ?? "") + "limits: \(limits)\n")
    return (try Curate.run("recipe.yaml", "--no-history", in: folder.path), folder)
  }

  @Test(arguments: [
    "{}", "{removed: 1, merged: 25%, links: 4, findings: 1, edits: 1}", "{links: 80%}", "{findings: {double-slash: 0}}",
    "{findings: {scheme-typo: 1}}", "{findings: {inspect/scheme-typo: 1, dedupe/one-url-two-titles: 0}}",
    // A share of 5 links that leaves 4.
    "{links: 79.5%, changed: 0}",
  ])
  func within(limits: String) throws {
    let (outcome, folder) = try Self.run(limits)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(folder.exists("out/list.md"))
  }

  @Test(arguments: [
    ("{removed: 0}", "the run removed 1 of 4 entries, more than its limit of 0;"),
    ("{merged: 0%}", "the run merged 1 of 4 entries, more than its limit of 0 %;"),
    ("{links: 5}", "the run left 4 of 5 links, fewer than its limit of 5;"),
    ("{links: 100%}", "the run left 4 of 5 links, fewer than its limit of 100 %;"),
    ("{findings: 0}", "the run reported 1 finding, more than its limit of 0;"),
    ("{findings: {scheme-typo: 0}}", "the run reported 1 finding of the rule 'scheme-typo', more than its limit of 0;"),
    ("{findings: {'inspect/*': 0}}", "the run reported 1 finding of the rule 'inspect/*', more than its limit of 0;"),
    ("{edits: 0}", "the run made 1 edit, more than its limit of 0;"),
  ])
  func beyond(limits: String, words: String) throws {
    let (outcome, folder) = try Self.run(limits)
    expectFailure(outcome, code: 3, saying: words, "nothing was written", "--diff", "`limits:`")
    #expect(folder.names == ["list.md", "recipe.yaml"])
  }

  /// A share always allows three links, except 0 %.
  @Test(arguments: [
    ("{removed: 40%}", nil),
    ("{removed: 39%}", "the run removed 4 of 10 entries, more than its limit of 39 %;"),
    ("{merged: 10%}", "the run merged 4 of 10 entries, more than its limit of 10 %;"),
    ("{links: 60%}", nil),
    ("{links: 61%}", "the run left 6 of 10 links, fewer than its limit of 61 %;"),
  ])
  func shares(limits: String, words: String?) throws {
    let (outcome, folder) = try Self.run(limits, over: Self.withDuplicates)
    if let words {
      expectFailure(outcome, code: 3, saying: words)
      #expect(!folder.exists("out"))
    } else {
      #expect(outcome.ending == .exited(0), "\(outcome.error)")
    }
    // One duplicate less.
    let few = Self.withDuplicates.replacing("/4)\n- [Tea 5]", with: "/7)\n- [Tea 5]")
    #expect(try Self.run(limits, over: few).0.ending == .exited(0))
    for none in ["{removed: 0%}", "{links: 100%}"] {
      #expect(try Self.run(none, over: few).0.ending == .exited(3))
    }
  }

  /// The limit in the README and in `curate new recipe` allows one duplicate among nine entries.
  @Test func aDuplicateInAShortListIsAllowed() throws {
    let list = (1...8).map { "- [Tea \($0)](https://tea.example/\($0))\n" }.joined() + "- https://tea.example/3\n"
    let (outcome, folder) = try Self.run("{}", stage: "{removed: 10%}", over: list)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(folder.text("out/list.md")?.contains("- https") == false)
  }

  @Test func ofAStage() throws {
    let (outcome, folder) = try Self.run("{}", stage: "{links: 5}")
    expectFailure(outcome, code: 3, saying: "stage 'dedupe' left 4 of 5 links, fewer than its limit of 5")
    #expect(folder.names == ["list.md", "recipe.yaml"])
    #expect(try Self.run("{}", stage: "{links: 4, findings: {one-url-two-titles: 0}}").0.ending == .exited(0))
  }

  @Test func ignoredFindingsDoNotCount() throws {
    let (outcome, _) = try Self.run("{findings: {scheme-typo: 0}}\nignore: [{rule: scheme-typo}]")
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
  }
}
