import CurateCore
import MarkdownSyntax

/// Inserts a table of contents below the title of a document that has none.
struct TocInsertion {
  /// A document with fewer headings gets no table.
  static let minimumHeadings = 3

  private let document: Document
  private let levels: HeadingLevels

  init(_ document: Document, _ levels: HeadingLevels) {
    self.document = document
    self.levels = levels
  }

  func run(on collection: inout Collection) {
    guard let title = document.headings.first, title.level == 1, title.opensSection else { return }
    let line = document.tree.lineRange(of: title.node).upperBound
    let offset = document.lines.range(ofLine: line).upperBound
    let place = TocTargets(document, newAt: offset)
    let outline = TocOutline(place, levels)
    guard outline.headings.count >= Self.minimumHeadings else { return }
    let style = TocStyle(newIn: document)
    let ending = style.lineEnding
    let block = TocRewrite(place, outline, HeadingLabels(document)).lines(style).flatMap { $0 + ending }
    let needsEnding = document.source[..<offset].last != 0x0A && document.source[..<offset].last != 0x0D
    let before = (needsEnding ? ending : []) + ending
    let after = isBlank(line + 1) ? [] : ending
    // A list or an indented line after the title would become part of the table; comments separate them.
    let marked =
      Array("<!-- toc -->".utf8) + ending + ending + block + ending + Array("<!-- tocstop -->".utf8) + ending
    let neighbors = NeighborBlocks(of: offset..<offset, in: document)
    let choices = (looksLikeTable(after: title) ? [] : [block]) + [marked]
    let texts = choices.map { before + $0 + after }
    guard let text = texts.first(where: { neighbors.areUnchanged(replacing: offset..<offset, with: $0) }) else {
      collection.report(
        "no table of contents inserted, because it would change the block below the title", rule: "not-equal",
        severity: .note, in: document.id, at: title.range.lowerBound)
      return
    }
    collection.insertBlock(
      text, in: document.id, at: offset, field: "toc", rule: "insert-toc",
      reason: "the document had no table of contents")
  }

  /// Whether a list or indented block follows the title: the next run would parse both as one table.
  private func looksLikeTable(after title: Heading) -> Bool {
    let tree = document.tree
    let next = tree.children(of: MarkdownTree.root).first { tree.range(of: $0).lowerBound >= title.range.upperBound }
    return next.map { tree.kind(of: $0) == .list || tree.kind(of: $0) == .indentedCode } ?? false
  }

  /// Whether a line is blank or after the last line.
  private func isBlank(_ line: Int) -> Bool {
    line > document.lines.count
      || document.source[document.lines.range(ofLine: line)].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
