public import CurateCore

extension TidyStage {
  public static let manual = StageManual(
    name: "tidy",
    summary: "Unifies list markers, blank lines and stray spaces where nothing but the source changes.",
    discussion: """
      Code, maths, HTML, tables and words are never touched, hard breaks stay, and so do the anchors of headings: spaces \
      inside a title are left as they are. Each change is proven by rendering the document before and after; only \
      adjacent lists that differ in their marker may become one. What fails the proof is left alone and noted.

      Spacing options take `auto`, a number of blank lines, or `off`. `auto` follows what at least 80 % of at least five \
      comparable places of the document already do. No blank line is put before a nested list, or after HTML.
      """,
    rules: [
      RuleManual("list-marker", "A run of list items gets the marker that most of them have."),
      RuleManual("marker-space", "A one-line item has one space after its marker, as most items have."),
      RuleManual("heading-space", "A heading has one space after its `#`s, as most headings have."),
      RuleManual("blank-before-heading", "Headings have as many blank lines before them as most headings have."),
      RuleManual("blank-before-list", "Lists have as many blank lines before them as most lists have."),
      RuleManual("blank-lines", "Other blocks have no more blank lines between them than most have."),
      RuleManual("trailing-space", "No line ends with spaces that a reader cannot see."),
      RuleManual("lists-apart", "Two lists differ in their marker, and would look different as one.", severity: .note),
      RuleManual("mixed-spacing", "The document has no habit that its blank lines could follow.", severity: .note),
      RuleManual("not-equal", "A change was left out because the page would look different.", severity: .note),
    ],
    examples: [
      StageExample(
        "the marker most used wins", input: "- [Oolong](https://a.example)\n* [Sencha](https://b.example)\n- Matcha\n",
        output: "- [Oolong](https://a.example)\n- [Sencha](https://b.example)\n- Matcha\n"),
      StageExample(
        "joining across a blank line would loosen the list",
        input: "- [A](https://a.example)\n* [B](https://b.example)\n\n+ [C](https://c.example)\n",
        output: "- [A](https://a.example)\n- [B](https://b.example)\n\n+ [C](https://c.example)\n",
        findings: ["lists-apart"]),
      StageExample(
        "off is off", options: "{list-marker: false}", input: "- one\n* two\n", output: "- one\n* two\n"),
      StageExample(
        "hard breaks stay", input: "Green  \nor black \ntea  \n", output: "Green  \nor black\ntea\n"),
      StageExample(
        "code and maths stay", input: "```\ntea \n```\n\n`a \nb` $$x \ny$$\n",
        output: "```\ntea \n```\n\n`a \nb` $$x \ny$$\n"),
      StageExample(
        "trailing spaces kept", options: "{trailing-space: false}", input: "tea \n", output: "tea \n"),
      StageExample(
        "one space after the marker, if that is the habit", input: "- a\n- b\n-   c\n- d\n- e\n",
        output: "- a\n- b\n- c\n- d\n- e\n"),
      StageExample(
        "aligned lists are a habit too", input: "-   a\n-   b\n- c\n", output: "-   a\n-   b\n- c\n"),
      StageExample(
        "spaces inside a heading reach its anchor, those before it do not",
        input: "##   Tea  leaves\n\n## Pots\n\n## Cups\n", output: "## Tea  leaves\n\n## Pots\n\n## Cups\n"),
      StageExample(
        "a habit is followed", input: "# T\n\na\n\n## A\n\nb\n\n## B\n\nc\n\n## C\n\nd\n\n## D\n\ne\n## E\n\nf\n",
        output: "# T\n\na\n\n## A\n\nb\n\n## B\n\nc\n\n## C\n\nd\n\n## D\n\ne\n\n## E\n\nf\n"),
      StageExample(
        "a number is obeyed", options: "{blank-before-heading: 2, blank-before-list: 1}",
        input: "# T\n- a\n\n## U\n", output: "# T\n\n- a\n\n\n## U\n"),
      StageExample(
        "no habit, no change", input: "a\n# A\nb\n# B\nc\n\n# C\n\nd\n\n# D\ne\n\n# E\n",
        output: "a\n# A\nb\n# B\nc\n\n# C\n\nd\n\n# D\ne\n\n# E\n", findings: ["mixed-spacing"]),
      StageExample(
        "shielded parts stay", input: "<!-- curate: keep -->\n\n- a\n- b\n\n# A \n",
        output: "<!-- curate: keep -->\n\n- a\n- b\n\n# A\n"),
    ])
}
