public import CurateCore

extension InspectStage {
  public static let manual = StageManual(
    name: "inspect",
    summary: "Reports what a maintainer would want to know; changes nothing.",
    discussion: """
      Warnings are things that are probably wrong, notes things that may be meant so. What `dedupe` has said about a \
      link is not said again.

      `style` adds rules of taste, each following what at least 80 % of a list or document do already.
      """,
    rules: InspectRule.allCases.map { RuleManual($0.rawValue, $0.summary, severity: $0.severity) },
    examples: [
      example("a heading with nothing below it", "# Tea\n\n## Green\n\n## Black\n\nStrong.\n", ["empty-section"]),
      example("levels that are left out", "# Tea\n\nA.\n\n### Oolong\n\nB.\n", ["level-jump"]),
      example(
        "a bold line in place of a heading", "**Pots**\n\n- [Iron](https://iron.example)\n", ["pseudo-heading"]),
      example("a text that says nothing", "The shop is [here](https://tea.example).\n", ["generic-link-text"]),
      example("a text that looks cut off", "- [Oolong ](https://tea.example)\n", ["odd-link-text"]),
      example(
        "one URL, two titles", "- [Green](https://tea.example)\n- [Black](https://tea.example/)\n",
        ["one-url-two-titles"]),
      example(
        "one title, two URLs",
        "- [A history of tea](https://a.example)\n- [A History of Tea](https://b.example)\n", ["one-title-two-urls"]),
      example("a link without a destination", "- [Tea]()\n", ["empty-destination"]),
      example("two schemes", "- [Tea](http://https://tea.example)\n", ["doubled-scheme"]),
      example(
        "a scheme misspelt", "- [Tea](htpp://tea.example)\n- [Pot](https:/pot.example)\n",
        ["scheme-typo", "scheme-typo"]),
      example("no scheme", "- [Tea](www.tea.example/green)\n", ["missing-scheme"]),
      example("white space", "- [Tea](<https://tea.example/a b>)\n", ["space-in-url"]),
      example("punctuation of the sentence", "- [Tea](https://tea.example/green,)\n", ["trailing-punctuation"]),
      example("something between slashes got lost", "- [Tea](https://tea.example//green)\n", ["double-slash"]),
      example("another URL is kept apart from that", "- [Tea](https://web.example/https://tea.example)\n", []),
      example(
        "a text that is another URL", "- [https://tea.example](https://coffee.example)\n", ["text-is-another-url"]),
      example("a password in a URL", "- [Tea](https://me:leaf@tea.example/)\n", ["credentials"]),
      example("a script in place of a page", "- [Tea](javascript:brew\\(\\))\n", ["script-url"]),
      example("content in place of a page", "- [Tea](data:text/plain,tea)\n", ["data-url"]),
      example("a file of one computer", "- [Tea](file:///home/me/tea.md)\n", ["file-url"]),
      example("an address of one network", "- [Pot](http://192.168.1.10/pot)\n", ["internal-address"]),
      example("an address in disguise", "- [Pan](http://0x5db8d822/pan)\n", ["unusual-address"]),
      example("a character that nobody sees", "- [Tea](https://tea.example/gr\u{200B}een)\n", ["hidden-character"]),
      example(
        "a host drawn like another", "- [Code](https://g\u{456}thub.com/tea)\n",
        ["mixed-script-host", "look-alike-host"]
      ),
      example("rules can be left out", "- [Tea]()\n", [], options: "{skip: [empty-destination]}"),
      example(
        "alphabetical order, on request",
        "- [A](https://a.example)\n- [B](https://b.example)\n- [D](https://d.example)\n- [C](https://c.example)\n"
          + "- [E](https://e.example)\n- [F](https://f.example)\n", ["alphabetical"], options: "{style: [alphabetical]}"
      ),
      example(
        "full stops, on request",
        "- [A](https://a.example) - One.\n- [B](https://b.example) - Two.\n- [C](https://c.example) - Three\n"
          + "- [D](https://d.example) - Four.\n- [E](https://e.example) - Five.\n", ["full-stop"],
        options: "{style: [full-stop]}"),
      example(
        "one way to set a description off, on request",
        "- [A](https://a.example) - One.\n- [B](https://b.example) - Two.\n- [C](https://c.example): Three.\n"
          + "- [D](https://d.example) - Four.\n- [E](https://e.example) - Five.\n", ["description-dash"],
        options: "{style: [description-dash]}"),
    ])

  private static func example(
    _ title: String, _ text: String, _ findings: [RuleID], options: String = "{}"
  ) -> StageExample {
    StageExample(title, options: options, input: text, output: text, findings: findings)
  }
}
