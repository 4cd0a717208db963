import Foundation
import Testing

/// `diff`: the links that were added, removed or changed between two runs, or since a run.
@Suite struct DiffCommandTests {
  private static let before = """
    # Teas

    - [Oolong](https://tea.example/oolong)
    - [Sencha](https://tea.example/sencha)
    - [Matcha](https://tea.example/matcha)
    - [Rooibos](https://tea.example/rooibos)
    - [Code](https://tea.example/code)

    """
  /// Sencha is gone, Matcha has a new title, Rooibos moved, Code has another URL and other labels, Gyokuro is new, and a
  /// second Oolong is merged in the same run.
  private static let after = """
    # Teas

    - [Oolong](https://tea.example/oolong)
    - [Matcha, whisked](https://tea.example/matcha)
    - [Code](https://github.com/tea/code)
    - [Gyo_kuro](https://tea.example/gyokuro)
    - [Oolong](https://tea.example/oolong)

    ## Herbs

    - [Rooibos](https://tea.example/rooibos)

    """
  private static let listing = """

    1 added, 1 gone, 1 moved, 1 retitled, 1 re-resolved, 1 relabelled

    added
      Gyo_kuro  https://tea.example/gyokuro  list.md:6, Teas

    gone
      Sencha  https://tea.example/sencha  was list.md:4, Teas

    moved
      Rooibos  https://tea.example/rooibos  Teas → Teas > Herbs

    retitled
      Matcha, whisked  https://tea.example/matcha  was 'Matcha'

    re-resolved
      Code  https://tea.example/code → https://github.com/tea/code

    relabelled
      Code  https://github.com/tea/code  other unknown → github code GitHub

    """

  private func trial() throws -> FinishedTrial {
    let trial = try FinishedTrial(Self.before)
    try #require(try trial.run(Array(Self.after.utf8)).ending == .exited(0))
    return trial
  }

  private func diff(_ arguments: String..., in trial: FinishedTrial) throws -> String {
    let outcome = try Curate.run(["diff"] + arguments + ["--output", "out"], in: trial.folder.path)
    #expect(outcome.ending == .exited(0) && outcome.error.isEmpty, "\(outcome.error)")
    return outcome.output
  }

  @Test func everyKindOfChangeIsNamed() throws {
    let trial = try trial()
    let text = try diff("1", "2", in: trial)
    let first = try #require(text.split(separator: "\n").first)
    #expect(first.hasPrefix("run 1 (") && first.contains(" → run 2 ("), "the first line names both states: \(first)")
    #expect(text.dropFirst(first.count) == Self.listing)
    #expect(try diff("2", "1", in: trial).contains("1 added, 1 gone, 1 moved, 1 retitled, 1 re-resolved, 1 relabelled"))
    #expect(try diff("2", "2", in: trial).contains("no link was added, removed or changed"))
  }

  @Test func aRunIsComparedWithTheCurrentFiles() throws {
    let trial = try FinishedTrial(Self.before)
    try trial.folder.write("list.md", Self.after)
    for arguments in [[], ["1"]] {
      let outcome = try Curate.run(["diff"] + arguments + ["--output", "out"], in: trial.folder.path)
      let first = try #require(outcome.output.split(separator: "\n").first)
      #expect(first.hasPrefix("run 1 (") && first.hasSuffix(" → the current files, by \(trial.recipe)"))
      #expect(outcome.output.dropFirst(first.count) == Self.listing, "\(outcome.error)")
    }
    trial.expectIntact()
    let runs = try Curate.run("history", "--output", "out", in: trial.folder.path).output
    #expect(runs.split(separator: "\n").count == 2, "the comparison is not recorded as a run: \(runs)")
  }

  @Test func withoutDifferencesAnEarlierComparisonIsSuggested() throws {
    let trial = try trial()
    let text = try diff(in: trial)
    #expect(
      text.contains(
        "no link was added, removed or changed\nto see what the newest run changed: curate diff 1 2 --output out"))
  }

  @Test func markdownForReleaseNotes() throws {
    let trial = try trial()
    let expected = """
      ### Added

      - [Gyo\\_kuro](https://tea.example/gyokuro) (Teas)

      ### Gone

      - [Sencha](https://tea.example/sencha) (Teas)

      ### Moved

      - [Rooibos](https://tea.example/rooibos): from Teas to Teas > Herbs

      ### Retitled

      - [Matcha, whisked](https://tea.example/matcha), before: Matcha

      ### New address

      - [Code](https://github.com/tea/code), before: <https://tea.example/code>

      ### Relabelled

      - [Code](https://github.com/tea/code): other unknown → github code GitHub

      """
    #expect(try diff("1", "2", "--markdown", in: trial) == expected)
    #expect(try diff("1", "1", "--markdown", in: trial) == "No link was added, removed or changed.\n")
  }

  private struct Shown: Decodable {
    struct Side: Decodable {
      var run: Int?
      var recipe: String?
    }
    struct State: Decodable {
      var title: String
      var url: String
      var section: String
      var fate: String
    }
    struct Entry: Decodable {
      var link: Int
      var before: State?
      var after: State?
      var survivor: Int?
    }
    var from: Side
    var to: Side
    var added: [Entry]
    var gone: [Entry]
    var moved: [Entry]
    var retitled: [Entry]
    var reresolved: [Entry]
    var relabelled: [Entry]
    var rewritten: [Entry]
  }

  @Test func jsonHasBothStates() throws {
    let trial = try trial()
    let shown = try JSONDecoder().decode(Shown.self, from: Data(try diff("1", "2", "--json", in: trial).utf8))
    #expect(shown.from.run == 1 && shown.to.run == 2)
    #expect(shown.added.count == 1 && shown.added[0].before == nil && shown.added[0].after?.title == "Gyo_kuro")
    #expect(shown.gone.count == 1 && shown.gone[0].after == nil && shown.gone[0].before?.title == "Sencha")
    #expect(shown.moved[0].before?.section == "Teas" && shown.moved[0].after?.section == "Teas > Herbs")
    #expect(shown.reresolved[0].link == shown.relabelled[0].link && shown.rewritten.isEmpty)
    let now = try JSONDecoder().decode(Shown.self, from: Data(try diff("--json", in: trial).utf8))
    #expect(now.to.run == nil && now.to.recipe == trial.recipe && now.added.isEmpty)
  }

  /// A merged link is gone from the output, and the diff names its survivor.
  @Test func mergedLinksAreGone() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(SampleList.untidy)
    try #require(try Curate.run(recipe, "--skip", "dedupe", in: folder.path).ending == .exited(0))
    try #require(try Curate.run(recipe, in: folder.path).ending == .exited(0))
    let text = try Curate.run("diff", "1", "2", "--output", "out", in: folder.path).output
    #expect(
      text.hasSuffix(
        """

        1 gone

        gone
          Oolong  https://tea.example/oolong  merged into 'Oolong', line 3; was list.md:6, Teas

        """), "\(text)")
    // The dry run uses the options of the earlier run.
    let now = try Curate.run("diff", "1", "--output", "out", in: folder.path).output
    #expect(now.contains("no link was added, removed or changed"), "\(now)")
  }

  @Test func imagesAndTablesOfContentsAreShownOnRequest() throws {
    let trial = try FinishedTrial(Self.before)
    try trial.folder.write("list.md", Self.before + "![logo](logo.png)\n")
    #expect(
      try diff(in: trial)
        .contains("no link was added, removed or changed; 1 more in images and links to headings (--all)"))
    #expect(try diff("--all", in: trial).contains("added\n  logo  logo.png  list.md:8, Teas\n"))
  }

  @Test func comparisonsThatAreNotPossible() throws {
    let trial = try FinishedTrial()
    try #require(try trial.run([0xFF]).ending == .exited(3))
    let folder = trial.folder.path
    expectFailure(
      try Curate.run("diff", "1", "2", "--output", "out", in: folder), code: 2, saying: "run 2 is failed",
      "only finished runs")
    expectFailure(
      try Curate.run("diff", "--json", "--markdown", "--output", "out", in: folder), code: 2,
      saying: "--markdown and --json exclude each other")
    try trial.folder.write("elsewhere/.keep", "")
    try #require(try Command("mv", [trial.recipe, "elsewhere/"], in: folder).run().ending == .exited(0))
    expectFailure(
      try Curate.run("diff", "--output", "out", in: folder), code: 2, saying: trial.recipe, "--recipe FILE",
      "compare two runs")
    expectFailure(try Curate.run("diff", in: folder), code: 4, saying: "there is no history at output/history.sqlite")
  }
}
