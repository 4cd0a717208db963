public import CurateCore
import MarkdownSyntax
import Platform

/// Unifies list markers, blank lines and stray spaces where nothing but the source changes.
public struct TidyStage: Stage {
  public struct Options: StageOptions {
    public var listMarker = true
    public var trailingSpace = true
    public var markerSpace = true
    public var headingSpace = true
    public var blankBeforeHeading = Spacing.auto
    public var blankBeforeList = Spacing.auto
    public var blankLines = Spacing.auto
    public init() {}

    public static let specs = [
      OptionSpec<Self>("list-marker", \.listMarker, "One marker in a run of list items: the one most used."),
      OptionSpec<Self>("trailing-space", \.trailingSpace, "Drops spaces at line ends that are no hard break."),
      OptionSpec<Self>("marker-space", \.markerSpace, "One space after the marker of a one-line list item."),
      OptionSpec<Self>("heading-space", \.headingSpace, "One space after the `#`s of a heading."),
      OptionSpec<Self>("blank-before-heading", \.blankBeforeHeading, "Blank lines before a heading."),
      OptionSpec<Self>("blank-before-list", \.blankBeforeList, "Blank lines before a list that stands in no other."),
      OptionSpec<Self>("blank-lines", \.blankLines, "Blank lines at most between other blocks."),
    ]
  }

  let options: Options
  public init(_ options: Options) { self.options = options }

  public func run(on collection: inout Collection, in context: StageContext) {
    let documents = collection.documents
    let surveys = concurrentMap(documents.count, stretch: 1) { range in
      let document = documents[range.lowerBound]
      let (proposals, notes) = survey(document)
      return (notes: notes, proven: RenderProof(of: document).check(proposals))
    }
    for (document, (notes, proven)) in zip(documents, surveys) {
      for note in notes {
        collection.report(note.message, rule: note.rule, severity: .note, in: document.id, at: note.offset)
      }
      for proposal in proven.sound {
        for piece in proposal.pieces {
          collection.restyle(
            piece.range, in: document.id, with: piece.replacement, field: proposal.field, rule: proposal.rule,
            reason: proposal.reason)
        }
      }
      for proposal in proven.unsound {
        collection.report(
          "left as it is, because the page would look different: \(proposal.reason)", rule: "not-equal",
          severity: .note, in: document.id, at: proposal.offset)
      }
    }
  }

  /// What could be tidied in a document, shielded parts left out.
  private func survey(_ document: Document) -> (proposals: [Proposal], notes: [TidyNote]) {
    var proposals: [Proposal] = []
    var notes: [TidyNote] = []
    if options.listMarker { ListMarkers(tree: document.tree).survey(&proposals, &notes) }
    if options.markerSpace { proposals += ExtraSpace(tree: document.tree).afterMarkers() }
    if options.headingSpace { proposals += ExtraSpace(tree: document.tree).afterHashes() }
    BlankLines(document, options).survey(&proposals, &notes)
    if options.trailingSpace { proposals += TrailingSpace(document).proposals(besides: proposals) }
    proposals.removeAll { proposal in
      proposal.pieces.contains { document.suppressions.line(covering: $0.range.lowerBound) != nil }
    }
    notes.removeAll { document.suppressions.line(covering: $0.offset) != nil }
    return (proposals, notes)
  }
}

/// How many blank lines stand at a kind of place.
public enum Spacing: OptionConvertible, Equatable {
  /// As at least 80 % of at least five such places of the document have it already.
  case auto
  case off
  case lines(Int)

  public static var optionType: OptionType { .either([.choice(["auto", "off"]), .integer(0...3)]) }

  public init(_ node: ConfigNode) throws(OptionProblems) {
    switch node.content {
    case .scalar("auto", _): self = .auto
    case .scalar("off", _): self = .off
    case .scalar(let text, isPlain: true):
      guard let count = Int(text), (0...3).contains(count) else { fallthrough }
      self = .lines(count)
    default: throw OptionProblems(.wrongType(expected: Self.optionType, found: node.found), at: node.span)
    }
  }

  public var optionText: String {
    switch self {
    case .auto: "auto"
    case .off: "off"
    case .lines(let count): String(count)
    }
  }
}
