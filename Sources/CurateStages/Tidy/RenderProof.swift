import CurateCore
import MarkdownSyntax

/// Proves changes by rendering: the HTML must stay equal, but that adjacent bullet lists may become one.
struct RenderProof {
  /// How many renderings a document may cost. One is enough if all proposals are sound; each unsound one takes about
  /// twice the logarithm of their number. What is not proven by then is not done.
  static let limit = 256

  private let source: [UInt8]
  private let expected: [UInt8]?
  private var renderings = 0

  init(of document: Document) {
    source = document.source
    expected = Self.html(document.tree)
  }

  func check(_ proposals: [Proposal]) -> (sound: [Proposal], unsound: [Proposal]) {
    guard !proposals.isEmpty else { return ([], []) }
    var search = Search(proof: self, proposals: proposals)
    search.run()
    return (search.sound.sorted().map { proposals[$0] }, search.unsound.sorted().map { proposals[$0] })
  }

  /// Halves a set of proposals that fails until the guilty ones stand alone.
  private struct Search {
    let proof: RenderProof
    let proposals: [Proposal]
    var sound: [Int] = []
    var unsound: [Int] = []
    var renderings = 0

    init(proof: RenderProof, proposals: [Proposal]) {
      self.proof = proof
      self.proposals = proposals
    }

    mutating func run() {
      var pending = [0..<proposals.count]
      while let range = pending.popLast() {
        guard renderings < RenderProof.limit else {
          unsound += range
          continue
        }
        renderings += 1
        if proof.holds((sound + range).map { proposals[$0] }) {
          sound += range
        } else if range.count == 1 {
          unsound += range
        } else {
          let middle = range.lowerBound + range.count / 2
          pending.append(middle..<range.upperBound)
          pending.append(range.lowerBound..<middle)
        }
      }
    }
  }

  private func holds(_ proposals: [Proposal]) -> Bool {
    let pieces = proposals.flatMap(\.pieces).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var text: [UInt8] = []
    text.reserveCapacity(source.count + pieces.count)
    var position = 0
    for piece in pieces {
      guard piece.range.lowerBound >= position else { return false }
      text += source[position..<piece.range.lowerBound]
      text += piece.replacement
      position = piece.range.upperBound
    }
    text += source[position...]
    return Self.html(MarkdownTree(parsing: text)) == expected
  }

  /// A document's HTML with the seams of adjacent bullet lists left out.
  private static func html(_ tree: MarkdownTree) -> [UInt8] {
    let seam = Array("</ul>\n<ul>\n".utf8)
    let html = HTMLRenderer.render(tree)
    var joined: [UInt8] = []
    joined.reserveCapacity(html.count)
    var index = 0
    while index < html.count {
      if html[index] == seam[0], html[index...].starts(with: seam) {
        index += seam.count
      } else {
        joined.append(html[index])
        index += 1
      }
    }
    return joined
  }
}
