import CurateCore
import MarkdownSyntax

/// Gives a document without a table of contents one, below its title.
struct TocInsertion {
  /// A table for less is no help.
  static let fewestHeadings = 3

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
    guard outline.headings.count >= Self.fewestHeadings else { return }
    let style = TocStyle(newIn: document)
    let ending = style.lineEnding
    let block = TocRewrite(place, outline, HeadingLabels(document)).lines(style).flatMap { $0 + ending }
    let needsEnding = document.source[..<offset].last != 0x0A && document.source[..<offset].last != 0x0D
    let before = (needsEnding ? ending : []) + ending
    let after = isBlank(line + 1) ? [] : ending
    // A list or an indented line after the title would become a part of the table: comments hold them apart.
    let fenced =
      Array("<!-- toc -->".utf8) + ending + ending + block + ending + Array("<!-- tocstop -->".utf8) + ending
    let surroundings = Surroundings(of: offset..<offset, in: document)
    let choices = (looksLikeTable(after: title) ? [] : [block]) + [fenced]
    let texts = choices.map { before + $0 + after }
    guard let text = texts.first(where: { surroundings.stay(replacing: offset..<offset, with: $0) }) else {
      collection.report(
        "no table of contents added: the block below the title would read differently", rule: "not-equal",
        severity: .note, in: document.id, at: title.range.lowerBound)
      return
    }
    collection.insertBlock(
      text, in: document.id, at: offset, field: "toc", rule: "insert-toc",
      reason: "the document had no table of contents")
  }

  /// Whether a list follows: the next run would take both for one table.
  private func looksLikeTable(after title: Heading) -> Bool {
    let tree = document.tree
    let next = tree.children(of: MarkdownTree.root).first { tree.range(of: $0).lowerBound >= title.range.upperBound }
    return next.map { tree.kind(of: $0) == .list || tree.kind(of: $0) == .indentedCode } ?? false
  }

  /// Whether a line holds nothing but white space; so do all beyond the last.
  private func isBlank(_ line: Int) -> Bool {
    line > document.lines.count
      || document.source[document.lines.range(ofLine: line)].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
