import CurateCore
import MarkdownSyntax

/// Proves changes by rendering: the HTML must stay equal, but that adjacent bullet lists may become one.
struct RenderProof {
  /// How many renderings a document may cost. One is enough if all proposals are sound; each unsound one takes about
  /// twice the logarithm of their number. What is not proven by then is not done.
  static let limit = 256

  private let tree: MarkdownTree

  init(of document: Document) { tree = document.tree }

  func check(_ proposals: [Proposal]) -> (sound: [Proposal], unsound: [Proposal]) {
    guard !proposals.isEmpty else { return ([], []) }
    // The document as it is, and with all that is proposed: mostly that is the whole proof.
    let renderings = concurrentMap(2, stretch: 1) { which in
      which.lowerBound == 0 ? HTMLRenderer.render(tree) : rendering(with: proposals)
    }
    guard let expected = renderings[0] else { return ([], proposals) }
    if let changed = renderings[1], Self.isSame(changed, expected) { return (proposals, []) }
    var search = Search(proof: self, expected: expected, proposals: proposals)
    search.run()
    return (search.sound.sorted().map { proposals[$0] }, search.unsound.sorted().map { proposals[$0] })
  }

  /// Halves a set of proposals that fails until the guilty ones stand alone.
  private struct Search {
    let proof: RenderProof
    let expected: [UInt8]
    let proposals: [Proposal]
    var sound: [Int] = []
    var unsound: [Int] = []
    var renderings = 0

    init(proof: RenderProof, expected: [UInt8], proposals: [Proposal]) {
      self.proof = proof
      self.expected = expected
      self.proposals = proposals
    }

    private func holds(_ indices: [Int]) -> Bool {
      let changed = proof.rendering(with: indices.map { proposals[$0] })
      return changed.map { RenderProof.isSame($0, expected) } ?? false
    }

    mutating func run() {
      var pending = [0..<proposals.count]
      while let range = pending.popLast() {
        guard renderings < RenderProof.limit else {
          unsound += range
          continue
        }
        renderings += 1
        if holds(sound + range) {
          sound += range
        } else if range.count == 1 {
          unsound += range
        } else {
          let middle = range.lowerBound + range.count / 2
          pending.append(middle..<range.upperBound)
          pending.append(range.lowerBound..<middle)
        }
      }
      retry()
    }

    /// What failed at first may hold once all others are in place.
    private mutating func retry() {
      var hasMoved = true
      while hasMoved, !sound.isEmpty {
        hasMoved = false
        for index in unsound.sorted() where renderings < RenderProof.limit {
          renderings += 1
          guard holds(sound + [index]) else { continue }
          sound.append(index)
          unsound.removeAll { $0 == index }
          hasMoved = true
        }
      }
    }
  }

  /// The document's HTML after some changes; nil if two of them overlap.
  private func rendering(with proposals: [Proposal]) -> [UInt8]? {
    let source = tree.source
    let pieces = proposals.flatMap(\.pieces).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var text: [UInt8] = []
    text.reserveCapacity(source.count + pieces.count)
    var position = 0
    for piece in pieces {
      guard piece.range.lowerBound >= position else { return nil }
      text += source[position..<piece.range.lowerBound]
      text += piece.replacement
      position = piece.range.upperBound
    }
    text += source[position...]
    return HTMLRenderer.render(MarkdownTree(parsing: text))
  }

  /// Whether two documents' HTML is the same, the seams between adjacent bullet lists left out of both.
  private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let (a, b) = (a.span, b.span)
    var (i, j) = (0, 0)
    while true {
      i = afterSeams(a, i)
      j = afterSeams(b, j)
      guard i < a.count, j < b.count else { return i == a.count && j == b.count }
      guard a[i] == b[j] else { return false }
      i += 1
      j += 1
    }
  }

  private static func afterSeams(_ html: Span<UInt8>, _ start: Int) -> Int {
    let seam: StaticString = "</ul>\n<ul>\n"
    var index = start
    while index + seam.utf8CodeUnitCount <= html.count, html[index] == UInt8(ascii: "<"),
      html[index + 1] == UInt8(ascii: "/"),
      seam.withUTF8Buffer({ seam in seam.indices.allSatisfy { html[index + $0] == seam[$0] } })
    {
      index += seam.utf8CodeUnitCount
    }
    return index
  }
}
