import CurateCore
import MarkdownSyntax

/// Brings the blank lines between the outermost blocks of a document to its own habit, or to a number.
///
/// Blocks in quotes and lists are left alone, and so is what stands around raw HTML, where a blank line can end a block.
/// Tables of contents are left alone as well: a later stage may drop or add one, and the habit must not hang on it.
struct BlankLines {
  private let tree: MarkdownTree
  private let options: TidyStage.Options
  private let gaps: [Gap]

  init(_ document: Document, _ options: TidyStage.Options) {
    tree = document.tree
    self.options = options
    gaps = Self.gaps(in: document)
  }

  func survey(_ proposals: inout [Proposal], _ notes: inout [TidyNote]) {
    for (kind, spacing) in [
      (Gap.Kind.beforeHeading, options.blankBeforeHeading), (.listAfterHeading, options.blankBeforeList),
      (.listAfterText, options.blankBeforeList), (.other, options.blankLines),
    ] {
      survey(gaps.filter { $0.kind == kind }, kind, spacing, &proposals, &notes)
    }
  }

  /// The place between two neighbouring blocks.
  private struct Gap {
    enum Kind {
      case beforeHeading, listAfterHeading, listAfterText, other
    }

    var kind: Kind
    /// The blank lines, from 1; empty if there are none.
    var blank: Range<Int>
    /// Where the block after it begins its line.
    var offset: Int
  }

  /// The gap before a table of contents is no place to judge by: the table may be a copy that another stage drops. The
  /// gap after it then follows what stood before.
  private static func gaps(in document: Document) -> [Gap] {
    let tree = document.tree
    let blocks = tree.children(of: MarkdownTree.root)
    let contents = Set(document.tablesOfContents.flatMap(\.lists))
    return zip(blocks, blocks.dropFirst()).compactMap { first, second in
      let end = tree.lineRange(of: first).upperBound
      let start = tree.lineRange(of: second).lowerBound
      guard start > end, !contents.contains(second), !isMarkup(first, in: tree),
        let kind = kind(first, second, in: tree)
      else { return nil }
      return Gap(kind: kind, blank: (end + 1)..<start, offset: tree.lines.range(ofLine: start).lowerBound)
    }
  }

  private static func kind(_ first: NodeID, _ second: NodeID, in tree: MarkdownTree) -> Gap.Kind? {
    switch (tree.kind(of: first), tree.kind(of: second)) {
    case (.frontMatter, _), (_, .htmlBlock), (.list, .list), (.linkDefinition, .linkDefinition): nil
    case (_, .indentedCode), (.indentedCode, _), (.footnoteDefinition, _), (_, .footnoteDefinition): nil
    case (_, .heading): .beforeHeading
    case (.heading, .list), (.setextHeading, .list): .listAfterHeading
    case (_, .list): .listAfterText
    default: .other
    }
  }

  /// Raw HTML, or a line that holds nothing but tags (`<a name="tea"></a>`).
  private static func isMarkup(_ block: NodeID, in tree: MarkdownTree) -> Bool {
    switch tree.kind(of: block) {
    case .htmlBlock: return true
    case .paragraph:
      return tree.subtree(of: block).dropFirst().allSatisfy {
        switch tree.kind(of: NodeID($0)) {
        case .htmlOpenTag, .htmlCloseTag, .htmlComment, .htmlOther, .softBreak: true
        default: false
        }
      }
    default: return false
    }
  }

  private func survey(
    _ places: [Gap], _ kind: Gap.Kind, _ spacing: Spacing, _ proposals: inout [Proposal], _ notes: inout [TidyNote]
  ) {
    let place = phrase(kind)
    switch spacing {
    case .off: return
    case .lines(let count):
      let reason = "the recipe asks for \(count.pluralized("blank line")) \(place)"
      for gap in places { propose(count, at: gap, kind, reason: reason, &proposals) }
    case .auto:
      // Between other blocks only what has a blank line can have too many.
      let comparable = kind == .other ? places.filter { !$0.blank.isEmpty } : places
      let counts = Dictionary(grouping: comparable, by: { $0.blank.count }).mapValues(\.count)
      guard let (usual, share) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
      guard Habit.isHabit(share, of: comparable.count) else {
        if counts.count > 1, comparable.count >= Habit.fewest, let first = comparable.first {
          notes.append(TidyNote(offset: first.offset, rule: "mixed-spacing", message: describe(counts, place)))
        }
        return
      }
      let blankLines = usual.pluralized("blank line")
      let reason = "\(share.grouped) of \(comparable.count.grouped) such places have \(blankLines) \(place)"
      for gap in comparable { propose(usual, at: gap, kind, reason: reason, &proposals) }
    }
  }

  private func phrase(_ kind: Gap.Kind) -> String {
    switch kind {
    case .beforeHeading: "before a heading"
    case .listAfterHeading: "between a heading and a list"
    case .listAfterText: "before a list"
    case .other: "between blocks"
    }
  }

  private func describe(_ counts: [Int: Int], _ place: String) -> String {
    let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      "\($0.value.pluralized("place has", "places have")) \($0.key.grouped)"
    }
    return "no habit to follow for blank lines \(place): " + parts.joined(separator: ", ")
  }

  /// Adds or drops whole lines; a single blank line is never dropped, it may be all that holds two blocks apart.
  private func propose(
    _ wanted: Int, at gap: Gap, _ kind: Gap.Kind, reason: String, _ proposals: inout [Proposal]
  ) {
    let rule =
      switch kind {
      case .beforeHeading: "blank-before-heading"
      case .listAfterHeading, .listAfterText: "blank-before-list"
      case .other: "blank-lines"
      }
    if gap.blank.count < wanted, kind != .other {
      let lines = Array(repeating: lineEnding, count: wanted - gap.blank.count).flatMap { $0 }
      proposals.append(
        Proposal(gap.offset..<gap.offset, lines, field: "blank-line", rule: rule, reason: reason))
    } else if gap.blank.count > max(1, wanted) {
      let start = tree.lines.range(ofLine: gap.blank.lowerBound + max(1, wanted)).lowerBound
      proposals.append(Proposal(start..<gap.offset, [], field: "blank-line", rule: rule, reason: reason))
    }
  }

  /// The ending of the document's first line.
  private var lineEnding: [UInt8] {
    let first = tree.source[tree.lines.range(ofLine: 1)]
    return first.suffix(2).elementsEqual([0x0D, 0x0A]) ? [0x0D, 0x0A] : [0x0A]
  }
}
