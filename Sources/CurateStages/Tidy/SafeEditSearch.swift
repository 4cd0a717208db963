import CurateCore
import MarkdownSyntax

/// Separates safe edits from unsafe ones where not all are safe.
///
/// Edits that are near enough to affect each other form a cluster. A cluster is checked apart from all others, on the
/// blocks around it alone, so the cost is linear in the document wherever the unsafe edits are. Whatever a second run would
/// try is tried here already, so that a second run changes nothing.
struct SafeEditSearch {
  /// The maximum number of renderings for a cluster; a cluster that needs more is rejected as a whole.
  private static let limit = 256
  /// The number of times that rejected edits are tried again, together with all that became safe since.
  private static let maximumRounds = 8

  private let tree: MarkdownTree
  private let edits: [ProposedEdit]
  /// The offset of the line on which each outermost block begins.
  private let starts: [Int]
  private var safe: Set<Int> = []

  init(in tree: MarkdownTree, _ edits: [ProposedEdit]) {
    self.tree = tree
    self.edits = edits
    starts = tree.children(of: MarkdownTree.root).map { block in
      tree.lines.range(ofLine: tree.lines.line(at: tree.range(of: block).lowerBound)).lowerBound
    }
  }

  /// - Returns: the indices of the edits of both kinds, in order.
  mutating func run() -> (safe: [Int], rejected: [Int]) {
    var open = Array(edits.indices)
    for _ in 0..<Self.maximumRounds {
      // The clusters of one round do not affect each other.
      let known = safeClusters(of: safe)
      let before = safe.count
      for cluster in clusters(of: open) { check(cluster, near: known) }
      guard safe.count > before else { break }
      open.removeAll { safe.contains($0) }
      if open.isEmpty { break }
    }
    return (safe.sorted(), open)
  }

  private struct Cluster {
    var members: [Int]
    /// The outermost blocks that the members touch.
    var blocks: ClosedRange<Int>
  }

  private func clusters(of indices: [Int]) -> [Cluster] {
    var clusters: [Cluster] = []
    for index in indices.sorted(by: { edits[$0].offset < edits[$1].offset }) {
      let blocks = blocks(of: edits[index])
      if let last = clusters.last, blocks.lowerBound <= last.blocks.upperBound + 2 {
        clusters[clusters.count - 1].members.append(index)
        clusters[clusters.count - 1].blocks =
          last.blocks.lowerBound...max(last.blocks.upperBound, blocks.upperBound)
      } else {
        clusters.append(Cluster(members: [index], blocks: blocks))
      }
    }
    return clusters
  }

  private func blocks(of edit: ProposedEdit) -> ClosedRange<Int> {
    let first = block(at: edit.offset)
    return first...max(first, block(at: edit.pieces.last?.range.upperBound ?? edit.offset))
  }

  /// Returns the last block that begins at or before an offset.
  private func block(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Halves a cluster until each unsafe edit is alone.
  ///
  /// - Parameter safeClusters: the safe edits of earlier rounds.
  private mutating func check(_ cluster: Cluster, near safeClusters: [Cluster]) {
    let (blocks, known) = surroundings(of: cluster, safeClusters)
    let chunk = RenderedChunk(of: tree, range(of: blocks))
    guard let expected = chunk.rendering(with: []) else { return }
    var found = known
    var pending = [cluster.members[...]]
    var renderings = 0
    while let part = pending.popLast() {
      renderings += 1
      guard renderings <= Self.limit else { return }
      let changed = chunk.rendering(with: (found + part).map { edits[$0] })
      if let changed, RenderedChunk.isSame(changed, expected) {
        found += part
      } else if part.count > 1 {
        let middle = part.startIndex + part.count / 2
        pending.append(part[middle...])
        pending.append(part[..<middle])
      }
    }
    safe.formUnion(found)
  }

  /// Groups safe edits that touch the same blocks, in order.
  private func safeClusters(of safe: Set<Int>) -> [Cluster] {
    let all = safe.map { Cluster(members: [$0], blocks: blocks(of: edits[$0])) }
    var clusters: [Cluster] = []
    for next in all.sorted(by: { ($0.blocks.lowerBound, $0.members[0]) < ($1.blocks.lowerBound, $1.members[0]) }) {
      if let last = clusters.last, next.blocks.lowerBound <= last.blocks.upperBound {
        clusters[clusters.count - 1].members += next.members
        clusters[clusters.count - 1].blocks =
          last.blocks.lowerBound...max(last.blocks.upperBound, next.blocks.upperBound)
      } else {
        clusters.append(next)
      }
    }
    return clusters
  }

  /// Returns a cluster's blocks with the block before, the block after, and all blocks that safe edits there touch.
  private func surroundings(
    of cluster: Cluster, _ safeClusters: [Cluster]
  ) -> (blocks: ClosedRange<Int>, known: [Int]) {
    var blocks = max(0, cluster.blocks.lowerBound - 1)...(cluster.blocks.upperBound + 1)
    var (low, high) = (0, safeClusters.count)
    while low < high {
      let middle = (low + high) / 2
      if safeClusters[middle].blocks.upperBound < blocks.lowerBound { low = middle + 1 } else { high = middle }
    }
    var near: [Int] = []
    // Safe clusters do not share blocks: one that extends the range does not bring another into it.
    for safe in safeClusters[low...].prefix(while: { $0.blocks.lowerBound <= blocks.upperBound }) {
      near += safe.members
      blocks = min(blocks.lowerBound, safe.blocks.lowerBound)...max(blocks.upperBound, safe.blocks.upperBound)
    }
    return (blocks, near)
  }

  private func range(of blocks: ClosedRange<Int>) -> Range<Int> {
    let end = blocks.upperBound + 1
    let start = blocks.lowerBound == 0 ? 0 : starts[blocks.lowerBound]
    return start..<(end < starts.count ? starts[end] : tree.source.count)
  }
}
