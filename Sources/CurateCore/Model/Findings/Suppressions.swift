import MarkdownSyntax

/// The parts of a document that suppression comments protect from changes and findings.
///
/// `<!-- curate: off -->` protects everything up to `<!-- curate: on -->` or the end of the document.
/// `<!-- curate: keep -->` protects the item, row, heading or paragraph that contains it; if the comment is alone in its
/// block, it protects the next block.
public struct Suppressions: Sendable {
  /// A protected range.
  struct Suppression: Sendable {
    var range: Range<Int>
    /// The line of the comment.
    var line: Int
  }

  /// The protected ranges in document order, without overlaps.
  private(set) var suppressions: [Suppression] = []

  /// Returns the line of the comment that protects `offset`; nil if none does.
  public func line(covering offset: Int) -> Int? { line(overlapping: offset..<offset + 1) }

  /// Returns the line of the first comment that protects a part of `range`, or the position of an empty range; nil if none
  /// does.
  public func line(overlapping range: Range<Int>) -> Int? {
    var low = 0
    var high = suppressions.count
    while low < high {
      let middle = (low + high) / 2
      if suppressions[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let end = max(range.upperBound, range.lowerBound + 1)
    return low < suppressions.count && suppressions[low].range.lowerBound < end ? suppressions[low].line : nil
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
        if let start = opened {
          suppressions.append(Suppression(range: start.offset..<range.lowerBound, line: start.line))
        }
        opened = nil
      case "keep":
        if let kept = Self.scope(of: node, in: tree) { suppressions.append(Suppression(range: kept, line: line)) }
      default: break
      }
    }
    if let start = opened {
      suppressions.append(Suppression(range: start.offset..<tree.source.count, line: start.line))
    }
    mergeOverlaps()
  }

  private mutating func mergeOverlaps() {
    var merged: [Suppression] = []
    for suppression in suppressions.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let last = merged.last, suppression.range.lowerBound < last.range.upperBound {
        let end = max(last.range.upperBound, suppression.range.upperBound)
        merged[merged.count - 1].range = last.range.lowerBound..<end
      } else {
        merged.append(suppression)
      }
    }
    suppressions = merged
  }

  /// Returns the word after `curate:` in a comment; nil for any other comment.
  private static func directive(_ comment: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: comment.dropFirst(4).dropLast(3), as: UTF8.self)
    let words = text.split { $0.isWhitespace }
    guard words.count == 2, words[0] == "curate:" else { return nil }
    return String(words[1])
  }

  /// Returns the range that `keep` protects: the innermost item, row, heading or paragraph around the comment, or the next
  /// block if the comment is alone.
  private static func scope(of comment: NodeID, in tree: MarkdownTree) -> Range<Int>? {
    var next = tree.parent(of: comment)
    while let node = next {
      switch tree.kind(of: node) {
      case .item, .tableRow, .heading, .setextHeading: return tree.range(of: node)
      case .paragraph where tree.parent(of: node).map({ tree.kind(of: $0) }) != .item: return tree.range(of: node)
      case .htmlBlock:
        let content = tree.source[tree.range(of: node)].count { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        let own = tree.source[tree.range(of: comment)].count { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        if content > own { return tree.range(of: node) }
        if let after = tree.nextSibling(of: node) { return tree.range(of: after) }
      default: break
      }
      next = tree.parent(of: node)
    }
    return nil
  }
}
