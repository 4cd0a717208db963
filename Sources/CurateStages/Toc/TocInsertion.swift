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
    let style = TocStyle(newIn: document)
    let ending = style.lineEnding
    var block = TocRewrite(document, place, outline).lines(style).flatMap { $0 + ending }
    if needsFence(after: title) {
      block = Array("<!-- toc -->".utf8) + ending + ending + block + ending + Array("<!-- tocstop -->".utf8) + ending
    }
    let needsEnding = document.source[..<offset].last != 0x0A && document.source[..<offset].last != 0x0D
    let text = (needsEnding ? ending : []) + ending + block + (isBlank(line + 1) ? [] : ending)
    collection.insertBlock(
      text, in: document.id, at: offset, field: "toc", rule: "insert-toc",
      reason: "the document had no table of contents")
  }

  /// Whether the block after the title would become a part of any list before it, or look like one: then comments hold
  /// them apart.
  private func needsFence(after title: Heading) -> Bool {
    let tree = document.tree
    let next = tree.children(of: MarkdownTree.root).first { tree.range(of: $0).lowerBound >= title.range.upperBound }
    switch next.map({ tree.kind(of: $0) }) {
    case .list, .indentedCode: return true
    default: return false
    }
  }

  /// Whether a line holds nothing but white space; so do all beyond the last.
  private func isBlank(_ line: Int) -> Bool {
    line > document.lines.count
      || document.source[document.lines.range(ofLine: line)].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
