import Testing

/// `check`, `test` and `schema`, which work on recipes without running them.
@Suite struct RecipeCommandTests {
  static let shipped = ["default", "strict", "audit"].map(Curate.recipe)

  @Test func shippedRecipesAreValidAndPassTheirTests() throws {
    let check = try Curate.run(["check"] + Self.shipped)
    #expect(check.ending == .exited(0), "\(check.error)")
    #expect(check.output.split(separator: "\n").allSatisfy { $0.hasSuffix("tests: valid") }, "\(check.output)")
    let test = try Curate.run(["test"] + Self.shipped)
    #expect(test.ending == .exited(0), "\(test.output)\(test.error)")
    #expect(test.output.split(separator: "\n").count { $0.hasSuffix("tests, all passed") } == 3, "\(test.output)")
    #expect(test.output.split(separator: "\n").count { $0.hasPrefix("ok    ") } >= 15)
  }

  @Test func checkReportsAllRecipesAndRunsNone() throws {
    let folder = try TemporaryFolder()
    try folder.writeTrial(SampleList.untidy)
    try folder.writeRecipe("a.yaml", stages: ["prase", "{uses: dedupe, scope: document}"])
    try folder.writeRecipe("b.yaml", inputs: ["none.md"], stages: ["parse"])
    let names = folder.names
    let outcome = try Curate.run("check", "a.yaml", "recipe.yaml", "b.yaml", in: folder.path)
    #expect(outcome.ending == .exited(2))
    #expect(outcome.output == "recipe.yaml: 9 stages, 1 input: valid\n")
    #expect(
      outcome.error == """
        a.yaml:6:5: error: unknown stage 'prase'
            6 |   - prase
              |     ^~~~~ did you mean 'parse'?
        a.yaml:7:20: error: 'scope' is an option of stage 'dedupe'
            7 |   - {uses: dedupe, scope: document}
              |                    ^~~~~ move it under `with:`
        b.yaml:3:10: error: cannot read none.md: no such file or folder
            3 | inputs: [none.md]
              |          ^~~~~~~

        """)
    #expect(folder.names == names)
  }

  @Test func aListIsNotARecipe() throws {
    let folder = try TemporaryFolder()
    try folder.writeTrial(SampleList.untidy)
    for command in ["check", "test"] {
      let outcome = try Curate.run(command, "list.md", in: folder.path)
      expectFailure(outcome, code: 2, saying: "'list.md' is a list, not a recipe", "curate list.md --check")
    }
    expectFailure(
      try Curate.run("check", "recpie.yaml", in: folder.path), code: 2, saying: "did you mean recipe.yaml?")
  }

  @Test func aFailedTestShowsTheDifferencesAndTheEventsOfItsStages() throws {
    let folder = try TemporaryFolder()
    // Tests do not read the inputs of their recipe.
    let recipe = try folder.writeRecipe(inputs: ["nowhere.md"], stages: ["parse", "{id: same-page, uses: dedupe}"])
    let text = try #require(folder.text("recipe.yaml"))
    let tests = """
      tests:
        - name: an http duplicate merges
          stage: same-page
          given: "- http://tea.example/\\n- [Tea](https://tea.example)\\n- <https://jam.example>\\n"
          expect: "- http://tea.example/\\n- <https://jam.example>\\n"
          findings: [same-page]
        - name: nothing to merge
          stage: parse..same-page
          given: {url: https://tea.example}
          expect: {url: https://tea.example, role: entry}

      """
    try folder.write("recipe.yaml", text + tests)
    let outcome = try Curate.run("test", "recipe.yaml", in: folder.path)
    #expect(outcome.ending == .exited(1) && outcome.error.isEmpty, "\(outcome.error)")
    #expect(
      outcome.output == """
        recipe.yaml:9:11: error: test 'an http duplicate merges' failed
          the document: - expected, + found
            -- http://tea.example/
            +- [Tea](https://tea.example)
             - <https://jam.example>
          the findings: - expected, + found
            -same-page
          what 'same-page' did:
            line 1: its duplicate on line 2 has a title [same-page/adopt-link]
            line 2: same page as line 1 [same-page/same-page]
        ok    nothing to merge
        recipe.yaml: 2 tests, 1 of 2 failed

        """)
    let one = try Curate.run("test", "recipe.yaml", "--only", "to merge", in: folder.path)
    #expect(one.ending == .exited(0) && one.output == "ok    nothing to merge\nrecipe.yaml: 1 of 2 tests, all passed\n")
    expectFailure(
      try Curate.run("test", "recipe.yaml", "--only", "nothing to murge", in: folder.path), code: 2,
      saying: "there is no test 'nothing to murge'; did you mean 'nothing to merge'?")
    let quiet = try Curate.run("test", "--quiet", "recipe.yaml", in: folder.path)
    #expect(quiet.ending == .exited(1) && !quiet.output.contains("ok ") && quiet.output.contains("error: test"))
    try folder.write("recipe.yaml", text + tests.replacing("stage: same-page", with: "stage: same-pgae"))
    expectFailure(
      try Curate.run("test", recipe), code: 2, saying: "no stage of the recipe has the id 'same-pgae'",
      "did you mean 'same-page'?")
    try folder.write("recipe.yaml", text)
    #expect(try Curate.run("test", "recipe.yaml", in: folder.path).output == "recipe.yaml: no tests\n")
  }

  @Test func theCommittedSchemaIsCurrent() throws {
    let outcome = try Curate.run("schema", in: Curate.root)
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output == (try Repository.text("pipelines/pipeline.schema.json")), "run: make generate")
    for recipe in Self.shipped {
      #expect(try Repository.text(recipe).hasPrefix("# yaml-language-server: $schema=pipeline.schema.json\n"))
    }
  }

  @Test func theCommittedManualsAreCurrent() throws {
    let outcome = try Curate.run("stages", "--markdown", in: Curate.root)
    #expect(outcome.ending == .exited(0))
    #expect(try Repository.text("stages/README.md").contains(outcome.output), "run: make generate")
    let one = try Curate.run("stages", "dedupe", "--markdown", in: Curate.root)
    #expect(one.output.hasPrefix("### `dedupe`\n") && outcome.output.contains(one.output))
    #expect(one.output.contains("| `levels.work` | one of: merge, report, off | `report` |"))
  }

  /// Settings and stage names on the command line get the same messages as in a recipe.
  @Test(arguments: [
    (["--set", "dedupe.scpoe=document"], "unknown option 'scpoe' of stage 'dedupe'", "did you mean 'scope'?"),
    (["--set", "tidy.list-marker=no"], "must be true or false, not 'no'", "write false"),
    (["--set", "dedup.scope=document"], "no stage of the recipe has the id 'dedup'", "did you mean 'dedupe'?"),
    (["--only", "clasify"], "no stage of the recipe has the id 'clasify'", "did you mean 'classify'?"),
    (["--skip", "parse"], "'tidy' needs the documents and their links", "`--skip parse` excludes it"),
  ])
  func arguments(_ arguments: [String], _ message: String, _ hint: String) throws {
    let folder = try TemporaryFolder()
    try folder.writeTrial(SampleList.untidy)
    let outcome = try Curate.run(["recipe.yaml"] + arguments, in: folder.path)
    expectFailure(outcome, code: 2, saying: message, hint)
    #expect(folder.names == ["list.md", "recipe.yaml"])
  }

  @Test func onlyVariablesInBracesAreExpanded() throws {
    let folder = try TemporaryFolder()
    try folder.write("list.md", SampleList.untidy)
    let recipe = try folder.writeRecipe(output: "${{ env.CURATE_TRIAL }}/$HOME", stages: ["parse", "emit-markdown"])
    expectFailure(
      try Curate.run(recipe), code: 2, saying: "the environment variable 'CURATE_TRIAL' is not set", "recipe.yaml:4:9")
    var command = Curate.command([recipe, "--no-history"], in: folder.path)
    command.environment["CURATE_TRIAL"] = "there"
    #expect(try command.run().ending == .exited(0))
    #expect(folder.exists("there/$HOME/list.md"))
  }
}
