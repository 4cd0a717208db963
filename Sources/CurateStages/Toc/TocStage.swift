public import CurateCore

/// Finds tables of contents without markers, mends or rewrites them, and checks links to files and parts.
public struct TocStage: Stage {
  public enum Mode: String, CaseIterable, OptionConvertible { case check, repair, regenerate }
  public enum Duplicates: String, CaseIterable, OptionConvertible { case keep, remove }
  public enum Insertion: String, CaseIterable, OptionConvertible { case never, afterTitle = "after-title" }

  public struct Options: StageOptions {
    public var mode = Mode.repair
    public var duplicates = Duplicates.keep
    public var insert = Insertion.never
    public var levels = HeadingLevels.auto
    public init() {}

    public static let specs = [
      OptionSpec<Self>(
        "mode", \.mode,
        "Only report, or mend links that lead nowhere, or rewrite the tables from the headings."),
      OptionSpec<Self>("duplicates", \.duplicates, "What becomes of a table that lists the same as one before it."),
      OptionSpec<Self>("insert", \.insert, "Whether a document without a table gets one, below its title."),
      OptionSpec<Self>(
        "levels", \.levels,
        "Which headings a rewritten table lists, such as 2-3; auto: as it does already, a new one 2-3."
      ),
    ]
  }

  let options: Options
  public init(_ options: Options) {
    var options = options
    if options.mode == .check { (options.duplicates, options.insert) = (.keep, .never) }
    self.options = options
  }

  public func run(on collection: inout Collection, in context: StageContext) {
    var mended: Set<LinkID> = []
    for document in collection.documents {
      let labels = HeadingLabels(document)
      for kept in TocDuplicates(document, options).settle(in: &collection) {
        if let outline = kept.outline, !kept.isPartial {
          mended.formUnion(TocRewrite(kept.targets, outline, labels).run(on: &collection))
        } else if options.mode == .check {
          TocRepair(kept.targets).noteGaps(in: &collection)
        } else {
          mended.formUnion(TocRepair(kept.targets).run(on: &collection))
        }
      }
      if document.tablesOfContents.isEmpty, options.insert == .afterTitle {
        TocInsertion(document, options.levels).run(on: &collection)
      }
    }
    var check = LocalLinkCheck(collection, files: context.files)
    check.run(on: &collection, leavingOut: mended)
  }
}

/// A range of heading levels: `2-3`, `2`, or `auto`.
public enum HeadingLevels: OptionConvertible, Equatable {
  case auto
  case range(ClosedRange<Int>)

  public static var optionType: OptionType { .string }

  public init(_ node: ConfigNode) throws(OptionProblems) {
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
        .invalid("'\(text)' is no range of heading levels, such as 2-3 (levels are 1 to 6)"), at: node.span)
    }
    self = .range(first...last)
  }

  public var optionText: String {
    switch self {
    case .auto: "auto"
    case .range(let levels):
      levels.count == 1 ? "\(levels.lowerBound)" : "\(levels.lowerBound)-\(levels.upperBound)"
    }
  }
}
