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
    let place = TableOfContents(emptyAt: offset)
    let outline = TocOutline(document, place, levels)
    guard outline.headings.count >= Self.fewestHeadings else { return }
    let ending = TocStyle(of: place, levels: [], in: document).lineEnding
    let lines = TocRewrite(document, place, levels).lines(TocStyle(of: place, levels: [], in: document).nested())
    let needsEnding = document.source[..<offset].last != 0x0A && document.source[..<offset].last != 0x0D
    let text = (needsEnding ? ending : []) + ending + Array(lines.map { $0 + ending }.joined())
    collection.insertBlock(
      text, in: document.id, at: offset, field: "toc", rule: "insert-toc",
      reason: "the document had no table of contents")
  }
}
