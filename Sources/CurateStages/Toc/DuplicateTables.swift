import CurateCore
import MarkdownSyntax

/// Finds tables of contents that list exactly what an earlier one lists, or will list it after both are rewritten.
struct DuplicateTables {
  private let document: Document
  private let options: TocStage.Options
  private let targets: [TocTargets]
  /// By table; empty unless tables are rewritten, because each takes memory proportional to the headings.
  private let outlines: [TocOutline]

  init(_ document: Document, _ options: TocStage.Options) {
    self.document = document
    self.options = options
    var candidates: AnchorCandidates?
    targets = document.tablesOfContents.map { TocTargets(document, $0, &candidates) }
    outlines = options.mode == .regenerate ? targets.map { TocOutline($0, options.levels) } : []
  }

  /// A table that remains.
  struct RemainingTable {
    var targets: TocTargets
    /// Nil unless tables are rewritten.
    var outline: TocOutline?
    /// Whether it lists a part of what another table lists, by choice of its author.
    var isPartial: Bool
  }

  /// Reports or removes the duplicates.
  ///
  /// - Returns: the tables that remain.
  func resolve(in collection: inout Collection) -> [RemainingTable] {
    var remaining: [RemainingTable] = []
    for (index, table) in document.tablesOfContents.enumerated() {
      let outline = outlines.isEmpty ? nil : outlines[index]
      let current = RemainingTable(
        targets: targets[index], outline: outline, isPartial: outline != nil && isPartial(index))
      if let original = remaining.first(where: { isDuplicate(current, of: $0) }) {
        let line = document.line(at: original.targets.table.range.lowerBound)
        guard let reason = remove(table, original: line, from: &collection) else { continue }
        collection.report(
          "this table of contents lists the same as the one on line \(line)\(reason)", rule: "duplicate-toc",
          severity: .note, in: document.id, at: table.range.lowerBound)
      }
      remaining.append(current)
    }
    return remaining
  }

  private func isDuplicate(_ table: RemainingTable, of other: RemainingTable) -> Bool {
    let (a, b) = (table.targets.table, other.targets.table)
    guard !a.entries.isEmpty, !b.entries.isEmpty else { return false }
    // Compared as they will be after broken links are repaired, so that a second run finds no more duplicates.
    let haveSameDepths = a.entries.elementsEqual(b.entries) { $0.depth == $1.depth }
    if haveSameDepths, table.targets.fragments == other.targets.fragments { return true }
    guard let outline = table.outline, let otherOutline = other.outline else { return false }
    return !table.isPartial && !other.isPartial && !a.isHandMade && !b.isHandMade
      && outline.headings == otherOutline.headings
  }

  /// Whether a table lists less than 80 % of the headings that it would list after a rewrite, and another table lists them.
  private func isPartial(_ index: Int) -> Bool {
    let own = outlines[index]
    guard !own.listsNearlyAll else { return false }
    let peers = outlines.indices.filter { peer in
      peer != index && !document.tablesOfContents[peer].isHandMade && outlines[peer].headings == own.headings
    }
    return peers.contains { $0 < index || outlines[$0].listsNearlyAll }
  }

  /// - Returns: nil if the table was removed; otherwise why not, as the end of a message, or an empty string.
  private func remove(_ table: TableOfContents, original line: Int, from collection: inout Collection) -> String? {
    guard options.duplicates == .remove else { return "" }
    guard !table.isHandMade else { return "; not removed, because it holds more than links" }
    let range = rangeToRemove(table)
    guard NeighborBlocks(of: range, in: document).areUnchanged(replacing: range, with: []) else {
      return "; not removed, because the blocks around it would run together"
    }
    let links = collection.links(by: table.entries.map(\.link), in: document)
    let refusal = collection.replaceBlock(
      range, in: document.id, with: [], removing: links.values.sorted(), field: "toc",
      rule: "remove-duplicate-toc", reason: "lists the same as the table of contents on line \(line)")
    return refusal.map { "; not removed, because \($0.reason)" }
  }

  /// Returns whole lines: the table, the comments around it if they enclose nothing else, and the blank lines after it if
  /// there are blank lines before it as well.
  private func rangeToRemove(_ table: TableOfContents) -> Range<Int> {
    var whole = table.range
    if let marked = table.markedRange, holdsNothingElse(marked, than: table.range) { whole = marked }
    let first = document.line(at: whole.lowerBound)
    var last = document.line(at: max(whole.lowerBound, whole.upperBound - 1))
    if first == 1 || isBlank(first - 1) {
      while last < document.lines.count, isBlank(last + 1) { last += 1 }
    }
    return document.lines.range(ofLine: first).lowerBound..<document.lines.range(ofLine: last).upperBound
  }

  /// Whether `outer` holds only comments and white space around `inner`.
  private func holdsNothingElse(_ outer: Range<Int>, than inner: Range<Int>) -> Bool {
    let around =
      document.text(in: outer.lowerBound..<inner.lowerBound) + document.text(in: inner.upperBound..<outer.upperBound)
    return MarkupText.isOnlyTags(around)
  }

  private func isBlank(_ line: Int) -> Bool {
    document.source[document.lines.range(ofLine: line)].allSatisfy {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D
    }
  }
}
