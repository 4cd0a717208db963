package import CurateCore

/// Finds links to the same page or work, and merges duplicate entries into the first one.
package struct DedupeStage: Stage {
  /// The treatment of duplicates of one level.
  package enum Action: String, CaseIterable, OptionConvertible, Sendable { case merge, report, off }

  /// The part of the collection within which entries are merged.
  package enum Scope: String, CaseIterable, OptionConvertible, Sendable { case section, document, collection }

  /// A form of the page of a work.
  package enum Form: String, CaseIterable, OptionConvertible, Sendable { case abs, doi, pdf }

  package struct Levels: StageOptions, Sendable {
    package var exact = Action.merge
    package var page = Action.merge
    package var work = Action.report
    package var title = Action.report
    package init() {}

    package static let specs = [
      OptionSpec<Self>("exact", \.exact, "Links with the same URL, byte for byte."),
      OptionSpec<Self>(
        "page", \.page, "Links to one page under different URLs (http and https, with or without a final slash)."),
      OptionSpec<Self>("work", \.work, "Links to different pages of one paper, repository or video."),
      OptionSpec<Self>("title", \.title, "Links with the same title, of at least four words, and different URLs."),
    ]

    subscript(level: DuplicateGroup.Level) -> Action {
      switch level {
      case .exact: exact
      case .page: page
      case .work: work
      case .title: title
      case .related: .report
      }
    }
  }

  package struct Options: StageOptions {
    package var levels = Levels()
    package var scope = Scope.section
    package var prefer: [Form] = []
    package init() {}

    package static let specs = [
      OptionSpec<Self>("levels", \.levels, "What to do at each level: merge, report or off."),
      OptionSpec<Self>(
        "scope", \.scope, "The part of the collection within which entries are merged; beyond it they are reported."),
      OptionSpec<Self>(
        "prefer", \.prefer,
        "The URL that the survivor of a merged work gets, best first: abstract, DOI or PDF. Otherwise it keeps its own."
      ),
    ]
  }

  package static let manual = StageManual(
    name: "dedupe",
    summary: "Finds links to the same page or work, and merges duplicate entries into the first one.",
    discussion: """
      Merges only entries that open their item, and only if the whole item can be removed: a bullet item or table row \
      without items of its own, without other links, and without text that the survivor lacks, in a list that keeps \
      another item. Never changes prose or renumbers a numbered list.

      The titles must be equal except for case, punctuation and spaces, or one of them must be missing or generic ("PDF", \
      "here"). The survivor is the first entry. A survivor without a title adopts the whole link of its duplicate, unless \
      the title would then break the order of an alphabetical list; in that case the duplicate at its own place survives.

      Every duplicate that is kept is in the report with its reason. Translations of one list (`list-de.md`) are never \
      merged with each other, nor are two parts of a page or two moments of a video.
      """,
    rules: [
      RuleManual(
        "same-url",
        "Merges or reports links with the same URL. Reports one finding for each group, and does not report translations of each other.",
        severity: .note),
      RuleManual(
        "same-page",
        "Merges or reports links to one page under different URLs. Does not apply to two parts of one page.",
        severity: .note),
      RuleManual(
        "same-work",
        "Reports links to different pages of one paper, repository or video. Merges them with `levels: {work: merge}`.",
        severity: .note),
      RuleManual(
        "same-title",
        "Reports links with the same title and different URLs. Merges them with `levels: {title: merge}`. Not reported for titles of fewer than four words.",
        severity: .note),
      RuleManual(
        "related-page",
        "Reports links to two parts of one page, or to a work and a page that mirrors it. Never merges them.",
        severity: .note),
      RuleManual(
        "one-url-two-titles", "Reports entries with one URL and different titles. Keeps both.", severity: .warning),
      RuleManual(
        "duplicate-kept",
        "Reports a duplicate in scope that cannot be merged, and the reason. Not reported if a comment or the recipe protects it.",
        severity: .note),
      RuleManual(
        "adopt-link",
        "Gives a survivor without a title the link of its duplicate. Does not change a survivor that has a title of its own."
      ),
      RuleManual(
        "prefer-url",
        "Gives a survivor the preferred URL of its work. Applies only with `prefer`, after a merge of works."),
    ],
    examples: [
      StageExample(
        "a bare URL adopts the titled link of its duplicate",
        input: "- http://tea.example/\n- [Black](https://black.example)\n- [Tea](https://tea.example)\n",
        output: "- [Tea](https://tea.example)\n- [Black](https://black.example)\n"),
      StageExample(
        "entries with different titles are kept",
        input: "- [Basic Weaving](https://loom.example/a)\n- [Advanced Weaving](https://loom.example/a)\n",
        output: "- [Basic Weaving](https://loom.example/a)\n- [Advanced Weaving](https://loom.example/a)\n",
        findings: ["one-url-two-titles"]),
      StageExample(
        "duplicates in another section are reported",
        input: "# A\n\n- [Tea](https://tea.example)\n\n# B\n\n- [Tea](https://tea.example)\n",
        output: "# A\n\n- [Tea](https://tea.example)\n\n# B\n\n- [Tea](https://tea.example)\n", findings: ["same-url"]),
      StageExample(
        "duplicates are merged across a document", options: "{scope: document}",
        input:
          "# A\n\n- [Tea](https://tea.example)\n\n# B\n\n- [Tea](https://tea.example)\n- [Jam](https://jam.example)\n",
        output: "# A\n\n- [Tea](https://tea.example)\n\n# B\n\n- [Jam](https://jam.example)\n"),
      StageExample(
        "pages of one paper are merged, the abstract preferred", options: "{levels: {work: merge}, prefer: [abs]}",
        input: "- [Slow maps](https://arxiv.org/pdf/1905.13405v2)\n- [slow maps](https://arxiv.org/abs/1905.13405)\n",
        output: "- [Slow maps](https://arxiv.org/abs/1905.13405)\n"),
      StageExample(
        "prose is not changed",
        input: "See [Tea](https://tea.example).\n\n- [Tea](https://tea.example)\n- [Jam](https://jam.example)\n",
        output: "See [Tea](https://tea.example).\n\n- [Tea](https://tea.example)\n- [Jam](https://jam.example)\n",
        findings: ["duplicate-kept"]),
    ])

  let options: Options
  package init(_ options: Options) { self.options = options }

  package func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    // Each URL is identified once: this identifies the links that no earlier stage has identified, the second call only
    // the links whose URL was changed in between. `DuplicateCandidate` reads the identities back from the collection's
    // table. It is computed again for the links with one title, because merges may have changed them; keeping the first ones
    // would take a dictionary, whose lookups cost more than making the few candidates again.
    collection.identifyAll()
    let related = RelatedPages(in: collection)
    var resolver = DuplicateResolver(options, TranslationFamilies(collection.documents))
    for bucket in DuplicateBuckets.byAddress(in: collection, options.levels) {
      let candidates = bucket.compactMap { DuplicateCandidate($0, in: collection, options) }
      resolver.resolve(candidates, in: &collection)
    }
    if options.levels.title != .off {
      collection.identifyAll()
      for links in DuplicateBuckets.byTitle(in: collection) {
        guard let bucket = DuplicateBuckets.candidates(ofOneTitle: links, in: collection, options) else { continue }
        resolver.resolve(bucket, byTitle: true, in: &collection)
      }
    }
    related.report(to: &collection)
    collection.summarize(resolver.tally.summary(options.scope))
  }
}
