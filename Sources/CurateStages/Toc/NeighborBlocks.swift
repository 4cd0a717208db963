import CurateCore
import MarkdownSyntax

/// The blocks around a table of contents; checks that an edit of the table does not change them. A list after the table
/// could join it, and an indented line could become part of its last item.
struct NeighborBlocks {
  private let document: Document
  /// The table with everything that changes.
  private let own: Range<Int>
  private let before: NodeID?
  private let after: NodeID?

  /// - Parameter own: the range of the table, or the empty range at which one is inserted.
  init(of own: Range<Int>, in document: Document) {
    self.document = document
    self.own = own
    let tree = document.tree
    var before: NodeID?
    var next = tree.firstChild(of: MarkdownTree.root)
    while let block = next, tree.range(of: block).lowerBound < own.upperBound {
      if tree.range(of: block).upperBound <= own.lowerBound { before = block }
      next = tree.nextSibling(of: block)
    }
    self.before = before
    after = next
  }

  /// Whether the blocks before and after are unchanged, with only lists and HTML blocks between them.
  func areUnchanged(replacing range: Range<Int>, with replacement: [UInt8]) -> Bool {
    let tree = document.tree
    let start = before.map { lineStart(of: $0) } ?? 0
    let end = after.map { tree.range(of: $0).upperBound } ?? tree.source.count
    guard start <= range.lowerBound, range.upperBound <= end else { return false }
    let text = tree.source[start..<range.lowerBound] + replacement + tree.source[range.upperBound..<end]
    // Only the first line of a document can open front matter.
    let changed = MarkdownTree(
      parsing: Array(text), options: start == 0 ? tree.options : tree.options.subtracting(.frontMatter))
    var blocks = changed.children(of: MarkdownTree.root)[...]
    if let before {
      guard let first = blocks.popFirst(), isSame(before, first, in: changed, shiftedBy: -start) else { return false }
    }
    if let after {
      let shift = replacement.count - range.count - start
      guard let last = blocks.popLast(), isSame(after, last, in: changed, shiftedBy: shift) else { return false }
    }
    return blocks.allSatisfy { changed.kind(of: $0) == .list || changed.kind(of: $0) == .htmlBlock }
  }

  private func lineStart(of block: NodeID) -> Int {
    document.lines.range(ofLine: document.tree.lineRange(of: block).lowerBound).lowerBound
  }

  private func isSame(_ block: NodeID, _ other: NodeID, in tree: MarkdownTree, shiftedBy shift: Int) -> Bool {
    let (range, place) = (document.tree.range(of: block), tree.range(of: other))
    return document.tree.kind(of: block) == tree.kind(of: other)
      && range.lowerBound + shift == place.lowerBound && range.upperBound + shift == place.upperBound
  }
}
