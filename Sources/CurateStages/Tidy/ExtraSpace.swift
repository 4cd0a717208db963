import CurateCore
import MarkdownSyntax

/// Finds more than one space after list markers and after the `#`s of headings, where most of the document has one.
struct ExtraSpace {
  let tree: MarkdownTree

  /// Only one-line items: other lines of an item are indented to match its marker.
  func afterMarkers() -> [Proposal] {
    var counted = 0
    var wide: [Range<Int>] = []
    var single = 0
    for index in tree.nodes {
      let node = NodeID(index)
      guard tree.kind(of: node) == .item, let item = tree.item(node), let list = tree.parent(of: node),
        tree.list(list)?.start == nil, let first = tree.firstChild(of: node), tree.kind(of: first) == .paragraph
      else { continue }
      let gap = item.marker.upperBound..<max(item.marker.upperBound, item.contentStart)
      guard tree.source[gap].allSatisfy({ $0 == 0x20 }), !gap.isEmpty else { continue }
      counted += 1
      if gap.count == 1 { single += 1 }
      if gap.count > 1, tree.lineRange(of: node).count == 1 { wide.append(gap) }
    }
    return proposals(wide, single: single, of: counted, rule: "marker-space", what: "list items")
  }

  func afterHashes() -> [Proposal] {
    var counted = 0
    var wide: [Range<Int>] = []
    var single = 0
    for index in tree.nodes {
      let node = NodeID(index)
      guard tree.kind(of: node) == .heading, tree.firstChild(of: node) != nil else { continue }
      let range = tree.range(of: node)
      let hashes = range.lowerBound + tree.headingLevel(of: node)
      let gap = hashes..<(tree.source[hashes..<range.upperBound].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? hashes)
      counted += 1
      if tree.source[gap].elementsEqual([0x20]) { single += 1 } else if !gap.isEmpty { wide.append(gap) }
    }
    return proposals(wide, single: single, of: counted, rule: "heading-space", what: "headings")
  }

  /// A document in which one space is not the habit is left alone: its author likes it so.
  private func proposals(_ wide: [Range<Int>], single: Int, of all: Int, rule: String, what: String) -> [Proposal] {
    guard Habit.isHabit(single, of: all) || all < Habit.fewest && single * 2 > all else { return [] }
    return wide.map {
      Proposal($0, [0x20], field: "space", rule: rule, reason: "\(single) of \(all) \(what) have one space here")
    }
  }
}

/// When a way of writing counts as the habit of a document.
enum Habit {
  /// At least so many comparable places are needed.
  static let fewest = 5

  static func isHabit(_ count: Int, of all: Int) -> Bool { all >= fewest && count * 5 >= all * 4 }
}
