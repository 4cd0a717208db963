import CurateCore
import MarkdownSyntax

/// Tells sound proposals from unsound ones where not all are sound.
///
/// Proposals that are near enough to depend on each other are tried together, and apart from all others, on the blocks
/// around them alone: the cost is linear in the document, wherever the unsound ones stand. What a second run would try is
/// tried here already, so that it finds nothing to do.
struct ProofSearch {
  /// How many renderings the blocks around a cluster may cost; a cluster that needs more is left alone as a whole.
  private static let limit = 256
  /// How often what failed is tried again with all others in place.
  private static let mostRounds = 8

  private let tree: MarkdownTree
  private let proposals: [Proposal]
  /// Where the line of each outermost block begins.
  private let starts: [Int]
  private var sound: Set<Int> = []

  init(in tree: MarkdownTree, _ proposals: [Proposal]) {
    self.tree = tree
    self.proposals = proposals
    starts = tree.children(of: MarkdownTree.root).map { block in
      tree.lines.range(ofLine: tree.lines.line(at: tree.range(of: block).lowerBound)).lowerBound
    }
  }

  /// - Returns: the places of both kinds in the proposals, in order.
  mutating func run() -> (sound: [Int], unsound: [Int]) {
    var open = Array(proposals.indices)
    for _ in 0..<Self.mostRounds {
      // Clusters of one round have nothing to do with each other.
      let settled = islands(of: sound)
      let before = sound.count
      for cluster in clusters(of: open) { prove(cluster, besides: settled) }
      guard sound.count > before else { break }
      open.removeAll { sound.contains($0) }
      if open.isEmpty { break }
    }
    return (sound.sorted(), open)
  }

  private struct Cluster {
    var members: [Int]
    /// The outermost blocks that they touch.
    var blocks: ClosedRange<Int>
  }

  private func clusters(of indices: [Int]) -> [Cluster] {
    var clusters: [Cluster] = []
    for index in indices.sorted(by: { proposals[$0].offset < proposals[$1].offset }) {
      let blocks = blocks(of: proposals[index])
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

  private func blocks(of proposal: Proposal) -> ClosedRange<Int> {
    let first = block(at: proposal.offset)
    return first...max(first, block(at: proposal.pieces.last?.range.upperBound ?? proposal.offset))
  }

  /// The last block that begins at or before an offset.
  private func block(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Halves a cluster until the guilty ones stand alone.
  ///
  /// - Parameter islands: what earlier rounds have proven.
  private mutating func prove(_ cluster: Cluster, besides islands: [Cluster]) {
    let (blocks, settled) = surroundings(of: cluster, islands)
    let stretch = RenderedStretch(of: tree, range(of: blocks))
    guard let expected = stretch.rendering(with: []) else { return }
    var found = settled
    var pending = [cluster.members[...]]
    var renderings = 0
    while let part = pending.popLast() {
      renderings += 1
      guard renderings <= Self.limit else { return }
      let changed = stretch.rendering(with: (found + part).map { proposals[$0] })
      if let changed, RenderedStretch.isSame(changed, expected) {
        found += part
      } else if part.count > 1 {
        let middle = part.startIndex + part.count / 2
        pending.append(part[middle...])
        pending.append(part[..<middle])
      }
    }
    sound.formUnion(found)
  }

  /// Proven changes in order, those together that touch the same blocks.
  private func islands(of proven: Set<Int>) -> [Cluster] {
    let all = proven.map { Cluster(members: [$0], blocks: blocks(of: proposals[$0])) }
    var islands: [Cluster] = []
    for next in all.sorted(by: { ($0.blocks.lowerBound, $0.members[0]) < ($1.blocks.lowerBound, $1.members[0]) }) {
      if let last = islands.last, next.blocks.lowerBound <= last.blocks.upperBound {
        islands[islands.count - 1].members += next.members
        islands[islands.count - 1].blocks =
          last.blocks.lowerBound...max(last.blocks.upperBound, next.blocks.upperBound)
      } else {
        islands.append(next)
      }
    }
    return islands
  }

  /// A cluster's blocks with the one before, the one after, and all that proven changes there reach.
  private func surroundings(of cluster: Cluster, _ islands: [Cluster]) -> (blocks: ClosedRange<Int>, settled: [Int]) {
    var blocks = max(0, cluster.blocks.lowerBound - 1)...(cluster.blocks.upperBound + 1)
    var (low, high) = (0, islands.count)
    while low < high {
      let middle = (low + high) / 2
      if islands[middle].blocks.upperBound < blocks.lowerBound { low = middle + 1 } else { high = middle }
    }
    var near: [Int] = []
    // Islands do not touch: one that reaches further brings no other into reach.
    for island in islands[low...].prefix(while: { $0.blocks.lowerBound <= blocks.upperBound }) {
      near += island.members
      blocks = min(blocks.lowerBound, island.blocks.lowerBound)...max(blocks.upperBound, island.blocks.upperBound)
    }
    return (blocks, near)
  }

  private func range(of blocks: ClosedRange<Int>) -> Range<Int> {
    let end = blocks.upperBound + 1
    let start = blocks.lowerBound == 0 ? 0 : starts[blocks.lowerBound]
    return start..<(end < starts.count ? starts[end] : tree.source.count)
  }
}
