import CurateCore
import MarkdownSyntax

/// Finds spaces and tabs at line ends that do not change the page. Skips those of hard breaks, code, math, HTML, tables and
/// link titles.
struct TrailingSpace {
  private let tree: MarkdownTree
  private let opaque: [Range<Int>]

  init(_ document: Document) {
    tree = document.tree
    opaque = Self.opaqueRanges(in: document.tree)
  }

  /// - Parameter others: edits that are proposed already; the result does not overlap them.
  func edits(notOverlapping others: [ProposedEdit]) -> [ProposedEdit] {
    let taken = others.flatMap(\.pieces).map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    var edits: [ProposedEdit] = []
    var nextOpaque = 0
    var nextTaken = 0
    for line in 1...max(1, tree.lines.count) {
      guard let range = trailingSpace(ofLine: line) else { continue }
      while nextOpaque < opaque.count, opaque[nextOpaque].upperBound <= range.lowerBound { nextOpaque += 1 }
      while nextTaken < taken.count, taken[nextTaken].upperBound <= range.lowerBound { nextTaken += 1 }
      if nextOpaque < opaque.count, opaque[nextOpaque].lowerBound < range.upperBound { continue }
      if nextTaken < taken.count, taken[nextTaken].lowerBound < range.upperBound { continue }
      edits.append(
        ProposedEdit(
          range, [], field: "space", rule: "trailing-space", reason: "space at the end of a line, no hard break"))
    }
    return edits
  }

  /// Returns the range of the spaces and tabs before a line's ending. Nil if there are none, or if a backslash before them
  /// would turn the end of the line into a hard break.
  private func trailingSpace(ofLine line: Int) -> Range<Int>? {
    let range = tree.lines.range(ofLine: line)
    let source = tree.source
    var end = range.upperBound
    while end > range.lowerBound, source[end - 1] == 0x0A || source[end - 1] == 0x0D { end -= 1 }
    var start = end
    while start > range.lowerBound, source[start - 1] == 0x20 || source[start - 1] == 0x09 { start -= 1 }
    guard start < end else { return nil }
    if start > range.lowerBound, source[start - 1] == UInt8(ascii: "\\") { return nil }
    return start..<end
  }

  /// Returns the ranges in which spaces are kept, in order; whole lines for blocks; without ranges inside others.
  private static func opaqueRanges(in tree: MarkdownTree) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for index in tree.nodes {
      guard let range = opaqueRange(of: NodeID(index), in: tree) else { continue }
      if let last = ranges.last, range.upperBound <= last.upperBound { continue }
      ranges.append(range)
    }
    return ranges
  }

  private static func opaqueRange(of node: NodeID, in tree: MarkdownTree) -> Range<Int>? {
    let range = tree.range(of: node)
    switch tree.kind(of: node) {
    case .frontMatter, .fencedCode, .indentedCode, .mathBlock, .htmlBlock, .table, .linkDefinition:
      let last = tree.lines.range(ofLine: tree.lineRange(of: node).upperBound)
      return range.lowerBound..<max(range.upperBound, last.upperBound)
    case .hardBreak, .code, .math, .htmlOpenTag, .htmlCloseTag, .htmlComment, .htmlOther: return range
    case .link, .image:
      guard let text = tree.link(node)?.text else { return range }
      return text.upperBound..<range.upperBound
    default: return nil
    }
  }
}
