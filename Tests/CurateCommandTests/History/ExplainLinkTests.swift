import Testing

/// `explain` with a history: why a link is missing.
@Suite struct ExplainLinkTests {
  private static let list = """
    # Teas

    - [Oolong](https://tea.example/oolong)
    - [Sencha](HTTPS://tea.example/sencha?fbclid=1)
    - [Oolong](https://www.tea.example/oolong/)

    ## Papers

    - [Steeping](https://arxiv.org/abs/1905.13405)

    """

  private func explain(_ target: String, in folder: TemporaryFolder, _ options: String...) throws -> [String] {
    let outcome = try Curate.run(["explain", target, "--output", "out"] + options, in: folder.path)
    #expect(outcome.ending == .exited(0) && outcome.error.isEmpty, "\(outcome.error)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test func theFirstLinesNameTheSurvivorOfAMergedLink() throws {
    let trial = try FinishedTrial(Self.list)
    let lines = try explain("https://www.tea.example/oolong/", in: trial.folder)
    #expect(
      Array(lines[...3]) == [
        "https://www.tea.example/oolong/",
        "link 3 is not in the output: merged into link 1, list.md:3 'Oolong'",
        "  by dedupe/same-page in run 1, because: same page as line 3",
        "link 1 is in the list: list.md:3, section Teas",
      ])
    #expect(lines.contains("  origin: list.md:5:3, section Teas, entry inline, run 1"))
    #expect(lines.contains("    run 1: merge, dedupe/same-page, line 5: same page as line 3"))
    #expect(lines.contains("    run 1: absorbed link 3, dedupe/same-page, line 5: same page as line 3"))
    let group = try #require(lines.firstIndex(of: "  duplicates, same page in run 1: tea.example/oolong"))
    #expect(lines[group + 1] == "    survivor link 1, list.md:3 'Oolong': the first")
    #expect(lines[group + 2] == "    merged link 3 (this one), list.md:5 'Oolong': same page as line 3")
    // The steps to the page key.
    let key = try #require(lines.firstIndex(of: "  page key: tea.example/oolong"))
    #expect(lines[key + 1].hasPrefix("    drop-scheme-and-user") && lines[key + 1].hasSuffix("www.tea.example/oolong/"))
    #expect(lines[(key + 2)...].prefix { $0.hasPrefix("    ") }.last?.hasSuffix("  tea.example/oolong") == true)
  }

  /// A URL, a line and an id give the same timeline.
  @Test func linksAreFoundByLineAndById() throws {
    let trial = try FinishedTrial(Self.list)
    let byLine = try explain("list.md:5", in: trial.folder)
    #expect(byLine[1].hasPrefix("link 3 is not in the output: merged into link 1"))
    #expect(try explain("3", in: trial.folder) == byLine)
    #expect(try explain("\(trial.folder.path)/list.md:5", in: trial.folder) == byLine)
    let changed = try explain("list.md:4", in: trial.folder)
    #expect(changed[0] == "HTTPS://tea.example/sencha?fbclid=1")
    #expect(
      changed[1] == "link 2 is in the list: list.md:4, section Teas; normalize-urls changed its url [strip-click-id]")
    #expect(changed.contains("      url: HTTPS://tea.example/sencha?fbclid=1 → https://tea.example/sencha"))
    // A line of the output is matched by its link. The merged entry is missing there, so the lines below moved up.
    let output = try explain("out/list.md:8", in: trial.folder)
    #expect(output[0] == "https://arxiv.org/abs/1905.13405" && output[1].hasPrefix("link 4 is in the list: list.md:9"))
  }

  @Test func linksThatEarlierRunsRemovedAreFound() throws {
    let trial = try FinishedTrial(Self.list)
    // The output becomes the new input, and a link is deleted by hand.
    let cleaned = try #require(trial.folder.text("out/list.md"))
    let edited = cleaned.replacing("- [Sencha](https://tea.example/sencha)\n", with: "")
    try #require(edited != cleaned && (try trial.run(Array(edited.utf8)).ending) == .exited(0))
    #expect(
      try explain("https://www.tea.example/oolong/", in: trial.folder)[1...3] == [
        "link 3 is no longer in the list: merged into link 1, list.md:3 'Oolong'",
        "  by dedupe/same-page in run 1, because: same page as line 3",
        "  run 2 did not find it in list.md",
      ])
    #expect(
      try explain("https://tea.example/sencha", in: trial.folder)[1...2] == [
        "link 2 is no longer in the list: run 2 did not find it in list.md; no stage removed it, so the file was edited",
        "  last read by run 1 at list.md:4, section Teas",
      ])
    #expect(try explain("https://tea.example/never", in: trial.folder)[1] == "no run has read a link to this page")
  }

  @Test func statesOverTimeAreShown() throws {
    let trial = try FinishedTrial(Self.list)
    let renamed = Self.list.replacing("[Steeping]", with: "[On Steeping]").replacing("Papers", with: "Reading")
    try #require(try trial.run(Array(renamed.utf8)).ending == .exited(0))
    let lines = try explain("https://arxiv.org/abs/1905.13405", in: trial.folder)
    let start = try #require(lines.firstIndex(of: "  over time:"))
    let rows = lines[(start + 1)...(start + 2)].map { $0.split(separator: " ").joined(separator: " ") }
    #expect(rows[0] == "run 1 Steeping https://arxiv.org/abs/1905.13405 Teas > Papers kept")
    #expect(rows[1] == "run 2 On Steeping https://arxiv.org/abs/1905.13405 Teas > Reading kept")
    #expect(lines.contains("  origin: list.md:9:3, section Teas > Reading, entry inline, runs 1–2"))
  }

  /// Labels use the recipe of the run, not the current recipe.
  @Test func labelsFollowTheRecipeOfTheRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("list.md", "# Code\n\n- [A](https://github.com/a/b)\n")
    let rule = "{uses: classify, with: {rules: [{host: github.com, host-class: company, category: dataset}]}}"
    let recipe = try folder.writeRecipe(stages: ["parse", rule, "emit-csv"])
    try #require(try Curate.run(recipe, in: folder.path).ending == .exited(0))
    try folder.writeRecipe(stages: ["parse", "classify", "emit-csv"])
    let lines = try explain("https://github.com/a/b", in: folder)
    #expect(lines.contains("  labels: company, dataset"))
    #expect(lines.contains { $0.contains("host:github.com [host]  github (lost)") })
  }

  @Test func linesAreExplainedWithoutAHistory() throws {
    let folder = try TemporaryFolder()
    try folder.write("list.md", Self.list)
    let outcome = try Curate.run("explain", "list.md:9", in: folder.path)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(
      Array(lines[...2]) == [
        "https://arxiv.org/abs/1905.13405", "origin: list.md:9:3, section Teas > Papers, entry inline",
        "  written: unchanged",
      ])
    #expect(lines.contains("  work: arxiv:1905.13405"))
    expectFailure(
      try Curate.run("explain", "list.md:1", in: folder.path), code: 2, saying: "no link begins on line 1 of list.md",
      "the nearest is on line 3")
    expectFailure(try Curate.run("explain", "gone.md:3", in: folder.path), code: 2, saying: "there is no file gone.md")
    expectFailure(try Curate.run("explain", "12", in: folder.path), code: 2, saying: "without a history", "--output")
    #expect(folder.names == ["list.md"])
  }

  @Test func anUnknownIDIsAnError() throws {
    let trial = try FinishedTrial(Self.list)
    expectFailure(
      try Curate.run("explain", "99", "--output", "out", in: trial.folder.path), code: 2, saying: "there is no link 99")
  }
}
