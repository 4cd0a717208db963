import CurateCore
import CurateStages
import Testing

struct InspectTests {
  @Test func shippedList() throws {
    let trial = try StageTrial("inspect", ShippedList.text())
    #expect(trial.edits.isEmpty)
    let places = trial.findings.map { "\(trial.collection[$0.document].line(at: $0.offset)) \($0.rule)" }
    #expect(
      places == [
        "204 odd-link-text", "218 one-url-two-titles", "227 double-slash", "256 one-title-two-urls",
        "307 odd-link-text", "318 odd-link-text", "349 double-slash", "456 one-title-two-urls", "514 odd-link-text",
        "584 one-url-two-titles", "659 pseudo-heading", "749 pseudo-heading", "801 one-url-two-titles",
        "808 pseudo-heading", "817 one-title-two-urls", "872 one-title-two-urls", "944 one-title-two-urls",
        "951 level-jump", "1238 odd-link-text", "1444 double-slash", "1526 one-url-two-titles",
        "1538 one-title-two-urls",
      ])
  }

  /// A finding of dedupe about a link is not repeated.
  @Test func dedupeComesFirst() throws {
    let trial = try StageTrial("inspect", before: ["dedupe"], ShippedList.text())
    #expect(!trial.rules.contains("one-url-two-titles"))
  }

  @Test func afterTwentyFindingsTheRestIsOne() throws {
    let text = (1...30).map { "- [Tea \($0)](htpp://tea.example/\($0))\n" }.joined()
    let trial = try StageTrial("inspect", text)
    #expect(trial.rules == Array(repeating: "scheme-typo", count: 30))
    let grouped = trial.collection.groupedFindings(after: 20)
    #expect(grouped.map(\.rule) == Array(repeating: "scheme-typo", count: 21))
    #expect(
      grouped.last?.message == "10 more places like the 20 before, in lines 21, 22, 23, 24, 25, 26, 27, 28, 29, 30")
    #expect(trial.collection.groupedFindings(after: 3).count == 4)
    #expect(trial.collection.groupedFindings(after: 0).count == 30)
  }

  @Test func largeFile() throws {
    let line = "- [Tea](https://tea.example/a) - green\n"
    let text = String(repeating: line, count: 512 * 1024 / line.utf8.count)
    #expect(!(try StageTrial("inspect", text).rules.contains("large-file")))
    #expect(try StageTrial("inspect", text + line).rules.contains("large-file"))
  }

  @Test(
    arguments: [
      ("https://tea.example/a_(b)", []), ("https://en.wikipedia.org/wiki/Tea_Co.", []),
      ("https://tea.example/a)", ["trailing-punctuation"]),
      ("mailto:a@tea.example", []), ("ftp://tea.example/a", []), ("other.md", []), ("docs/index.html", []),
      ("http://http.example/", []), ("https://web.archive.org/web/2020/http://tea.example/", []),
      ("hptt://tea.example", ["scheme-typo"]), ("http//tea.example", ["scheme-typo"]),
      ("ttps://tea.example", ["scheme-typo"]),
      ("https://https//tea.example", ["doubled-scheme"]), ("tea.com/green", ["missing-scheme"]),
      ("https://tea.example/a%20", ["space-in-url"]), ("https://tea.example/a%20b", []),
      ("https://tea.example#:~:text=tea.", []),
      ("http://me:leaf@tea.example//a", ["double-slash", "credentials"]),
    ] as [(String, [String])])
  func urls(url: String, rules: [String]) throws {
    #expect(
      try StageTrial("inspect", "- [Green tea](\(url.contains("a)") && !url.contains("(") ? "<\(url)>" : url))\n").rules
        == rules)
  }

  @Test(arguments: [
    ("Read [here](https://a.example).", 1), ("- [here](https://a.example)", 1),
    ("Read [the paper](https://a.example).", 0),
    ("The [paper](https://a.example) says so.", 0), ("- [PDF](https://a.example)", 1),
    ("- [Slow maps](https://a.example) [pdf](https://b.example)", 0),
  ])
  func genericTexts(text: String, count: Int) throws {
    #expect(try StageTrial("inspect", text).rules.count { $0 == "generic-link-text" } == count)
  }

  /// List by list, however many there are.
  @Test func unsortedListsAreReportedInTheirOrder() throws {
    let text = (0..<40).map { list in
      "## L\(list)\n\n" + "ACBDEFGHIJ".map { "- [\($0)\(list)](https://\($0)\(list).example)\n" }.joined() + "\n"
    }.joined()
    let findings = try StageTrial("inspect", options: "{style: [alphabetical]}", text).collection
      .journal.findings.filter { $0.rule == "alphabetical" }
    #expect(findings.map(\.message) == (0..<40).map { "'B\($0)' comes after 'C\($0)'" })
  }
}

/// Every rule that fits into a few lines has an example in the manual; the examples run as tests.
struct InspectManualTests {
  @Test func eachRuleHasAnExample() throws {
    let manual = InspectStage.manual
    let shown = Set(manual.examples.flatMap(\.findings))
    let tooLarge: Set = ["large-file"]
    #expect(manual.rules.map(\.id).filter { !shown.contains($0) && !tooLarge.contains($0) } == [])
    #expect(manual.rules.allSatisfy { $0.severity != nil })
  }
}
