import CurateCore
import CurateStages
import MarkdownSyntax
import Testing

struct TocTests {
  @Test func shippedListIsUpToDate() throws {
    let source = try ShippedList.text()
    for options in ["{}", "{mode: regenerate}"] {
      let trial = try StageTrial("toc", options: options, source)
      let tables = trial.collection.documents[0].tablesOfContents
      #expect(tables.map(\.entries.count) == [71, 71])
      #expect(trial.edits.isEmpty)
      #expect(trial.lines == ["106: this table of contents lists the same as the one on line 1 [duplicate-toc]"])
    }
  }

  @Test func secondTableOfShippedListIsRemoved() throws {
    let source = try ShippedList.text()
    let trial = try StageTrial("toc", options: "{mode: regenerate, duplicates: remove}", source)
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeSubrange(105..<176)
    #expect(trial.output == lines.joined(separator: "\n"))
    #expect(trial.rules.isEmpty)
    #expect(try StageTrial("toc", options: "{mode: regenerate, duplicates: remove}", trial.output).edits.isEmpty)
  }

  /// Text between a comment and a distant closing comment is not removed with the table.
  @Test func farCommentsEncloseNoTable() throws {
    let text = "<!-- toc -->\n\n- [A](#a)\n- [B](#b)\n\n# A\n\nx\n\n- [A](#a)\n- [B](#b)\n\n<!-- tocstop -->\n\n# B\n"
    let trial = try StageTrial("toc", options: "{duplicates: remove}", text)
    #expect(trial.output == "<!-- toc -->\n\n- [A](#a)\n- [B](#b)\n\n# A\n\nx\n\n<!-- tocstop -->\n\n# B\n")
  }

  @Test func partialTablesAreNoDuplicates() throws {
    let text = "- [A](#a)\n- [B](#b)\n\n# A\n\n- [C](#c)\n- [D](#d)\n\n# B\n\n# C\n\n# D\n"
    let trial = try StageTrial("toc", options: "{duplicates: remove}", text)
    #expect(trial.edits.isEmpty && trial.rules.isEmpty)
  }

  @Test func tableOfASectionListsItsSectionOnly() throws {
    let text = "# T\n\n## A\n\n- [x](#x)\n- [y](#y)\n\n### x\n\n### new\n\n### y\n\n## B\n\n### z\n"
    let trial = try StageTrial("toc", options: "{mode: regenerate}", text)
    #expect(trial.output == text.replacing("- [y]", with: "- [new](#new)\n- [y]"))
  }

  @Test func levels() throws {
    let text = "- [A](#a)\n- [B](#b)\n\n# A\n\n## a1\n\n### a2\n\n# B\n"
    let trial = try StageTrial("toc", options: "{mode: regenerate, levels: 1-2}", text)
    #expect(trial.output == text.replacing("- [B]", with: "  - [a1](#a1)\n- [B]"))
    for bad in ["3-2", "0-2", "x", "1-7", "2-"] {
      #expect(throws: OptionProblems.self) { try StageTrial("toc", options: "{levels: \(bad)}", text) }
    }
  }

  @Test(arguments: [
    ("## A [link](https://l.example) & `code`", "[A link & `code`](#a-link--code)"),
    ("## ![logo](l.png) Pots", "[Pots](#-pots)"),
    ("## $\\mathcal H$ matrix", "[$\\mathcal H$ matrix](#mathcal-h-matrix)"),
    ("Setext\n---", "[Setext](#setext)"),
    ("<h2>Plain &amp; simple</h2>", "[Plain & simple](#plain--simple)"),
    ("## 茶 とコード", "[茶 とコード](#茶-とコード)"),
    ("## [brackets] and _emphasis_", "[[brackets] and _emphasis_](#brackets-and-emphasis)"),
    ("## Tea", "[Tea](#tea-2)"),
  ])
  func labels(heading: String, entry: String) throws {
    let text = "# Tea\n\n- [One](#one)\n- [Two](#two)\n\n## One\n\n## Two\n\n> # Tea\n\n\(heading)\n"
    let trial = try StageTrial("toc", options: "{mode: regenerate, levels: 2}", text)
    #expect(trial.output == text.replacing("- [Two](#two)\n", with: "- [Two](#two)\n- \(entry)\n"))
  }

  /// Links to fragments of other inputs are checked, relative to the document of the link.
  @Test func partsOfOtherDocuments() throws {
    let trial = try StageTrial(
      "toc",
      documents: [
        ("a.md", "[x](sub/b.md#pots) [y](sub/b.md#potz) [z](missing.md#q) [w](https://w.example/#q)\n"),
        ("sub/b.md", "# Pots\n\n[up](../a.md#none) [own](#Pots) [top](#) [me](b.md#user-content-pots)\n"),
      ])
    #expect(
      trial.lines == [
        "1: no heading or anchor of sub/b.md matches '#potz'; did you mean '#pots'? [broken-fragment]",
        "3: no heading or anchor of a.md matches '#none' [broken-fragment]",
      ])
  }

  @Test func suppressedTablesAreKept() throws {
    let text = "<!-- curate: keep -->\n\n- [A](#A_)\n- [B](#b)\n- [C](#c)\n\n# A\n\n# B\n\n# C\n"
    for options in ["{}", "{mode: regenerate}"] {
      let trial = try StageTrial("toc", options: options, text)
      #expect(trial.edits.isEmpty)
    }
  }
}
