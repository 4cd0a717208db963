import CurateCore
import MarkdownSyntax

/// Finds tables of contents that list exactly what an earlier one lists, or will do once both are rewritten.
struct TocDuplicates {
  private let document: Document
  private let options: TocStage.Options
  private let targets: [TocTargets]
  /// Of each table, where tables are rewritten; each is as long as the document has headings.
  private let outlines: [TocOutline]

  init(_ document: Document, _ options: TocStage.Options) {
    self.document = document
    self.options = options
    var meant: AnchorCandidates?
    targets = document.tablesOfContents.map { TocTargets(document, $0, &meant) }
    outlines = options.mode == .regenerate ? targets.map { TocOutline($0, options.levels) } : []
  }

  /// A table that remains, and whether it may be rewritten.
  struct Kept {
    var targets: TocTargets
    /// Nil where tables are not rewritten.
    var outline: TocOutline?
    /// It lists a part of what another table lists: a choice, not an old copy.
    var isPartial: Bool
  }

  /// Notes or removes the copies.
  ///
  /// - Returns: the tables that remain.
  func settle(in collection: inout Collection) -> [Kept] {
    var kept: [Kept] = []
    for (index, table) in document.tablesOfContents.enumerated() {
      let outline = outlines.isEmpty ? nil : outlines[index]
      let current = Kept(targets: targets[index], outline: outline, isPartial: outline != nil && isPartial(index))
      if let original = kept.first(where: { isCopy(current, of: $0) }) {
        let line = document.line(at: original.targets.table.range.lowerBound)
        guard let reason = remove(table, original: line, from: &collection) else { continue }
        collection.report(
          "this table of contents lists the same as the one in line \(line)\(reason)", rule: "duplicate-toc",
          severity: .note, in: document.id, at: table.range.lowerBound)
      }
      kept.append(current)
    }
    return kept
  }

  private func isCopy(_ table: Kept, of other: Kept) -> Bool {
    let (a, b) = (table.targets.table, other.targets.table)
    guard !a.entries.isEmpty, !b.entries.isEmpty else { return false }
    // Compared as they will be once broken links are mended, so that no copy comes to light only in a second run.
    let areAlike = a.entries.elementsEqual(b.entries) { $0.depth == $1.depth }
    if areAlike, table.targets.fragments == other.targets.fragments { return true }
    guard let outline = table.outline, let rival = other.outline else { return false }
    return !table.isPartial && !other.isPartial && !a.isHandMade && !b.isHandMade && outline.headings == rival.headings
  }

  /// Whether a table lists less than 80 % of what it would list, and another table is there for that.
  private func isPartial(_ index: Int) -> Bool {
    let own = outlines[index]
    guard !own.listsNearlyAll else { return false }
    let peers = outlines.indices.filter { peer in
      peer != index && !document.tablesOfContents[peer].isHandMade && outlines[peer].headings == own.headings
    }
    return peers.contains { $0 < index || outlines[$0].listsNearlyAll }
  }

  /// - Returns: nil if the table is gone; else why it stays, if that needs saying.
  private func remove(_ table: TableOfContents, original line: Int, from collection: inout Collection) -> String? {
    guard options.duplicates == .remove else { return "" }
    guard !table.isHandMade else { return ", and stays because it holds more than links" }
    let range = rangeToRemove(table)
    guard Surroundings(of: range, in: document).stay(replacing: range, with: []) else {
      return ", and stays because the blocks around it would run together"
    }
    let links = collection.links(by: table.entries.map(\.link), in: document)
    let refusal = collection.replaceBlock(
      range, in: document.id, with: [], removing: links.values.sorted(), field: "toc",
      rule: "remove-duplicate-toc", reason: "lists the same as the table of contents in line \(line)")
    return refusal.map { ", and stays because \($0.reason)" }
  }

  /// Whole lines, the comments around the table included if nothing else stands between them, and the blank lines after
  /// it if there are some before it too.
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

  /// Whether only comments and white space stand around `inner` in `outer`.
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
