import MarkdownSyntax

/// The parts of a document that comments keep from being changed.
///
/// `<!-- curate: off -->` shields all up to `<!-- curate: on -->` or the end. `<!-- curate: keep -->` shields the item,
/// row or paragraph that it stands in; alone in a block, the block after it.
public struct Shields: Sendable {
  struct Shield: Sendable {
    var range: Range<Int>
    /// The comment's line.
    var line: Int
  }

  var shields: [Shield] = []

  /// The line of the comment that shields `offset`; nil if none does.
  public func line(covering offset: Int) -> Int? {
    guard !shields.isEmpty else { return nil }
    return shields.first { $0.range.contains(offset) }?.line
  }

  init() {}

  init(in tree: MarkdownTree) {
    var opened: (offset: Int, line: Int)?
    for index in tree.nodes where tree.kind(of: NodeID(index)) == .htmlComment {
      let node = NodeID(index)
      let range = tree.range(of: node)
      let line = tree.lines.line(at: range.lowerBound)
      switch Self.directive(tree.source[range]) {
      case "off": opened = opened ?? (range.lowerBound, line)
      case "on":
        if let start = opened { shields.append(Shield(range: start.offset..<range.lowerBound, line: start.line)) }
        opened = nil
      case "keep":
        if let kept = Self.scope(of: node, in: tree) { shields.append(Shield(range: kept, line: line)) }
      default: break
      }
    }
    if let start = opened { shields.append(Shield(range: start.offset..<tree.source.count, line: start.line)) }
  }

  /// The word after `curate:` in a comment.
  private static func directive(_ comment: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: comment.dropFirst(4).dropLast(3), as: UTF8.self)
    let words = text.split { $0.isWhitespace }
    guard words.count == 2, words[0] == "curate:" else { return nil }
    return String(words[1])
  }

  private static func scope(of comment: NodeID, in tree: MarkdownTree) -> Range<Int>? {
    var next = tree.parent(of: comment)
    while let node = next {
      switch tree.kind(of: node) {
      case .item, .tableRow: return tree.range(of: node)
      case .paragraph where tree.parent(of: node).map({ tree.kind(of: $0) }) != .item: return tree.range(of: node)
      case .htmlBlock:
        if let after = tree.nextSibling(of: node) { return tree.range(of: after) }
      default: break
      }
      next = tree.parent(of: node)
    }
    return nil
  }
}
