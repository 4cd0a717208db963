import CurateCore
import CurateStages
import Testing

/// Headings of all kinds, their anchors on GitHub, and their entries in tables of contents.
struct AnchorShapeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var heading: String
    /// Its text in a table of contents.
    var label: String
    var anchor: String
    var testDescription: String { heading }
  }

  static let cases = [
    Case(heading: "## Tea and pots", label: "Tea and pots", anchor: "tea-and-pots"),
    Case(heading: "## Tea & pots", label: "Tea & pots", anchor: "tea--pots"),
    Case(heading: "##   Green  tea  ##", label: "Green  tea", anchor: "green--tea"),
    Case(heading: "## A [link](https://l.example) here", label: "A link here", anchor: "a-link-here"),
    Case(heading: "## [Linked][r]", label: "Linked", anchor: "linked"),
    Case(heading: "## `code` and *more*", label: "`code` and *more*", anchor: "code-and-more"),
    Case(heading: "## ![logo](l.png) Pots", label: "Pots", anchor: "-pots"),
    Case(heading: "## Pots <img src=\"l.png\" alt=\"logo\">", label: "Pots", anchor: "pots-"),
    Case(heading: "## Pots <sup>new</sup>", label: "Pots new", anchor: "pots-new"),
    Case(heading: "## <a name=\"p\"></a>Pots", label: "Pots", anchor: "pots"),
    Case(heading: "## 🍵 Tea", label: "🍵 Tea", anchor: "-tea"),
    Case(heading: "## ⚙️ Tools", label: "⚙️ Tools", anchor: "️-tools"),
    Case(heading: "## Tea &amp; caf&eacute;s", label: "Tea &amp; caf&eacute;s", anchor: "tea--cafés"),
    Case(heading: "## $\\mathcal H$ matrix", label: "$\\mathcal H$ matrix", anchor: "mathcal-h-matrix"),
    Case(heading: "## 数学 と コード", label: "数学 と コード", anchor: "数学-と-コード"),
    Case(heading: "## 한국어 자료", label: "한국어 자료", anchor: "한국어-자료"),
    Case(heading: "## C++ & C#", label: "C++ & C#", anchor: "c--c"),
    Case(heading: "## snake_case_name", label: "snake_case_name", anchor: "snake_case_name"),
    Case(heading: "## v1.2 (beta)", label: "v1.2 (beta)", anchor: "v12-beta"),
    Case(heading: "Setext\n---", label: "Setext", anchor: "setext"),
    Case(heading: "<h2>Plain &amp; simple</h2>", label: "Plain & simple", anchor: "plain--simple"),
    Case(heading: "<h2 align=\"center\">\n  Centred\n</h2>", label: "Centred", anchor: "--centred"),
  ]

  private static func document(_ item: Case, entry: String) -> String {
    "# Top\n\n- [One](#one)\n- [Two](#two)\n\(entry)\n## One\n\n## Two\n\n\(item.heading)\n\n[r]: https://r.example\n"
  }

  @Test(arguments: cases) func regenerateListsIt(_ item: Case) throws {
    let trial = try StageTrial(
      "toc", options: "{mode: regenerate, levels: 2}", Self.document(item, entry: ""))
    let heading = try #require(trial.collection.documents[0].headings.last)
    #expect(Array(heading.anchor.unicodeScalars) == Array(item.anchor.unicodeScalars))
    let entry = try #require(trial.output.split(separator: "\n").first { $0.hasSuffix("](#\(item.anchor))") })
    #expect(TocLine(entry) == TocLine("- [\(item.label)](#\(item.anchor))"))
    #expect(try StageTrial("toc", options: "{mode: regenerate, levels: 2}", trial.output).edits.isEmpty)
  }

  /// An entry, compared without regard to runs of spaces.
  private struct TocLine: Equatable {
    var words: [Substring]
    init(_ line: some StringProtocol) { words = String(line).split(separator: " ") }
  }

  /// A hand-written entry is not changed, and a link from elsewhere resolves.
  @Test(arguments: cases) func repairDoesNotChangeIt(_ item: Case) throws {
    let text = Self.document(item, entry: "- [so called](#\(item.anchor))\n") + "\nSee [it](#\(item.anchor)).\n"
    let trial = try StageTrial("toc", text)
    #expect(trial.edits.isEmpty)
    #expect(trial.rules.isEmpty, "\(trial.lines)")
  }

  /// Numbers count all headings, including those in quotes, lists and HTML that no table lists. A number that is taken is
  /// skipped.
  @Test func doubleNumbering() throws {
    let text = """
      # Tea

      > ## Tea

      - ### Tea

      <h4>Tea</h4>

      ## Tea-1

      ## Tea

      ```
      ## Tea
      ```

      ##### Tea 1

      ## Tea

      """
    let anchors = try StageTrial("toc", text).collection.documents[0].headings.map(\.anchor)
    #expect(anchors == ["tea", "tea-1", "tea-2", "tea-3", "tea-1-1", "tea-4", "tea-1-2", "tea-5"])
    // A table of level 2 lists three of them; their numbers count all headings.
    let listed = try StageTrial(
      "toc", options: "{mode: regenerate, levels: 2}",
      text.replacing("# Tea\n\n>", with: "# Tea\n\n<!-- toc -->\n<!-- tocstop -->\n\n>"))
    let lines = listed.output.split(separator: "\n").filter { $0.hasPrefix("- [") }
    #expect(lines == ["- [Tea-1](#tea-1-1)", "- [Tea](#tea-4)", "- [Tea](#tea-5)"])
  }

  /// Tables that a maintainer wrote by hand are not changed: own anchors, a selection of headings, labels, groups.
  @Test(arguments: ["{}", "{duplicates: remove}"])
  func repairDoesNotChangeHandMadeTables(options: String) throws {
    let text = """
      # Kitchen

      ### Start here

      * [The only pan you need](#pan)
      * [Knives](#knives) :knife:

      ### Then

      * [Stoves, hot](#stoves)
        * [by gas](#gas)
      * [Elsewhere](https://kitchen.example)

      <a name="pan"></a>
      ## Pans and pots

      ## Knives

      ## Spoons

      <h2 id="stoves">Cookers</h2>

      <a id="gas" />

      ## Gas

      """
    let trial = try StageTrial("toc", options: options, text)
    #expect(trial.collection.documents[0].tablesOfContents.map(\.entries.count) == [2, 2])
    #expect(trial.edits.isEmpty)
    #expect(trial.rules.isEmpty, "\(trial.lines)")
  }

  /// Tables of the same shape that list different fragments, or one a part of the other, are not duplicates in any mode.
  @Test(
    arguments: [
      ("- [A](#a)\n- [B](#b)\n", "- [C](#c)\n- [D](#d)\n"),
      ("- [A](#a)\n- [B](#b)\n- [C](#c)\n- [D](#d)\n", "- [A](#a)\n- [C](#c)\n"),
      ("- [A](#a)\n- [B](#b)\n", "- [A](#a)\n- [B](#b)\n- [C](#c)\n- [D](#d)\n"),
      ("- [A](#a)\n- [B](#b)\n", "- [B](#b)\n- [A](#a)\n"),
      ("- [A](#a)\n- [B](#b)\n", "- [A](#a)\n  - [B](#b)\n"),
    ], ["{duplicates: remove}", "{mode: regenerate, duplicates: remove}"])
  func partialTablesAreNeverDuplicates(tables: (String, String), options: String) throws {
    let text = "# T\n\n\(tables.0)\nWords between.\n\n\(tables.1)\n## A\n\n## B\n\n## C\n\n## D\n"
    let trial = try StageTrial("toc", options: options, text)
    #expect(!trial.rules.contains("duplicate-toc"))
    #expect(!trial.collection.journal.events.map(\.rule).contains("remove-duplicate-toc"))
    #expect(trial.output.contains("Words between."))
    #expect(trial.output.split(separator: "\n").filter { $0.contains("](#") }.count >= 4)
  }

  @Test func aTableIsInsertedOnlyByOption() throws {
    let text = "# Tea\n\nGreen.\n\n## A\n\n### a\n\n#### deep\n\n## B\n"
    for options in ["{}", "{mode: regenerate}", "{mode: regenerate, levels: 2-3, duplicates: remove}"] {
      #expect(try StageTrial("toc", options: options, text).edits.isEmpty)
    }
    let trial = try StageTrial("toc", options: "{insert: after-title, levels: 2-3}", text)
    #expect(trial.output == text.replacing("Green.", with: "- [A](#a)\n  - [a](#a-1)\n- [B](#b)\n\nGreen."))
    #expect(try StageTrial("toc", options: "{insert: after-title, levels: 2-3}", trial.output).edits.isEmpty)
  }
}
