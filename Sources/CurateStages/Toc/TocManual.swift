public import CurateCore

extension TocStage {
  public static let manual = StageManual(
    name: "toc",
    summary: "Finds tables of contents without markers, mends or rewrites them, and checks links to files and parts.",
    discussion: """
      A table of contents is a list, or neighbouring lists, whose items are single links to parts of the same document \
      and mostly lead somewhere. Comments around it (`<!-- toc -->` … `<!-- tocstop -->`, doctoc's) or a heading such as \
      "Contents" before it tell it too, but neither is needed.

      `mode: repair` changes a link only if it leads nowhere and title and fragment agree on one target. `mode: \
      regenerate` rewrites a table from the headings, in its own bullets, indentation and depth; one that is up to date \
      is not touched, and one that holds more than links to headings (group titles, words, other links) is only repaired. \
      `mode: check` changes nothing, whatever `duplicates` and `insert` say, and tells of all that is found.

      Two tables are copies only if they list the same targets at the same depths; `duplicates: remove` drops the later \
      one and moves nothing else. Anchors are GitHub's: spaces inside a title count, repeated titles are numbered.

      Every link without a scheme is checked: a part against the headings and anchors of its document, of this one or \
      another input (`other.md#part`); a file by whether it is there. What leads out of the common folder of the inputs \
      is not judged, and what begins with `/` only if that folder is a repository's.
      """,
    rules: [
      RuleManual("repair-fragment", "A link that led nowhere leads to the heading that it names."),
      RuleManual("regenerate", "A table of contents lists the headings as they are."),
      RuleManual("remove-duplicate-toc", "A table that lists the same as an earlier one is dropped."),
      RuleManual("insert-toc", "A document without a table of contents gets one."),
      RuleManual("broken-fragment", "A link leads to a part of a document that does not exist.", severity: .warning),
      RuleManual("missing-file", "A relative link leads to a file that is not there.", severity: .warning),
      RuleManual("duplicate-toc", "A table lists the same as an earlier one.", severity: .note),
      RuleManual("hand-made-toc", "A table was not rewritten, because it holds more than links.", severity: .note),
      RuleManual(
        "not-equal", "A table was not rewritten or added, because the blocks around it would read differently.",
        severity: .note),
      RuleManual("not-listed", "A table that lists nearly all headings lacks some.", severity: .note),
    ],
    examples: [
      StageExample(
        "a broken link with one clear target is mended",
        input: "- [Green tea](#green_tea)\n- [Pots](#pots)\n- [Cups](#cups)\n\n# Green tea\n\n# Pots\n\n# Cups\n",
        output: "- [Green tea](#green-tea)\n- [Pots](#pots)\n- [Cups](#cups)\n\n# Green tea\n\n# Pots\n\n# Cups\n"),
      StageExample(
        "a hand-made table stays, with one finding",
        input: """
          **Languages**

          - [C++](#cpp)
          - [Lost](#gone)

          **Tools**

          - [Build](#build)

          <a name="cpp"></a>
          ## C++

          ## Build

          """,
        output: """
          **Languages**

          - [C++](#cpp)
          - [Lost](#gone)

          **Tools**

          - [Build](#build)

          <a name="cpp"></a>
          ## C++

          ## Build

          """, findings: ["broken-fragment"]),
      StageExample(
        "regenerate adds what is new", options: "{mode: regenerate}",
        input: "* [Tea](#tea)\n* [Pots](#pots)\n\n## Tea\n\n## Cups & saucers\n\n## Pots\n",
        output:
          "* [Tea](#tea)\n* [Cups & saucers](#cups--saucers)\n* [Pots](#pots)\n\n## Tea\n\n## Cups & saucers\n\n## Pots\n"
      ),
      StageExample(
        "what is up to date is not touched", options: "{mode: regenerate}",
        input: "- [Green  tea](#green--tea)\n  - [$x^2$](#x2)\n\n# Green  tea\n\n## $x^2$\n",
        output: "- [Green  tea](#green--tea)\n  - [$x^2$](#x2)\n\n# Green  tea\n\n## $x^2$\n"),
      StageExample(
        "a second copy goes", options: "{duplicates: remove}",
        input: "- [A](#a)\n- [B](#b)\n\n# A\n\n- [A](#a)\n- [B](#b)\n\n# B\n",
        output: "- [A](#a)\n- [B](#b)\n\n# A\n\n# B\n"),
      StageExample(
        "a new one below the title", options: "{insert: after-title}",
        input: "# Tea\n\nGreen.\n\n## A\n\n## B\n\n### C\n",
        output: "# Tea\n\n- [A](#a)\n- [B](#b)\n  - [C](#c)\n\nGreen.\n\n## A\n\n## B\n\n### C\n"),
      StageExample(
        "a check tells of it and leaves it", options: "{mode: check, duplicates: remove, insert: after-title}",
        input: "- [Green tea](#green_tea)\n- [Pots](#pots)\n- [Cups](#cups)\n\n# Green tea\n\n# Pots\n\n# Cups\n",
        output: "- [Green tea](#green_tea)\n- [Pots](#pots)\n- [Cups](#cups)\n\n# Green tea\n\n# Pots\n\n# Cups\n",
        findings: ["broken-fragment"]),
      StageExample(
        "any broken fragment is told, with the nearest anchor", input: "See [pots](#potts).\n\n# Pots\n",
        output: "See [pots](#potts).\n\n# Pots\n", findings: ["broken-fragment"]),
    ])
}
