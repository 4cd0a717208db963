import CurateCore
import MarkdownSyntax

/// Gives a run of bullet items the marker that most of them have.
///
/// A run is a chain of adjacent lists that can become one list without changing the page: without blank lines between them
/// if they are tight, with or without if they are loose.
struct ListMarkers {
  let tree: MarkdownTree

  func propose(_ edits: inout [ProposedEdit], _ notes: inout [TidyNote]) {
    var seen: Set<NodeID> = []
    for index in tree.nodes {
      let list = NodeID(index)
      guard isBulletList(list), !seen.contains(list) else { continue }
      let chain = chain(from: list)
      seen.formUnion(chain)
      if chain.count > 1 { unify(runs(of: chain), &edits, &notes) }
    }
  }

  private struct ListRun {
    var lists: [NodeID]
    /// The markers of its items, in order.
    var markers: [(byte: UInt8, range: Range<Int>)]
  }

  private func isBulletList(_ node: NodeID) -> Bool {
    guard tree.kind(of: node) == .list, let list = tree.list(node) else { return false }
    return list.start == nil
  }

  private func chain(from list: NodeID) -> [NodeID] {
    var chain = [list]
    var next = tree.nextSibling(of: list)
    while let sibling = next, isBulletList(sibling) {
      chain.append(sibling)
      next = tree.nextSibling(of: sibling)
    }
    return chain
  }

  private func runs(of chain: [NodeID]) -> [ListRun] {
    var runs: [ListRun] = []
    for list in chain {
      let markers = tree.children(of: list).compactMap { item in
        tree.item(item).map { (byte: tree.source[$0.marker.lowerBound], range: $0.marker) }
      }
      if let last = runs.last?.lists.last, canJoin(last, list) {
        runs[runs.count - 1].lists.append(list)
        runs[runs.count - 1].markers += markers
      } else {
        runs.append(ListRun(lists: [list], markers: markers))
      }
    }
    return runs
  }

  private func canJoin(_ first: NodeID, _ second: NodeID) -> Bool {
    guard let one = tree.list(first), let two = tree.list(second), one.isTight == two.isTight else { return false }
    return !one.isTight || !hasBlankLine(between: first, second)
  }

  private func hasBlankLine(between first: NodeID, _ second: NodeID) -> Bool {
    tree.lineRange(of: second).lowerBound > tree.lineRange(of: first).upperBound + 1
  }

  /// Chooses a marker for each run so that no run joins an adjacent one that must stay separate.
  private func unify(_ runs: [ListRun], _ edits: inout [ProposedEdit], _ notes: inout [TidyNote]) {
    var previous: UInt8?
    for (index, run) in runs.enumerated() {
      let following = index + 1 < runs.count ? runs[index + 1] : nil
      // The next run keeps its marker if it is one list; otherwise it can still choose another.
      let fixed = following.flatMap { $0.lists.count == 1 ? $0.markers.first?.byte : nil }
      if index > 0, let offset = run.markers.first?.range.lowerBound {
        notes.append(TidyNote(offset: offset, rule: "lists-apart", message: Self.separateLists))
      }
      let choice = ranking(run).first { $0 != previous && $0 != fixed }
      if run.lists.count > 1, let choice {
        edits.append(edit(of: run, marker: choice))
        previous = choice
      } else {
        previous = run.markers.last?.byte
      }
    }
  }

  private static let separateLists =
    "the list marker differs from that of the list before; not changed, because the items of one list would be spaced differently"

  /// Returns the markers of a run, the most used first; of equals the one that comes first.
  private func ranking(_ run: ListRun) -> [UInt8] {
    var counts: [(byte: UInt8, count: Int)] = []
    for marker in run.markers {
      if let index = counts.firstIndex(where: { $0.byte == marker.byte }) {
        counts[index].count += 1
      } else {
        counts.append((marker.byte, 1))
      }
    }
    return counts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element.byte)
  }

  private func edit(of run: ListRun, marker: UInt8) -> ProposedEdit {
    let others = run.markers.filter { $0.byte != marker }
    let name = Character(Unicode.Scalar(marker))
    return ProposedEdit(
      others.map { ProposedEdit.Piece(range: $0.range, replacement: [marker]) }, field: "marker", rule: "list-marker",
      reason:
        "\((run.markers.count - others.count).grouped) of \(run.markers.count.grouped) items of this run have '\(name)'"
    )
  }
}
