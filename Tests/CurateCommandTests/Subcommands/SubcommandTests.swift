import Testing

/// `stages`, help, and errors about invalid arguments.
@Suite struct SubcommandTests {
  static let stages = [
    "parse", "tidy", "normalize-urls", "dedupe", "classify", "toc", "inspect", "emit-markdown", "emit-csv", "emit-json",
  ]

  @Test func stagesListsAll() throws {
    let outcome = try Curate.run("stages")
    #expect(outcome.ending == .exited(0) && outcome.error.isEmpty)
    let names = outcome.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    #expect(Array(names.prefix(10)) == Self.stages)
  }

  @Test(arguments: stages) func everyStageHasAManual(name: String) throws {
    let outcome = try Curate.run("stages", name)
    #expect(outcome.ending == .exited(0) && outcome.error.isEmpty, "\(outcome.error)")
    #expect(outcome.output.hasPrefix("\(name): "))
    #expect(outcome.output.contains("\nExample: "))
  }

  @Test func manualNamesOptionsWithDefaultsAndRules() throws {
    let manual = try Curate.run("stages", "dedupe").output
    #expect(manual.contains("\nOptions\n") && manual.contains("  scope: section\n") && manual.contains("\nRules\n"))
  }

  @Test func errorsOfARunNameItsHelp() throws {
    expectFailure(
      try Curate.run("recipe.yaml", "--dryrun"), code: 2, saying: "'--dryrun'. Did you mean '--dry-run'?",
      "See 'curate run --help'")
  }

  @Test func unknownStageIsSuggested() throws {
    expectFailure(
      try Curate.run("stages", "dedup"), code: 2, saying: "there is no stage 'dedup'", "did you mean 'dedupe'")
  }

  @Test func versionAndHelpGoToStandardOutput() throws {
    let version = try Curate.run("--version")
    #expect(version.ending == .exited(0) && version.error.isEmpty)
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    for arguments in [["--help"], ["-h"], ["help"], ["run", "--help"], ["help", "stages"]] {
      let help = try Curate.run(arguments)
      #expect(help.ending == .exited(0) && help.error.isEmpty, "\(arguments)")
      #expect(help.output.contains("USAGE: curate"), "\(arguments)")
    }
  }

  @Test func noArgumentsShowHelpAsAnError() throws {
    let outcome = try Curate.run([])
    #expect(outcome.ending == .exited(2) && outcome.output.isEmpty && outcome.error.contains("USAGE: curate"))
  }

  @Test(arguments: [("runn", "run"), ("stagess", "stages"), ("histroy", "history")])
  func aMisspelledSubcommandIsSuggested(word: String, subcommand: String) throws {
    expectFailure(
      try Curate.run(word), code: 2, saying: "'\(word)' is neither a subcommand nor a file",
      "did you mean '\(subcommand)'?")
  }

  @Test(arguments: [
    ["recipe.yaml", "--bogus"], ["recipe.yaml", "--check", "--diff"], ["recipe.yaml", "--write"],
    ["recipe.yaml", "--set", "dedupe"], ["recipe.yaml", "--set", "dedupe.scpoe=document"],
    ["recipe.yaml", "--set", "dedupe.scope=planet"], ["recipe.yaml", "--only", "dedup"],
    ["recipe.yaml", "--skip", "parse"], ["recipe.yaml", "--fail-on", "anything"], ["recipe.yaml", "--output"],
    ["list.md", "recipe.yaml"], ["history", "--limit", "0"], ["history", "--limit", "many"], ["stages", "a", "b"],
  ])
  func invalidArguments(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.writeTrial(SampleList.untidy)
    let outcome = try Curate.run(arguments, in: folder.path)
    #expect(outcome.ending == .exited(2), "\(outcome.error)")
    #expect(outcome.error.lowercased().contains("error: ") && outcome.output.isEmpty, "\(outcome.output)")
    #expect(folder.names == ["list.md", "recipe.yaml"])
  }
}
