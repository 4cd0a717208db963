import CurateCore
import CurateStages
import Testing

/// Shapes of large lists, and what a maintainer expects of all stages that change a list, run one after another.
struct AcceptanceShapeTests {
  private static let others = ["tidy", "normalize-urls", "classify", "toc"]

  /// Runs every stage that can change a list, `dedupe` last.
  private func cleaned(_ text: String, dedupe options: String = "{}") throws -> StageTrial {
    try StageTrial("dedupe", options: options, before: Self.others, text)
  }

  private func rules(_ trial: StageTrial) -> [String] { trial.collection.sortedFindings.map(\.rule) }

  @Test func oneURLUnderTwoTitles() throws {
    let text = "- [Basic Weaving](https://loom.example/a)\n- [Advanced Weaving](https://loom.example/a)\n"
    for options in ["{}", "{scope: document}", "{scope: collection, levels: {work: merge, title: merge}}"] {
      let trial = try cleaned(text, dedupe: options)
      #expect(trial.output == text)
      #expect(rules(trial) == ["one-url-two-titles"])
    }
  }

  @Test func oneToolUnderTwoParents() throws {
    let text = """
      * Clients
        * [wire](https://wire.example) - HTTP kit
      * Servers
        * [wire](https://wire.example) - HTTP kit

      """
    let bySection = try cleaned(text)
    #expect(bySection.output == text)
    #expect(bySection.lines == ["4: same URL as line 2 (Clients) [same-url]"])
    #expect(bySection.collection.duplicates.count == 1)

    let byDocument = try cleaned(text, dedupe: "{scope: document}")
    #expect(byDocument.output == text)
    #expect(
      byDocument.lines == [
        "4: same URL as line 2; kept, because 'Servers' would become empty [duplicate-kept]"
      ])
  }

  @Test func markersAcrossABlankLine() throws {
    let text = "- [A](https://a.example)\n* [B](https://b.example)\n\n+ [C](https://c.example)\n"
    let trial = try cleaned(text)
    #expect(trial.output == text.replacing("* [B]", with: "- [B]"))
    #expect(rules(trial) == ["lists-apart"])
    #expect(trial.collection.sortedFindings.map { trial.collection.documents[0].line(at: $0.offset) } == [4])
  }

  @Test(arguments: ["{}", "{duplicates: remove}"])
  func handMadeContents(options: String) throws {
    let text = """
      **Languages**

      - [C++](#cpp)
      - [Lost](#gone)

      **Tools**

      - [Build](#build)

      <a name="cpp"></a>
      ## C++

      ## Build

      """
    let trial = try StageTrial("toc", options: options, before: ["tidy", "normalize-urls", "dedupe"], text)
    #expect(trial.collection.documents[0].tablesOfContents.map(\.entries.count) == [3])
    #expect(trial.edits.isEmpty)
    #expect(trial.lines == ["4: no heading or anchor matches '#gone' [broken-fragment]"])
  }

  @Test func tableWithABadgeAndATaggedLink() throws {
    let row = { (number: Int, last: String) in
      "| \(number) | [![build](https://ci.example/b.svg)](https://ci.example/kit) "
        + "[Kit](https://kit.example/?utm_source=list) | \(last) |\n"
    }
    let text = "| # | tool | for |\n|---|------|-----|\n" + row(1, "web") + row(2, "mail")
    let trial = try cleaned(text)
    #expect(trial.output == text)
    let collection = trial.collection
    let entries = collection.links.filter { $0.role == .entry }
    #expect(
      entries.map { collection.url(of: $0.id) } == Array(repeating: "https://kit.example/?utm_source=list", count: 2))
    #expect(collection.duplicates.map { $0.members.map(\.link) } == [entries.map(\.id)], "one key for both")
    #expect(
      collection.links.filter { $0.role == .image }.prefix(2).map { collection.url(of: $0.id) } == [
        "https://ci.example/kit", "https://ci.example/b.svg",
      ])
    #expect(collection.links.allSatisfy { $0.fate == .kept })
    #expect(rules(trial).filter { $0 == "utm-parameters" }.count == 2)
  }

  @Test(arguments: ["{}", "{levels: {work: merge}, prefer: [abs, doi, pdf], scope: document}"])
  func onePaperInANumberedList(options: String) throws {
    let text = """
      1. Ito, K. [Slow maps][p], 2011. [pdf](https://arxiv.org/pdf/1905.13405v2)
      2. [Slow maps](https://arxiv.org/abs/1905.13405)

      [p]: https://arxiv.org/abs/1905.13405

      """
    let trial = try cleaned(text, dedupe: options)
    #expect(trial.output == text)
    let groups = trial.collection.duplicates
    #expect(groups.map(\.key) == ["arxiv:1905.13405"])
    #expect(groups.map(\.members.count) == [3])
    #expect(trial.collection.links.allSatisfy { $0.fate == .kept })
  }
}
