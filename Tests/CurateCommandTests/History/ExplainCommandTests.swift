import Testing

/// `explain` for a URL: the steps to its output form, page key, work id and labels.
@Suite struct ExplainCommandTests {
  @Test func stepsAreInOrder() throws {
    // In a folder without a history.
    let folder = try TemporaryFolder()
    let outcome = try Curate.run("explain", "HTTP://arxiv.org:80/pdf/1905.13405v2.pdf?fbclid=1", in: folder.path)
    #expect(outcome.ending == .exited(0) && outcome.error.isEmpty)
    let words = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let rules = words.compactMap(\.first)
    #expect(
      rules == [
        "HTTP://arxiv.org:80/pdf/1905.13405v2.pdf?fbclid=1", "written:", "lower-case-scheme", "drop-default-port",
        "strip-click-id", "page", "drop-scheme-and-user", "work:", "work:arxiv", "labels:", "work:arxiv",
        "host:arxiv.org", "!",
      ])
    #expect(outcome.output.contains("written: http://arxiv.org/pdf/1905.13405v2.pdf\n"))
    #expect(outcome.output.contains("work: arxiv:1905.13405\n"))
  }

  @Test func rulesOfTheRecipeOverrideTheTable() throws {
    let folder = try TemporaryFolder()
    try folder.write("list.md", "- [A](https://github.com/a/b)\n")
    try folder.write(
      "recipe.yaml",
      """
      curate: 1
      inputs: [list.md]
      output: out
      stages:
        - parse
        - uses: classify
          with: {rules: [{host: github.com, host-class: company, category: dataset}]}
        - emit-csv

      """)
    let url = "https://github.com/a/b"
    let outcome = try Curate.run("explain", url, "--recipe", "recipe.yaml", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(outcome.output.contains("labels: company, dataset\n"))
    #expect(outcome.output.contains("[override]  company (won), dataset (won)"))
    #expect(outcome.output.contains("host:github.com [host]  github (lost)"))
    #expect(try Curate.run("explain", url).output.contains("labels: github, code\n"))
  }

  @Test func passwordsAreNotShown() throws {
    let outcome = try Curate.run("explain", "https://me:secret@tea.example/")
    #expect(!outcome.output.contains("secret") && outcome.output.contains("[credentials]"))
  }

  @Test func invalidRecipesAreReported() throws {
    expectFailure(try Curate.run("explain", "https://a.example", "--recipe", "gone.yaml"), code: 2, saying: "gone.yaml")
  }
}
