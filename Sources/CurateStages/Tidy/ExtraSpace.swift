import CurateCore
import MarkdownSyntax

/// Finds several spaces after list markers and after the `#`s of headings, where the convention is one space.
struct ExtraSpace {
  let tree: MarkdownTree

  /// Only for one-line items: the other lines of an item are indented to match its marker.
  func afterMarkers() -> [ProposedEdit] {
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
    return edits(wide, single: single, of: counted, rule: "marker-space", what: "list items")
  }

  func afterHashes() -> [ProposedEdit] {
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
    return edits(wide, single: single, of: counted, rule: "heading-space", what: "headings")
  }

  /// Returns no edits for a document in which one space is not the convention: its author chose another style.
  private func edits(_ wide: [Range<Int>], single: Int, of all: Int, rule: String, what: String) -> [ProposedEdit] {
    guard Convention.holds(single, of: all) || all < Convention.minimumPlaces && single * 2 > all else { return [] }
    return wide.map {
      ProposedEdit($0, [0x20], field: "space", rule: rule, reason: "\(single) of \(all) \(what) have one space here")
    }
  }
}
