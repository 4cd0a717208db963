import CurateCore
import MarkdownSyntax

/// Finds tables of contents that list exactly what an earlier one lists.
struct TocDuplicates {
  private let document: Document
  private let choice: TocStage.Duplicates

  init(_ document: Document, _ choice: TocStage.Duplicates) {
    self.document = document
    self.choice = choice
  }

  /// Notes or removes the copies.
  ///
  /// - Returns: the tables that remain.
  func settle(in collection: inout Collection) -> [TableOfContents] {
    var kept: [TableOfContents] = []
    for table in document.tablesOfContents {
      guard let original = kept.first(where: { isCopy(table, of: $0) }) else {
        kept.append(table)
        continue
      }
      let line = document.line(at: original.range.lowerBound)
      guard choice == .remove, !table.isHandMade, remove(table, original: line, from: &collection) else {
        kept.append(table)
        note(table, original: line, in: &collection)
        continue
      }
    }
    return kept
  }

  private func isCopy(_ table: TableOfContents, of other: TableOfContents) -> Bool {
    !table.entries.isEmpty && table.entries.count == other.entries.count
      && zip(table.entries, other.entries).allSatisfy { $0.depth == $1.depth && $0.fragment == $1.fragment }
  }

  private func note(_ table: TableOfContents, original line: Int, in collection: inout Collection) {
    let why = choice == .remove && table.isHandMade ? ", and stays because it holds more than links" : ""
    collection.note(
      "this table of contents lists the same as the one in line \(line)\(why)", rule: "duplicate-toc", severity: .note,
      in: document.id, at: table.range.lowerBound)
  }

  private func remove(_ table: TableOfContents, original line: Int, from collection: inout Collection) -> Bool {
    let links = collection.links(by: table.entries.map(\.link), in: document)
    let refusal = collection.replaceBlock(
      rangeToRemove(table), in: document.id, with: [], removing: links.values.sorted(), field: "toc",
      rule: "remove-duplicate-toc", reason: "lists the same as the table of contents in line \(line)")
    return refusal == nil
  }

  /// Whole lines, the comments around the table included, and the blank lines after it if there are some before it too.
  private func rangeToRemove(_ table: TableOfContents) -> Range<Int> {
    let whole = table.markedRange ?? table.range
    let first = document.line(at: whole.lowerBound)
    var last = document.line(at: max(whole.lowerBound, whole.upperBound - 1))
    if first == 1 || isBlank(first - 1) {
      while last < document.lines.count, isBlank(last + 1) { last += 1 }
    }
    return document.lines.range(ofLine: first).lowerBound..<document.lines.range(ofLine: last).upperBound
  }

  private func isBlank(_ line: Int) -> Bool {
    document.source[document.lines.range(ofLine: line)].allSatisfy {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D
    }
  }
}
