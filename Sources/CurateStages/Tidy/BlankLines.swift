import CurateCore
import MarkdownSyntax

/// Makes the number of blank lines between the outermost blocks of a document follow its convention, or an option.
///
/// Skips blocks in quotes and lists, and blocks next to raw HTML, where a blank line can end a block. Skips tables of
/// contents as well: a later stage may remove or insert one, and the convention must not depend on it.
struct BlankLines {
  private let tree: MarkdownTree
  private let options: TidyStage.Options
  private let gaps: [Gap]

  init(_ document: Document, _ options: TidyStage.Options) {
    tree = document.tree
    self.options = options
    gaps = Self.gaps(in: document)
  }

  func propose(_ edits: inout [ProposedEdit], _ notes: inout [TidyNote]) {
    for (kind, spacing) in [
      (Gap.Kind.beforeHeading, options.blankBeforeHeading), (.listAfterHeading, options.blankBeforeList),
      (.listAfterText, options.blankBeforeList), (.other, options.blankLines),
    ] {
      propose(gaps.filter { $0.kind == kind }, kind, spacing, &edits, &notes)
    }
  }

  /// The lines between two adjacent blocks.
  private struct Gap {
    enum Kind {
      case beforeHeading, listAfterHeading, listAfterText, other
    }

    var kind: Kind
    /// The blank lines (from 1); empty if there are none.
    var blank: Range<Int>
    /// The offset of the line on which the block after the gap begins.
    var offset: Int
  }

  /// Skips the gap before a table of contents: the table may be a duplicate that another stage removes, and the gap after
  /// it then follows the block before.
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

  /// Whether a block is raw HTML, or a paragraph of nothing but tags (`<a name="tea"></a>`).
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

  private func propose(
    _ gaps: [Gap], _ kind: Gap.Kind, _ spacing: Spacing, _ edits: inout [ProposedEdit], _ notes: inout [TidyNote]
  ) {
    let place = phrase(kind)
    switch spacing {
    case .off: return
    case .lines(let count):
      let reason = "the recipe asks for \(count.pluralized("blank line")) \(place)"
      for gap in gaps { propose(count, at: gap, kind, reason: reason, &edits) }
    case .auto:
      // Between other blocks, blank lines are only dropped, so gaps without one do not count.
      let comparable = kind == .other ? gaps.filter { !$0.blank.isEmpty } : gaps
      let counts = Dictionary(grouping: comparable, by: { $0.blank.count }).mapValues(\.count)
      guard let (usual, share) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
      guard Convention.holds(share, of: comparable.count) else {
        if counts.count > 1, comparable.count >= Convention.minimumPlaces, let first = comparable.first {
          notes.append(TidyNote(offset: first.offset, rule: "mixed-spacing", message: describe(counts, place)))
        }
        return
      }
      let reason =
        "\(share.grouped) of \(comparable.count.grouped) such places have \(usual.pluralized("blank line")) \(place)"
      for gap in comparable { propose(usual, at: gap, kind, reason: reason, &edits) }
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
    return "no convention for blank lines \(place): " + parts.joined(separator: ", ")
  }

  /// Adds or drops whole lines. Never drops the last blank line, which may be all that separates two blocks.
  private func propose(
    _ wanted: Int, at gap: Gap, _ kind: Gap.Kind, reason: String, _ edits: inout [ProposedEdit]
  ) {
    let rule =
      switch kind {
      case .beforeHeading: "blank-before-heading"
      case .listAfterHeading, .listAfterText: "blank-before-list"
      case .other: "blank-lines"
      }
    if gap.blank.count < wanted, kind != .other {
      let lines = Array(repeating: lineEnding, count: wanted - gap.blank.count).flatMap { $0 }
      edits.append(
        ProposedEdit(gap.offset..<gap.offset, lines, field: "blank-line", rule: rule, reason: reason))
    } else if gap.blank.count > max(1, wanted) {
      let start = tree.lines.range(ofLine: gap.blank.lowerBound + max(1, wanted)).lowerBound
      edits.append(ProposedEdit(start..<gap.offset, [], field: "blank-line", rule: rule, reason: reason))
    }
  }

  /// The line ending of the document's first line.
  private var lineEnding: [UInt8] {
    let first = tree.source[tree.lines.range(ofLine: 1)]
    return first.suffix(2).elementsEqual([0x0D, 0x0A]) ? [0x0D, 0x0A] : [0x0A]
  }
}
