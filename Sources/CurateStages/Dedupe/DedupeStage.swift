public import CurateCore

/// Finds links that lead to the same page or work, and folds entries that say the same into one; the first stays.
public struct DedupeStage: Stage {
  /// What happens to duplicates of one level.
  public enum Action: String, CaseIterable, OptionConvertible, Sendable { case merge, report, off }

  /// How far apart entries may stand to be merged.
  public enum Scope: String, CaseIterable, OptionConvertible, Sendable { case section, document, collection }

  /// Which page of one work is kept.
  public enum Form: String, CaseIterable, OptionConvertible, Sendable { case abs, doi, pdf }

  public struct Levels: StageOptions, Sendable {
    public var exact = Action.merge
    public var page = Action.merge
    public var work = Action.report
    public var title = Action.report
    public init() {}

    public static let specs = [
      OptionSpec<Self>("exact", \.exact, "The same URL, byte for byte."),
      OptionSpec<Self>("page", \.page, "The same page, written differently (http and https, a slash more)."),
      OptionSpec<Self>("work", \.work, "The same paper, repository or video on different pages."),
      OptionSpec<Self>("title", \.title, "The same title of at least four words under different URLs."),
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

  public struct Options: StageOptions {
    public var levels = Levels()
    public var scope = Scope.section
    public var prefer: [Form] = []
    public init() {}

    public static let specs = [
      OptionSpec<Self>("levels", \.levels, "What happens at each level: merge, report or off."),
      OptionSpec<Self>("scope", \.scope, "Within what entries are merged; beyond it they are reported."),
      OptionSpec<Self>("prefer", \.prefer, "Which URL of a merged work is kept, the best first; else the first one's."),
    ]
  }

  public static let manual = StageManual(
    name: "dedupe",
    summary: "Finds links that lead to the same page or work, and folds entries that say the same into one.",
    discussion: """
      Only an entry that opens its item is ever merged, and only if the whole item can go: a bullet item or table row \
      without items of its own, other links, or words that the survivor lacks, in a list that keeps another item. \
      Prose is never touched, numbered lists are never renumbered.

      Titles must agree, case, punctuation and spaces aside, or one of them must be missing or generic ("PDF", \
      "here"). The survivor keeps the first place; if it has no title of its own it takes over its twin's whole link, \
      unless that would break the order of an alphabetical list: then the twin stays, where it is. \
      Every duplicate that stays is in the report with its reason. Translations of one list (`list-de.md`) are never \
      merged with each other; nor are two parts of a page, or two moments of a video.
      """,
    rules: [
      RuleManual("same-url", "Links with the same URL.", severity: .note),
      RuleManual("same-page", "Links to the same page under different URLs.", severity: .note),
      RuleManual("same-work", "Links to different pages of one paper, repository or video.", severity: .note),
      RuleManual("same-title", "Links with the same title and different URLs.", severity: .note),
      RuleManual("related-page", "Links to two parts of a page, or to a work and its mirror.", severity: .note),
      RuleManual("one-url-two-titles", "Entries with one URL and different titles: both stay.", severity: .warning),
      RuleManual("duplicate-kept", "A duplicate that could not be merged, and why.", severity: .note),
      RuleManual("adopt-link", "A survivor without a title takes over its twin's link."),
      RuleManual("prefer-url", "A survivor takes the preferred URL of its work."),
    ],
    examples: [
      StageExample(
        "a bare URL and a titled one become a titled one, at the first place",
        input: "- http://tea.example/\n- [Black](https://black.example)\n- [Tea](https://tea.example)\n",
        output: "- [Tea](https://tea.example)\n- [Black](https://black.example)\n"),
      StageExample(
        "different titles stay",
        input: "- [Basic Weaving](https://loom.example/a)\n- [Advanced Weaving](https://loom.example/a)\n",
        output: "- [Basic Weaving](https://loom.example/a)\n- [Advanced Weaving](https://loom.example/a)\n",
        findings: ["one-url-two-titles"]),
      StageExample(
        "other sections are reported",
        input: "# A\n\n- [Tea](https://tea.example)\n\n# B\n\n- [Tea](https://tea.example)\n",
        output: "# A\n\n- [Tea](https://tea.example)\n\n# B\n\n- [Tea](https://tea.example)\n", findings: ["same-url"]),
      StageExample(
        "a whole document", options: "{scope: document}",
        input:
          "# A\n\n- [Tea](https://tea.example)\n\n# B\n\n- [Tea](https://tea.example)\n- [Jam](https://jam.example)\n",
        output: "# A\n\n- [Tea](https://tea.example)\n\n# B\n\n- [Jam](https://jam.example)\n"),
      StageExample(
        "one paper", options: "{levels: {work: merge}, prefer: [abs]}",
        input: "- [Slow maps](https://arxiv.org/pdf/1905.13405v2)\n- [slow maps](https://arxiv.org/abs/1905.13405)\n",
        output: "- [Slow maps](https://arxiv.org/abs/1905.13405)\n"),
      StageExample(
        "prose stays",
        input: "See [Tea](https://tea.example).\n\n- [Tea](https://tea.example)\n- [Jam](https://jam.example)\n",
        output: "See [Tea](https://tea.example).\n\n- [Tea](https://tea.example)\n- [Jam](https://jam.example)\n",
        findings: ["duplicate-kept"]),
    ])

  let options: Options
  public init(_ options: Options) { self.options = options }

  public func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    collection.identifyAll()
    let related = RelatedPages(in: collection, options)
    var resolver = DuplicateResolver(options, TranslationFamilies(collection.documents))
    for bucket in DuplicateBuckets.byAddress(in: collection, options.levels) {
      let candidates = bucket.compactMap { DuplicateCandidate($0, in: collection, options) }
      resolver.resolve(candidates, in: &collection)
    }
    if options.levels.title != .off {
      // Links that were rewritten lead elsewhere now.
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
