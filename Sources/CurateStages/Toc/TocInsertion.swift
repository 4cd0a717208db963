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
    guard let title = document.headings.first, title.level == 1, title.opensSection,
      let bullet = bullet(after: title)
    else { return }
    let line = document.tree.lineRange(of: title.node).upperBound
    let offset = document.lines.range(ofLine: line).upperBound
    let place = TableOfContents(emptyAt: offset)
    let outline = TocOutline(document, place, levels)
    guard outline.headings.count >= Self.fewestHeadings else { return }
    let style = TocStyle(newIn: document, bullet: bullet)
    let lines = TocRewrite(document, place, outline).lines(style)
    let needsEnding = document.source[..<offset].last != 0x0A && document.source[..<offset].last != 0x0D
    let text =
      (needsEnding ? style.lineEnding : []) + style.lineEnding + lines.flatMap { $0 + style.lineEnding }
      + (isBlank(line + 1) ? [] : style.lineEnding)
    collection.insertBlock(
      text, in: document.id, at: offset, field: "toc", rule: "insert-toc",
      reason: "the document had no table of contents")
  }

  /// Whether a line holds nothing but white space; so do all beyond the last.
  private func isBlank(_ line: Int) -> Bool {
    line > document.lines.count
      || document.source[document.lines.range(ofLine: line)].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  /// A bullet that the block after the title does not have, or both would be one list; nil if that block would become
  /// a part of any list before it.
  private func bullet(after title: Heading) -> UInt8? {
    let tree = document.tree
    let next = tree.children(of: MarkdownTree.root).first { tree.range(of: $0).lowerBound >= title.range.upperBound }
    guard let next else { return UInt8(ascii: "-") }
    if tree.kind(of: next) == .indentedCode { return nil }
    return tree.list(next)?.delimiter == UInt8(ascii: "-") ? UInt8(ascii: "*") : UInt8(ascii: "-")
  }
}
