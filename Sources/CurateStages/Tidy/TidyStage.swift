package import CurateCore
import MarkdownSyntax
import Platform

/// Unifies list markers, blank lines and spaces without changing the page.
package struct TidyStage: Stage {
  package struct Options: StageOptions {
    package var listMarker = true
    package var trailingSpace = true
    package var markerSpace = true
    package var headingSpace = true
    package var blankBeforeHeading = Spacing.auto
    package var blankBeforeList = Spacing.auto
    package var blankLines = Spacing.auto
    package init() {}

    package static let specs = [
      OptionSpec<Self>("list-marker", \.listMarker, "Gives a run of list items the marker that most of them have."),
      OptionSpec<Self>("trailing-space", \.trailingSpace, "Drops spaces at line ends that are not a hard break."),
      OptionSpec<Self>("marker-space", \.markerSpace, "Writes one space after the marker of a one-line list item."),
      OptionSpec<Self>("heading-space", \.headingSpace, "Writes one space after the `#`s of a heading."),
      OptionSpec<Self>("blank-before-heading", \.blankBeforeHeading, "The number of blank lines before a heading."),
      OptionSpec<Self>(
        "blank-before-list", \.blankBeforeList, "The number of blank lines before a list that is not nested."),
      OptionSpec<Self>("blank-lines", \.blankLines, "The maximum number of blank lines between other blocks."),
    ]
  }

  package static let manual = StageManual(
    name: "tidy",
    summary: "Unifies list markers, blank lines and spaces without changing the page.",
    discussion: """
      Never changes code, math, HTML, tables, words, hard breaks or the anchors of headings (spaces inside a title count \
      for its anchor). Each change is checked by rendering the document before and after: the HTML must be equal, except \
      that adjacent lists that differ only in their marker may become one list. A change that fails the check is not made \
      and is reported.

      Spacing options take `auto`, a number of blank lines, or `off`. `auto` follows the convention of the document. The \
      convention is the spacing at 80 % or more of the comparable places, if there are at least five. No blank line is \
      inserted before a nested list or after HTML.
      """,
    rules: [
      RuleManual(
        "list-marker",
        "Gives a run of list items the marker that most of them have. Never changes numbered lists, or joins lists whose items would be spaced differently."
      ),
      RuleManual(
        "marker-space",
        "Writes one space after the marker of a one-line item. Applies only where one space is the convention of the document."
      ),
      RuleManual(
        "heading-space",
        "Writes one space after the `#`s of a heading. Applies only where one space is the convention of the document."),
      RuleManual(
        "blank-before-heading",
        "Adds or drops blank lines before a heading, down to one. Does not change the lines before a heading that follows HTML."
      ),
      RuleManual(
        "blank-before-list",
        "Adds or drops blank lines before a list, down to one. Does not change the lines before nested lists or tables of contents."
      ),
      RuleManual("blank-lines", "Drops blank lines between other blocks, down to one. Never adds a blank line."),
      RuleManual(
        "trailing-space",
        "Drops spaces and tabs at the end of a line. Keeps those of hard breaks, code, math, HTML, tables and link titles."
      ),
      RuleManual(
        "lists-apart",
        "Reports adjacent lists with different markers whose items would be spaced differently in one list. Does not change them.",
        severity: .note),
      RuleManual(
        "mixed-spacing",
        "Reports that the blank lines of a document follow no convention. Not reported for fewer than five places, or if the option is a number or `off`.",
        severity: .note),
      RuleManual(
        "not-equal", "Reports a change that was not made because the page would look different.", severity: .note),
    ],
    examples: [
      StageExample(
        "the most used marker wins", input: "- [Oolong](https://a.example)\n* [Sencha](https://b.example)\n- Matcha\n",
        output: "- [Oolong](https://a.example)\n- [Sencha](https://b.example)\n- Matcha\n"),
      StageExample(
        "lists are not joined across a blank line, which would add space between items",
        input: "- [A](https://a.example)\n* [B](https://b.example)\n\n+ [C](https://c.example)\n",
        output: "- [A](https://a.example)\n- [B](https://b.example)\n\n+ [C](https://c.example)\n",
        findings: ["lists-apart"]),
      StageExample(
        "markers are kept", options: "{list-marker: false}", input: "- one\n* two\n", output: "- one\n* two\n"),
      StageExample(
        "hard breaks are kept", input: "Green  \nor black \ntea  \n", output: "Green  \nor black\ntea\n"),
      StageExample(
        "code and math are kept", input: "```\ntea \n```\n\n`a \nb` $$x \ny$$\n",
        output: "```\ntea \n```\n\n`a \nb` $$x \ny$$\n"),
      StageExample(
        "trailing spaces are kept", options: "{trailing-space: false}", input: "tea \n", output: "tea \n"),
      StageExample(
        "one space after the marker is the convention", input: "- a\n- b\n-   c\n- d\n- e\n",
        output: "- a\n- b\n- c\n- d\n- e\n"),
      StageExample(
        "aligned items are the convention", input: "-   a\n-   b\n- c\n", output: "-   a\n-   b\n- c\n"),
      StageExample(
        "spaces inside a title count for its anchor, spaces before it do not",
        input: "##   Tea  leaves\n\n## Pots\n\n## Cups\n", output: "## Tea  leaves\n\n## Pots\n\n## Cups\n"),
      StageExample(
        "blank lines follow the convention",
        input: "# T\n\na\n\n## A\n\nb\n\n## B\n\nc\n\n## C\n\nd\n\n## D\n\ne\n## E\n\nf\n",
        output: "# T\n\na\n\n## A\n\nb\n\n## B\n\nc\n\n## C\n\nd\n\n## D\n\ne\n\n## E\n\nf\n"),
      StageExample(
        "blank lines follow a number", options: "{blank-before-heading: 2, blank-before-list: 1}",
        input: "# T\n- a\n\n## U\n", output: "# T\n\n- a\n\n\n## U\n"),
      StageExample(
        "without a convention nothing changes", input: "a\n# A\nb\n# B\nc\n\n# C\n\nd\n\n# D\ne\n\n# E\n",
        output: "a\n# A\nb\n# B\nc\n\n# C\n\nd\n\n# D\ne\n\n# E\n", findings: ["mixed-spacing"]),
      StageExample(
        "a suppression comment protects a list", input: "<!-- curate: keep -->\n\n- a\n- b\n\n# A \n",
        output: "<!-- curate: keep -->\n\n- a\n- b\n\n# A\n"),
    ])

  let options: Options
  package init(_ options: Options) { self.options = options }

  package func run(on collection: inout Collection, in context: StageContext) {
    let documents = collection.documents
    let results = concurrentMap(documents.count, stretch: 1) { range in
      let document = documents[range.lowerBound]
      let (edits, notes) = proposals(for: document)
      return (notes: notes, checked: RenderCheck(of: document).check(edits))
    }
    for (document, (notes, checked)) in zip(documents, results) {
      for note in notes {
        collection.report(note.message, rule: note.rule, severity: .note, in: document.id, at: note.offset)
      }
      for edit in checked.safe {
        for piece in edit.pieces {
          collection.restyle(
            piece.range, in: document.id, with: piece.replacement, field: edit.field, rule: edit.rule,
            reason: edit.reason)
        }
      }
      for edit in checked.rejected {
        collection.report(
          "not changed, because the page would look different: \(edit.reason)", rule: "not-equal",
          severity: .note, in: document.id, at: edit.offset)
      }
    }
  }

  /// Returns the edits and notes for a document, without those in suppressed places.
  private func proposals(for document: Document) -> (edits: [ProposedEdit], notes: [TidyNote]) {
    var edits: [ProposedEdit] = []
    var notes: [TidyNote] = []
    if options.listMarker { ListMarkers(tree: document.tree).propose(&edits, &notes) }
    if options.markerSpace { edits += ExtraSpace(tree: document.tree).afterMarkers() }
    if options.headingSpace { edits += ExtraSpace(tree: document.tree).afterHashes() }
    BlankLines(document, options).propose(&edits, &notes)
    if options.trailingSpace { edits += TrailingSpace(document).edits(notOverlapping: edits) }
    edits.removeAll { edit in
      edit.pieces.contains { document.suppressions.line(covering: $0.range.lowerBound) != nil }
    }
    notes.removeAll { document.suppressions.line(covering: $0.offset) != nil }
    return (edits, notes)
  }
}

/// The number of blank lines at a kind of place.
package enum Spacing: OptionConvertible, Equatable {
  /// Follows the convention of the document.
  case auto
  case off
  case lines(Int)

  package static var optionType: OptionType { .either([.choice(["auto", "off"]), .integer(0...3)]) }

  package init(_ node: ConfigNode) throws(OptionProblems) {
    switch node.content {
    case .scalar("auto", _): self = .auto
    case .scalar("off", _): self = .off
    case .scalar(let text, isPlain: true):
      guard let count = Int(text), (0...3).contains(count) else { fallthrough }
      self = .lines(count)
    default: throw OptionProblems(.wrongType(expected: Self.optionType, found: node.found), at: node.span)
    }
  }

  package var optionText: String {
    switch self {
    case .auto: "auto"
    case .off: "off"
    case .lines(let count): String(count)
    }
  }
}

/// An edit of markers or white space; its pieces are applied together or not at all.
struct ProposedEdit {
  struct Piece {
    var range: Range<Int>
    var replacement: [UInt8]
  }

  /// At least one, in order, without overlaps.
  var pieces: [Piece]
  var field: String
  var rule: String
  var reason: String

  init(_ pieces: [Piece], field: String, rule: String, reason: String) {
    self.pieces = pieces
    self.field = field
    self.rule = rule
    self.reason = reason
  }

  init(_ range: Range<Int>, _ replacement: [UInt8], field: String, rule: String, reason: String) {
    self.init([Piece(range: range, replacement: replacement)], field: field, rule: rule, reason: reason)
  }

  var offset: Int { pieces.first?.range.lowerBound ?? 0 }
}

/// A finding about a place that is not changed.
struct TidyNote {
  var offset: Int
  var rule: String
  var message: String
}
