package import CurateCore

/// Repairs or rewrites tables of contents, and checks links to files and fragments.
package struct TocStage: Stage {
  package enum Mode: String, CaseIterable, OptionConvertible { case check, repair, regenerate }
  package enum Duplicates: String, CaseIterable, OptionConvertible { case keep, remove }
  package enum Insertion: String, CaseIterable, OptionConvertible { case never, afterTitle = "after-title" }

  package struct Options: StageOptions {
    package var mode = Mode.repair
    package var duplicates = Duplicates.keep
    package var insert = Insertion.never
    package var levels = HeadingLevels.auto
    package init() {}

    package static let specs = [
      OptionSpec<Self>(
        "mode", \.mode,
        "Only reports (`check`), repairs broken links (`repair`), or rewrites tables from the headings (`regenerate`)."),
      OptionSpec<Self>(
        "duplicates", \.duplicates, "What to do with a table of contents that repeats an earlier one."),
      OptionSpec<Self>(
        "insert", \.insert, "Inserts a table of contents below the title if the document has none (`after-title`)."),
      OptionSpec<Self>(
        "levels", \.levels,
        "The heading levels that a rewritten table lists, such as 2-3. `auto` keeps those that the table lists; a new table lists 2-3."
      ),
    ]
  }

  let options: Options
  package init(_ options: Options) {
    var options = options
    if options.mode == .check { (options.duplicates, options.insert) = (.keep, .never) }
    self.options = options
  }

  package func run(on collection: inout Collection, in context: StageContext) {
    var repaired: Set<LinkID> = []
    for document in collection.documents {
      let labels = HeadingLabels(document)
      for table in DuplicateTables(document, options).resolve(in: &collection) {
        if let outline = table.outline, !table.isPartial {
          repaired.formUnion(TocRewrite(table.targets, outline, labels).run(on: &collection))
        } else if options.mode == .check {
          TocRepair(table.targets).reportUnlistedHeadings(in: &collection)
        } else {
          repaired.formUnion(TocRepair(table.targets).run(on: &collection))
        }
      }
      if document.tablesOfContents.isEmpty, options.insert == .afterTitle {
        TocInsertion(document, options.levels).run(on: &collection)
      }
    }
    var check = LocalLinkCheck(collection, files: context.files)
    check.run(on: &collection, skipping: repaired)
  }

  package static let manual = StageManual(
    name: "toc",
    summary: "Repairs or rewrites tables of contents, and checks links to files and fragments.",
    discussion: """
      A table of contents is a list, or several adjacent lists, in which every item is one link to a fragment of the same \
      document and most links are valid. Comments around it (`<!-- toc -->` … `<!-- tocstop -->`, those of doctoc) or a \
      heading such as "Contents" before it also mark a table; neither is required.

      `mode: repair` changes a link only if its fragment matches nothing and title and fragment agree on one target. \
      `mode: regenerate` rewrites a table from the headings in its own bullets, indentation and depth. It does not change \
      a table that is up to date, and only repairs a table that holds more than links to headings (group titles, text, \
      other links). `mode: check` changes nothing, regardless of `duplicates` and `insert`, and reports all findings.

      A table is a duplicate only if it lists the same targets at the same depths as an earlier one. `duplicates: remove` \
      removes the later one and moves nothing else. Anchors are those of GitHub: spaces inside a title count, and repeated \
      titles are numbered.

      Every link without a scheme is checked. A fragment must match a heading or anchor of its document: this one, or \
      another input (`other.md#part`). A file must exist. Paths outside the common folder of the inputs are not checked, \
      and paths that begin with `/` only if that folder is the root of a repository.
      """,
    rules: [
      RuleManual(
        "repair-fragment",
        "Changes a broken fragment to that of the heading that both title and fragment match. Not changed if there are several such headings."
      ),
      RuleManual(
        "regenerate",
        "Rewrites a table of contents from the headings. Applies only with `mode: regenerate`, and not if the table is up to date."
      ),
      RuleManual(
        "remove-duplicate-toc",
        "Removes a table that lists the same targets as an earlier one. Applies only with `duplicates: remove`, and not if the table holds more than links."
      ),
      RuleManual(
        "insert-toc",
        "Inserts a table of contents below the title. Applies only with `insert: after-title`, and not to a document with fewer than three headings to list."
      ),
      RuleManual(
        "broken-fragment",
        "Reports a fragment that matches no heading or anchor of its document, and suggests the nearest. Not reported for documents that are not inputs.",
        severity: .warning),
      RuleManual(
        "missing-file",
        "Reports a relative link to a file that does not exist. Not reported outside the common folder of the inputs.",
        severity: .warning),
      RuleManual(
        "duplicate-toc", "Reports a table that lists the same targets as an earlier one. Does not remove it.",
        severity: .note),
      RuleManual(
        "hand-made-toc",
        "Reports a table that is not rewritten because it holds more than links. Its broken links are repaired.",
        severity: .note),
      RuleManual(
        "not-equal",
        "Reports a table that is not rewritten or inserted because the blocks around it would change.", severity: .note),
      RuleManual(
        "not-listed",
        "Reports headings that a table does not list. Reported only if it lists at least 80 % of them; otherwise the selection is taken as intended.",
        severity: .note),
    ],
    examples: [
      StageExample(
        "a broken link with one clear target is repaired",
        input: "- [Green tea](#green_tea)\n- [Pots](#pots)\n- [Cups](#cups)\n\n# Green tea\n\n# Pots\n\n# Cups\n",
        output: "- [Green tea](#green-tea)\n- [Pots](#pots)\n- [Cups](#cups)\n\n# Green tea\n\n# Pots\n\n# Cups\n"),
      StageExample(
        "a hand-made table is not changed",
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
        "new headings are listed", options: "{mode: regenerate}",
        input: "* [Tea](#tea)\n* [Pots](#pots)\n\n## Tea\n\n## Cups & saucers\n\n## Pots\n",
        output:
          "* [Tea](#tea)\n* [Cups & saucers](#cups--saucers)\n* [Pots](#pots)\n\n## Tea\n\n## Cups & saucers\n\n## Pots\n"
      ),
      StageExample(
        "a table that is up to date is not changed", options: "{mode: regenerate}",
        input: "- [Green  tea](#green--tea)\n  - [$x^2$](#x2)\n\n# Green  tea\n\n## $x^2$\n",
        output: "- [Green  tea](#green--tea)\n  - [$x^2$](#x2)\n\n# Green  tea\n\n## $x^2$\n"),
      StageExample(
        "a duplicate is removed", options: "{duplicates: remove}",
        input: "- [A](#a)\n- [B](#b)\n\n# A\n\n- [A](#a)\n- [B](#b)\n\n# B\n",
        output: "- [A](#a)\n- [B](#b)\n\n# A\n\n# B\n"),
      StageExample(
        "a table is inserted below the title", options: "{insert: after-title}",
        input: "# Tea\n\nGreen.\n\n## A\n\n## B\n\n### C\n",
        output: "# Tea\n\n- [A](#a)\n- [B](#b)\n  - [C](#c)\n\nGreen.\n\n## A\n\n## B\n\n### C\n"),
      StageExample(
        "a check only reports", options: "{mode: check, duplicates: remove, insert: after-title}",
        input: "- [Green tea](#green_tea)\n- [Pots](#pots)\n- [Cups](#cups)\n\n# Green tea\n\n# Pots\n\n# Cups\n",
        output: "- [Green tea](#green_tea)\n- [Pots](#pots)\n- [Cups](#cups)\n\n# Green tea\n\n# Pots\n\n# Cups\n",
        findings: ["broken-fragment"]),
      StageExample(
        "a broken fragment in text is reported with the nearest anchor", input: "See [pots](#potts).\n\n# Pots\n",
        output: "See [pots](#potts).\n\n# Pots\n", findings: ["broken-fragment"]),
    ])
}

/// A range of heading levels: `2-3`, `2`, or `auto`.
package enum HeadingLevels: OptionConvertible, Equatable {
  case auto
  case range(ClosedRange<Int>)

  package static var optionType: OptionType { .string }

  package init(_ node: ConfigNode) throws(OptionProblems) {
    let text = try String(node)
    if text == "auto" {
      self = .auto
      return
    }
    let bounds = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard bounds.count <= 2, let first = bounds.first, let first, let last = bounds.last, let last,
      first >= 1, first <= last, last <= 6
    else {
      throw OptionProblems(
        .invalid("'\(text)' is not a range of heading levels from 1 to 6; write for example 2-3"), at: node.span)
    }
    self = .range(first...last)
  }

  package var optionText: String {
    switch self {
    case .auto: "auto"
    case .range(let levels):
      levels.count == 1 ? "\(levels.lowerBound)" : "\(levels.lowerBound)-\(levels.upperBound)"
    }
  }
}
