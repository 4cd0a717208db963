import Testing

/// `new recipe` and `new stage`: they write valid files and never overwrite any.
@Suite struct NewCommandTests {
  private func expectValid(_ recipe: String, in folder: TemporaryFolder) throws {
    let check = try Curate.run("check", recipe, in: folder.path)
    #expect(check.ending == .exited(0) && check.output.contains("9 stages, 1 input, 1 test: valid"), "\(check.error)")
    let test = try Curate.run("test", recipe, in: folder.path)
    #expect(test.ending == .exited(0), "\(test.output)\(test.error)")
    let run = try Curate.run(recipe, in: folder.path)
    #expect(run.ending == .exited(0), "\(run.error)")
  }

  @Test func withoutAListASampleListIsWritten() throws {
    let folder = try TemporaryFolder()
    let outcome = try Curate.run("new", "recipe", "links", in: folder.path)
    #expect(outcome.ending == .exited(0) && outcome.output.hasPrefix("wrote links.yaml\nwrote links.md\n"))
    try expectValid("links.yaml", in: folder)
    #expect(folder.text("output/links.md") == folder.text("links.md"))
  }

  @Test(arguments: [
    (["README.md", "other.md"], "tea.yaml", "README.md", "output"),
    (["other.md"], "tea", "*.md", "output"),
    (["README.md"], "recipes/deep/tea.yaml", "../../README.md", "../../output"),
    (["README.md", "recipes/teas.md"], "recipes/tea.yaml", "*.md", "../output"),
  ])
  func aRecipeReadsTheExistingLists(_ lists: [String], _ name: String, _ input: String, _ output: String) throws {
    let folder = try TemporaryFolder()
    for list in lists { try folder.write(list, SampleList.tidied) }
    #expect(try Curate.run("new", "recipe", name, in: folder.path).ending == .exited(0))
    let recipe = name.hasSuffix(".yaml") ? name : name + ".yaml"
    let text = try #require(folder.text(recipe))
    #expect(text.contains("\ninputs: [\"\(input)\"]\n") && text.contains("\noutput: \(output)\n"), "\(text)")
    try expectValid(recipe, in: folder)
    #expect(folder.exists("output/history.sqlite"))
  }

  @Test func aRecipeNextToASchemaNamesIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("pipeline.schema.json", try Curate.run("schema").output)
    #expect(try Curate.run("new", "recipe", "tea", in: folder.path).ending == .exited(0))
    #expect(folder.text("tea.yaml")?.hasPrefix("# yaml-language-server: $schema=pipeline.schema.json\n") == true)
    try expectValid("tea.yaml", in: folder)
  }

  @Test func printedCommandsCanBeCopied() throws {
    let folder = try TemporaryFolder()
    let outcome = try Curate.run("new", "recipe", "my mother's list", in: folder.path)
    let name = #"'my mother'\''s list.yaml'"#
    #expect(outcome.output.contains("\n  curate check \(name)\n  curate \(name) --diff\n  curate test \(name)\n"))
    #expect(folder.text("my mother's list.yaml")?.contains("#   curate check \(name)  ") == true)
    try expectValid("my mother's list.yaml", in: folder)
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("tea.yaml", "mine")
    try folder.write("jam.md/x", "mine")
    try folder.write("stages/flag/flag.py", "mine")
    let before = folder.files()
    expectFailure(
      try Curate.run("new", "recipe", "tea", in: folder.path), code: 2, saying: "'tea.yaml' already exists")
    // All files or none: the manifest is removed if the program cannot be written.
    expectFailure(
      try Curate.run("new", "stage", "flag", in: folder.path), code: 2, saying: "stages/flag/flag.py' already exists")
    #expect(folder.files() == before)
  }

  @Test(arguments: ["Flag", "", "-flag", "a/b", "a b", "dedupe", "été"])
  func invalidStageNames(_ name: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Curate.run(["new", "stage", "--", name], in: folder.path)
    expectFailure(outcome, code: 2, saying: "'\(name)'")
    #expect(folder.names.isEmpty)
  }

  @Test func newNeedsASubcommand() throws {
    expectFailure(try Curate.run("new"), code: 2, saying: "curate new recipe NAME", "curate new stage NAME")
  }

  /// The program follows the protocol: one verdict for each item, and findings.
  @Test func theProgramOfAStageAnswers() throws {
    let folder = try TemporaryFolder()
    let made = try Curate.run("new", "stage", "flag-plain", in: folder.path)
    #expect(made.ending == .exited(0) && made.output.contains("\n  curate trust flag-plain "), "\(made.output)")
    let exchange = """
      {"t":"hello","protocols":[1],"stage":"flag-plain","options":{"hosts":["jam.example"]},"dry_run":false}
      {"t":"item","n":0,"item":{"id":"1","url":"http://tea.example/","host":"tea.example","title":"Thé"}}
      {"t":"item","n":1,"item":{"id":"2","url":"http://jam.example/","host":"jam.example","title":""}}
      {"t":"item","n":2,"item":{"id":"3","url":"https://tea.example/","host":"tea.example","title":""}}
      {"t":"end"}

      """
    try folder.write("exchange", exchange)
    let outcome = try Command("sh", ["-c", "stages/flag-plain/flag-plain.py < exchange"], in: folder.path).run()
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(
      outcome.output == """
        {"t": "ready", "protocol": 1}
        {"t": "find", "n": 0, "severity": "warning", "rule": "plain-http", "message": "uses plain http"}
        {"t": "keep", "n": 0}
        {"t": "keep", "n": 1}
        {"t": "keep", "n": 2}
        {"t": "done"}

        """)
  }
}
