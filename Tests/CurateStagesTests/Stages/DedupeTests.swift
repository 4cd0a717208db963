import CurateCore
import CurateStages
import Testing

/// A table of decisions about duplicates.
struct DedupeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var options = "{}"
    var input: String
    /// Nil if nothing changes.
    var output: String?
    var findings: [String] = []
    /// `verdict: reason` of each member of each group, in order.
    var verdicts: [String]?
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "a bare URL and a titled entry become a titled entry, at the first place",
      input: "- https://a.example/x\n- [B](https://b.example)\n- [A](https://a.example/x)\n",
      output: "- [A](https://a.example/x)\n- [B](https://b.example)\n",
      verdicts: ["survivor: the first", "merged: same URL as line 1"]),
    Case(
      name: "a titled entry and a bare URL: the titled entry is not changed",
      input: "- [A](http://a.example/)\n- [B](https://b.example)\n- https://a.example\n",
      output: "- [A](http://a.example/)\n- [B](https://b.example)\n",
      verdicts: ["survivor: the first", "merged: same page as line 1"]),
    Case(
      name: "a generic entry adopts the titled link",
      input: "- [PDF](https://a.example/x)\n- [Maps](https://a.example/x)\n", output: "- [Maps](https://a.example/x)\n"),
    Case(
      name: "https beats http between two bare ones", input: "- http://a.example\n- https://a.example\n",
      output: "- https://a.example\n"),
    Case(
      name: "https beats http between two duplicates",
      input: "- https://a.example\n- [A](http://a.example)\n- [A](https://a.example/)\n",
      output: "- [A](https://a.example/)\n"),
    Case(
      name: "titles are equal except for case, punctuation and space",
      input: "- [Deep maps, explained](https://a.example)\n- [deep  Maps – explained!](https://a.example)\n",
      output: "- [Deep maps, explained](https://a.example)\n"),
    Case(
      name: "a text that repeats the URL is not a title",
      input: "- [a.example/x](https://a.example/x)\n- [A](https://a.example/x)\n",
      output: "- [A](https://a.example/x)\n"),
    Case(
      name: "different titles are kept",
      input: "- [Basic Weaving](https://loom.example/a)\n- [Advanced Weaving](https://loom.example/a)\n",
      findings: ["one-url-two-titles"], verdicts: ["kept: first of 2", "kept: titles differ, line 1"]),
    Case(
      name: "C, C++ and C# differ",
      input: "- [C](https://a.example)\n- [C++](https://a.example)\n- [C#](https://a.example)\n",
      findings: ["one-url-two-titles", "one-url-two-titles"]),
    Case(
      name: "never through a third: the bare URL is merged with the first title, the other title is kept",
      input: "- https://a.example\n- [A](https://a.example)\n- [B](https://a.example)\n- [B](https://a.example)\n",
      output: "- [A](https://a.example)\n- [B](https://a.example)\n", findings: ["one-url-two-titles"]),
    Case(
      name: "different descriptions are kept",
      input: "- [A](https://a.example) - one\n- [A](https://a.example) - two\n", findings: ["duplicate-kept"],
      verdicts: ["kept: first of 2", "kept: its description differs from that on line 1"]),
    Case(
      name: "equal descriptions merge",
      input: "- [A](https://a.example) - one\n- [A](https://a.example) -  one\n",
      output: "- [A](https://a.example) - one\n"),
    Case(
      name: "no description where the survivor has one",
      input: "- [A](https://a.example) - one\n- [A](https://a.example)\n", output: "- [A](https://a.example) - one\n"),
    Case(
      name: "an emoji is a description", input: "- [A](https://a.example)\n- ⭐ [A](https://a.example)\n",
      findings: ["duplicate-kept"]),
    Case(
      name: "entry and prose are kept",
      input: "Read [A](https://a.example).\n\n- [A](https://a.example)\n- [B](https://b.example)\n",
      findings: ["duplicate-kept"], verdicts: ["kept: it is in running text", "kept: first of 2"]),
    Case(
      name: "prose alone is not reported within its section",
      input: "[A](https://a.example) and [A](https://a.example).\n"),
    Case(
      name: "a secondary link is kept",
      input: "- [A](https://a.example)\n- [B](https://b.example) and [A](https://a.example)\n",
      findings: ["duplicate-kept"], verdicts: ["kept: first of 2", "kept: its item is about another link"]),
    Case(
      name: "an item with nested items is kept",
      input: "- [A](https://a.example)\n- [A](https://a.example)\n  - [B](https://b.example)\n",
      findings: ["duplicate-kept"],
      verdicts: ["kept: first of 2", "kept: the item has nested items"]),
    Case(
      name: "a numbered list is kept", input: "1. [A](https://a.example)\n2. [A](https://a.example)\n",
      findings: ["duplicate-kept"], verdicts: ["kept: first of 2", "kept: the list is numbered"]),
    Case(
      name: "the last item of a list is kept",
      input: "- [A](https://a.example)\n\nText\n\n- [A](https://a.example)\n", findings: ["duplicate-kept"],
      verdicts: ["kept: first of 2", "kept: its list would become empty"]),
    Case(
      name: "rows whose other cells differ are kept",
      input: "| n | l |\n|---|---|\n| [A](https://a.example) | x |\n| [A](https://a.example) | y |\n",
      findings: ["duplicate-kept"], verdicts: ["kept: first of 2", "kept: its other cells differ from those on line 3"]),
    Case(
      name: "equal rows merge",
      input:
        "| n | l |\n|---|---|\n| [A](https://a.example) | x |\n| [A](https://a.example) | x |\n| [B](https://b.example) | x |\n",
      output: "| n | l |\n|---|---|\n| [A](https://a.example) | x |\n| [B](https://b.example) | x |\n"),
    Case(
      name: "one tool under two parents is in two sections",
      input:
        "* Clients\n  * [wire](https://wire.example) - HTTP kit\n* Servers\n  * [wire](https://wire.example) - HTTP kit\n",
      findings: ["same-url"], verdicts: ["reported: first of 2", "reported: same URL as line 2"]),
    Case(
      name: "the last item of a list is kept with a whole document in scope as well", options: "{scope: document}",
      input:
        "* Clients\n  * [wire](https://wire.example) - HTTP kit\n* Servers\n  * [wire](https://wire.example) - HTTP kit\n",
      findings: ["duplicate-kept"], verdicts: ["kept: first of 2", "kept: 'Servers' would become empty"]),
    Case(
      name: "entries merge across sections by option", options: "{scope: document}",
      input: "# X\n\n- [A](https://a.example)\n\n# Y\n\n- [A](https://a.example)\n- [B](https://b.example)\n",
      output: "# X\n\n- [A](https://a.example)\n\n# Y\n\n- [B](https://b.example)\n"),
    Case(
      name: "entries merge in two sections and are reported across them",
      input:
        "# X\n\n- [A](https://a.example)\n- [A](https://a.example)\n\n# Y\n\n- [A](https://a.example)\n- [A](https://a.example)\n",
      output: "# X\n\n- [A](https://a.example)\n\n# Y\n\n- [A](https://a.example)\n", findings: ["same-url"]),
    Case(
      name: "a work is reported",
      input: "- [Slow maps](https://arxiv.org/abs/1905.13405)\n- [Slow maps](https://arxiv.org/pdf/1905.13405v2)\n",
      findings: ["same-work"]),
    Case(
      name: "a work merges by option, the abstract preferred",
      options: "{levels: {work: merge}, prefer: [abs, doi, pdf]}",
      input:
        "- [Slow maps](https://arxiv.org/pdf/1905.13405v2)\n- https://arxiv.org/abs/1905.13405\n- [slow maps](https://arxiv.org/pdf/1905.13405.pdf)\n",
      output: "- [Slow maps](https://arxiv.org/abs/1905.13405)\n"),
    Case(
      name: "abstract, PDF, v2 and DOI of one work become its abstract",
      options: "{levels: {work: merge}, prefer: [abs, doi, pdf]}",
      input: """
        - [Slow maps](https://arxiv.org/pdf/1905.13405v2)
        - [Fast maps](https://arxiv.org/abs/1905.13406)
        - [Slow maps](https://doi.org/10.48550/arXiv.1905.13405)
        - [Slow maps](https://arxiv.org/abs/1905.13405)
        - [Slow maps](http://arxiv.org/abs/1905.13405v1)

        """,
      output: "- [Slow maps](https://arxiv.org/abs/1905.13405)\n- [Fast maps](https://arxiv.org/abs/1905.13406)\n",
      verdicts: [
        "survivor: the first", "merged: same work as line 1", "merged: same work as line 1",
        "merged: same work as line 1",
      ]),
    Case(
      name: "without an abstract the DOI is preferred", options: "{levels: {work: merge}, prefer: [abs, doi, pdf]}",
      input:
        "- [Slow maps](https://arxiv.org/pdf/1905.13405)\n- [Slow maps](https://doi.org/10.48550/arXiv.1905.13405)\n",
      output: "- [Slow maps](https://doi.org/10.48550/arXiv.1905.13405)\n"),
    Case(
      name: "one work under two titles is kept", options: "{levels: {work: merge}, prefer: [abs, doi, pdf]}",
      input: "- [Slow maps](https://arxiv.org/pdf/1905.13405)\n- [Maps, slowly](https://arxiv.org/abs/1905.13405)\n",
      findings: ["one-url-two-titles"]),
    Case(
      name: "another part of a page is never merged, whatever the options",
      options: "{scope: collection, levels: {work: merge, title: merge}}",
      input: "- [A](https://a.example/p#one)\n- [A](https://a.example/p#two)\n- [A](https://a.example/p)\n",
      findings: ["related-page"]),
    Case(
      name: "two parts of a page are not merged by their title", options: "{levels: {title: merge}}",
      input: """
        - [A theory of slow maps](https://a.example/p#one)
        - [A theory of slow maps](https://a.example/p#two)
        - [A theory of slow maps](https://b.example)
        - [A theory of slow maps](https://c.example)

        """,
      output: """
        - [A theory of slow maps](https://a.example/p#one)
        - [A theory of slow maps](https://a.example/p#two)
        - [A theory of slow maps](https://b.example)

        """, findings: ["same-title", "related-page"]),
    Case(
      name: "another moment of a video is never merged, whatever the options",
      options: "{scope: collection, levels: {work: merge, title: merge}}",
      input: """
        - [A talk on slow maps](https://www.youtube.com/watch?v=abcdefghijk&t=10)
        - [A talk on slow maps](https://www.youtube.com/watch?v=abcdefghijk&t=90)

        """, findings: ["same-work"]),
    Case(
      name: "another part of a page is related",
      input: "- [A](https://a.example/p#one)\n- [A](https://a.example/p#two)\n",
      findings: ["related-page"], verdicts: ["reported: first of 2", "reported: another part of the page on line 1"]),
    Case(
      name: "another moment of a video is kept", options: "{levels: {work: merge}}",
      input:
        "- [Talk](https://www.youtube.com/watch?v=abcdefghijk&t=10)\n- [Talk](https://youtu.be/abcdefghijk?t=90)\n",
      findings: ["same-work"]),
    Case(
      name: "a video under two addresses merges by option", options: "{levels: {work: merge}}",
      input: "- [Talk](https://www.youtube.com/watch?v=abcdefghijk)\n- [Talk](https://youtu.be/abcdefghijk)\n",
      output: "- [Talk](https://www.youtube.com/watch?v=abcdefghijk)\n"),
    Case(
      name: "one title, two URLs",
      input: "- [A theory of slow maps](https://a.example)\n- [A theory of slow maps](https://b.example)\n",
      findings: ["same-title"], verdicts: ["reported: first of 2", "reported: same title as line 1"]),
    Case(
      name: "a title of three words is too short",
      input: "- [Theory of maps](https://a.example)\n- [Theory of maps](https://b.example)\n"),
    Case(
      name: "levels can be off", options: "{levels: {exact: off, page: off, work: off, title: off}}",
      input: "- [A](https://a.example)\n- [A](https://a.example)\n"),
    Case(
      name: "levels can only report", options: "{levels: {exact: report, page: report}}",
      input: "- [A](https://a.example)\n- [A](https://a.example)\n", findings: ["same-url"]),
    Case(
      name: "pages are reported where only equal URLs merge", options: "{levels: {page: report}}",
      input: "- [A](https://a.example)\n- [A](http://a.example)\n- [A](https://a.example)\n",
      output: "- [A](https://a.example)\n- [A](http://a.example)\n", findings: ["same-page"]),
    Case(
      name: "a suppressed duplicate is kept",
      input: "- [A](https://a.example)\n- [A](https://a.example) <!-- curate: keep -->\n- [B](https://b.example)\n"),
    Case(
      name: "mail addresses and files are candidates", input: "- [A](other.md)\n- [A](other.md)\n",
      output: "- [A](other.md)\n"),
    Case(
      name: "images and fragments of the own document are not candidates",
      input:
        "- ![i](https://i.example)\n- ![i](https://i.example)\n- [top](#t)\n- [x](https://x.example) [top](#t)\n\n# T\n"
    ),
    Case(
      name: "canonically equivalent URLs have different bytes",
      input: "- [A](mailto:caf\u{e9}@a.example)\n- [A](mailto:cafe\u{301}@a.example)\n"),
  ]

  @Test(arguments: cases) func decision(_ item: Case) throws {
    let trial = try StageTrial("dedupe", options: item.options, item.input)
    #expect(trial.output == item.output ?? item.input)
    #expect(trial.rules == item.findings, "\(trial.lines)")
    if let verdicts = item.verdicts {
      let members = trial.collection.duplicates.flatMap(\.members)
      #expect(members.map { "\($0.verdict.rawValue): \($0.reason)" } == verdicts)
    }
    #expect(try StageTrial("dedupe", options: item.options, trial.output).edits.isEmpty, "a second run changes nothing")
  }

  /// Rows that differ in their last cells are two entries; nothing is merged.
  @Test func tableOfBadgesIsKept() throws {
    let row = { (n: Int, last: String) in
      "| \(n) | [![b](https://img.example/b.svg)](https://ci.example) [Kit](https://kit.example/?utm_source=list) | \(last) |\n"
    }
    let text = "| # | tool | use |\n|---|---|---|\n" + row(1, "web") + row(2, "mail")
    let trial = try StageTrial("dedupe", text)
    #expect(trial.output == text)
    let kit = trial.collection.links.filter { trial.collection.url(of: $0.id).hasPrefix("https://kit") }
    #expect(kit.map(\.role) == [.entry, .entry])
    #expect(trial.collection.links.count { $0.role == .image } == 4)
    #expect(trial.rules == ["duplicate-kept"])
    let normalized = try StageTrial("normalize-urls", text)
    #expect(normalized.output == text)
    #expect(normalized.rules == ["utm-parameters", "utm-parameters"])
  }

  /// Three links to one paper, one of them by reference, are one group; nothing is renumbered.
  @Test func paperInANumberedListIsKept() throws {
    let text = """
      1. Ito, K. [Slow maps][p], 2011. [pdf](https://arxiv.org/pdf/1905.13405v2)
      2. [Slow maps](https://arxiv.org/abs/1905.13405)

      [p]: https://arxiv.org/abs/1905.13405

      """
    let trial = try StageTrial("dedupe", options: "{levels: {work: merge}}", text)
    #expect(trial.output == text)
    let groups = trial.collection.duplicates
    #expect(groups.map(\.level) == [.work])
    #expect(groups.first?.key == "arxiv:1905.13405")
    #expect(groups.first?.members.count == 3)
  }

  @Test func translationsAreNeverMerged() throws {
    let item = "- [A](https://a.example)\n- [B](https://b.example)\n"
    let trial = try StageTrial(
      "dedupe", options: "{scope: collection}",
      documents: [
        ("list.md", item), ("list-de.md", item), ("list.zh-CN.md", item),
        ("other.md", item + "- [C](https://c.example)\n"),
      ])
    #expect((0..<3).allSatisfy { trial.output(of: $0) == item })
    #expect(trial.collection.duplicates[0].members.map(\.verdict) == [.survivor, .reported, .reported, .merged])
    #expect(trial.rules.isEmpty)
  }

  @Test func groupsAndSurvivorsDependOnlyOnTheInput() throws {
    let text = (0..<300).map { "- [T\($0 % 7)](https://h\($0 * 7919 % 31).example/p)\n" }.joined()
    let first = try StageTrial("dedupe", text)
    for _ in 0..<3 {
      let again = try StageTrial("dedupe", text)
      #expect(again.collection.duplicates == first.collection.duplicates)
      #expect(again.output == first.output)
    }
  }

  @Test(arguments: [
    ("- [A](https://a.example)\n- [A](https://a.example)\n- [B](https://b.example)\n", "1 link merged"),
    (
      "# X\n\n- [A](https://a.example)\n- [P](https://arxiv.org/abs/1905.13405)\n"
        + "- [P](https://arxiv.org/pdf/1905.13405)\n\n# Y\n\n- [A](https://a.example)\n",
      "0 links merged; 1 group across sections reported; 1 other group reported"
    ),
    (
      "- [P](https://arxiv.org/abs/1905.13405)\n- [P](https://arxiv.org/pdf/1905.13405)\n",
      "0 links merged; 1 group reported"
    ),
  ])
  func theSummaryNamesItsUnits(text: String, summary: String) throws {
    #expect(try StageTrial("dedupe", text).collection.journal.summary == summary)
  }

  /// The survivor's own link, that of its duplicate, and the preferred URL are three steps that a report shows in order.
  @Test func stepsThatBuildOnEachOtherAreAllEffective() throws {
    let text =
      "- [PDF](https://arxiv.org/pdf/1905.13405?fbclid=1)\n- [Slow maps](https://doi.org/10.48550/arXiv.1905.13405)\n"
      + "- [slow maps](https://arxiv.org/abs/1905.13405)\n- [B](https://b.example)\n"
    let trial = try StageTrial(
      "dedupe", options: "{levels: {work: merge}, prefer: [abs]}", before: ["normalize-urls"], text)
    #expect(trial.output == "- [Slow maps](https://arxiv.org/abs/1905.13405)\n- [B](https://b.example)\n")
    let events = Array(trial.collection.journal.effectiveEvents(in: trial.collection.resolveEdits()))
    #expect(
      events.filter { $0.link == LinkID(0) }.map(\.rule) == ["strip-click-id", "adopt-link", "prefer-url"])
  }

  @Test func aKeptLinkNamesItsDuplicate() throws {
    let text = "See [A](https://a.example).\n\n- [A](https://a.example)\n- [B](https://b.example)\n"
    #expect(
      try StageTrial("dedupe", text).lines == [
        "1: same URL as line 3; kept, because it is in running text [duplicate-kept]"
      ])
  }

  struct Order: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var input: [String]
    var output: [String]
    var options = "{}"
  }

  /// An alphabetical list is alphabetical afterwards. A title represents an entry; in parentheses, its bare URL.
  @Test(arguments: [
    Order(testDescription: "duplicates", input: ["Ant", "Bee", "Bee", "Cat", "Cat"], output: ["Ant", "Bee", "Cat"]),
    Order(
      testDescription: "the first is at the place of its title, so it adopts the title",
      input: ["Ant", "(Bee)", "Cat", "Dog", "Bee"],
      output: ["Ant", "Bee", "Cat", "Dog"]),
    Order(
      testDescription: "the first is at another place, so the titled one survives",
      input: ["Ant", "(Dog)", "Bee", "Cat", "Dog"], output: ["Ant", "Bee", "Cat", "Dog"]),
    Order(
      testDescription: "bare URLs at the end", input: ["Ant", "Bee", "Cat", "(Bee)", "(Ant)"],
      output: ["Ant", "Bee", "Cat"]),
    Order(
      testDescription: "several bare URLs before the titled one",
      input: ["(Cat)", "Ant", "(Cat)", "Bee", "Cat", "Dog"],
      output: ["Ant", "Bee", "Cat", "Dog"]),
    Order(
      testDescription: "without an order the first place wins", input: ["Cat", "(Dog)", "Bee", "Ant", "Dog"],
      output: ["Cat", "Dog", "Bee", "Ant"]),
    Order(
      testDescription: "two titles are not an order", input: ["(Dog)", "Cat", "Dog"], output: ["Dog", "Cat"]),
    Order(
      testDescription: "a list in another section", input: ["Ant", "(Dog)", "Bee", "Cat", "# X", "Dog", "Eel"],
      output: ["Ant", "Bee", "Cat", "# X", "Dog", "Eel"], options: "{scope: document}"),
  ])
  func alphabeticalOrderSurvives(_ item: Order) throws {
    let list = { (titles: [String]) in
      titles.map { title in
        let url = "https://\(title.lowercased().filter(\.isLetter)).example"
        return title.hasPrefix("#") ? "\n\(title)\n\n" : title.hasPrefix("(") ? "- \(url)\n" : "- [\(title)](\(url))\n"
      }.joined()
    }
    let trial = try StageTrial("dedupe", options: item.options, list(item.input))
    #expect(trial.output == list(item.output))
    #expect(try StageTrial("dedupe", options: item.options, trial.output).edits.isEmpty)
  }
}
