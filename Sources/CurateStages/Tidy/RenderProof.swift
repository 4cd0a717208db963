import CurateCore
import MarkdownSyntax

/// Proves changes by rendering: the HTML must stay equal, but that adjacent bullet lists may become one.
struct RenderProof {
  private let tree: MarkdownTree

  init(of document: Document) { tree = document.tree }

  func check(_ proposals: [Proposal]) -> (sound: [Proposal], unsound: [Proposal]) {
    guard !proposals.isEmpty else { return ([], []) }
    let whole = RenderedStretch(of: tree)
    // The document as it is, and with all that is proposed: mostly that is the whole proof.
    let renderings = concurrentMap(2, stretch: 1) { which in
      which.lowerBound == 0 ? HTMLRenderer.render(tree) : whole.rendering(with: proposals)
    }
    guard let expected = renderings[0] else { return ([], proposals) }
    if let changed = renderings[1], RenderedStretch.isSame(changed, expected) { return (proposals, []) }
    var search = ProofSearch(in: tree, proposals)
    let found = search.run()
    let sound = found.sound.map { proposals[$0] }
    // Stretches are proven one by one: this is the proof that their sum holds too.
    guard let changed = whole.rendering(with: sound), RenderedStretch.isSame(changed, expected) else {
      return ([], proposals)
    }
    return (sound, found.unsound.map { proposals[$0] })
  }
}

/// Whole blocks of a document that follow each other, to be rendered with and without changes.
struct RenderedStretch {
  private let source: [UInt8]
  private let range: Range<Int>
  private let options: MarkdownOptions

  /// All of a document.
  init(of tree: MarkdownTree) { self.init(of: tree, 0..<tree.source.count) }

  /// - Parameter range: from the beginning of a line on which an outermost block begins to another such, or to the end.
  init(of tree: MarkdownTree, _ range: Range<Int>) {
    source = tree.source
    self.range = range
    // Only the first line of a document can open front matter.
    options = range.lowerBound == 0 ? tree.options : tree.options.subtracting(.frontMatter)
  }

  /// The HTML after some changes that lie in the stretch; nil if two of them overlap.
  func rendering(with proposals: [Proposal]) -> [UInt8]? {
    let pieces = proposals.flatMap(\.pieces).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var text: [UInt8] = []
    text.reserveCapacity(range.count + pieces.count)
    var position = range.lowerBound
    for piece in pieces {
      guard piece.range.lowerBound >= position else { return nil }
      text += source[position..<piece.range.lowerBound]
      text += piece.replacement
      position = piece.range.upperBound
    }
    text += source[position..<max(position, range.upperBound)]
    return HTMLRenderer.render(MarkdownTree(parsing: text, options: options))
  }

  /// Whether two texts' HTML is the same, the seams between adjacent bullet lists left out of both.
  static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let (a, b) = (a.span, b.span)
    var (i, j) = (0, 0)
    while true {
      let shared = min(a.count - i, b.count - j)
      var same = 0
      while same < shared, a[i + same] == b[j + same] { same += 1 }
      i += same
      j += same
      if i == a.count, j == b.count { return true }
      // Where they part, one of them may be in a seam, some bytes of which the other happens to have too.
      if let back = distanceToSeam(in: a, at: i, atMost: min(i, j)) {
        i += seam.utf8CodeUnitCount - back
        j -= back
      } else if let back = distanceToSeam(in: b, at: j, atMost: min(i, j)) {
        j += seam.utf8CodeUnitCount - back
        i -= back
      } else {
        return false
      }
    }
  }

  private static let seam: StaticString = "</ul>\n<ul>\n"

  /// How many bytes before `index` the seam begins that this byte is part of; nil if it is part of none.
  private static func distanceToSeam(in html: Span<UInt8>, at index: Int, atMost: Int) -> Int? {
    (0..<min(seam.utf8CodeUnitCount, atMost + 1)).first { back in
      let start = index - back
      return start + seam.utf8CodeUnitCount <= html.count
        && seam.withUTF8Buffer { seam in seam.indices.allSatisfy { html[start + $0] == seam[$0] } }
    }
  }
}
