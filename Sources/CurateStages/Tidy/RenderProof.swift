import CurateCore
import MarkdownSyntax
import Platform

/// Proves changes by rendering: the HTML must stay equal, but that adjacent bullet lists may become one.
struct RenderProof {
  private let tree: MarkdownTree

  /// From how many bytes on a document is rendered in stretches.
  private static let large = 4 << 20

  init(of document: Document) { tree = document.tree }

  func check(_ proposals: [Proposal]) -> (sound: [Proposal], unsound: [Proposal]) {
    guard !proposals.isEmpty else { return ([], []) }
    let whole = RenderedStretch(of: tree)
    // Mostly all is sound, and the trees tell it.
    if let text = whole.text(with: proposals), tree.provablyRenders(likeText: text) { return (proposals, []) }
    // Of a large document the whole HTML, twice, would take more memory than all else of a run.
    if tree.source.count > Self.large, isSameInStretches(with: proposals) { return (proposals, []) }
    // The document as it is, and with all that is proposed.
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

extension RenderProof {
  /// Whether all proposals together leave the HTML as it is, told from some blocks at a time.
  private func isSameInStretches(with proposals: [Proposal]) -> Bool {
    guard let text = RenderedStretch(of: tree).text(with: proposals) else { return false }
    var changed = SeamlessHTML(of: text)
    var expected = SeamlessHTML(of: tree.source)
    while true {
      let count = min(changed.pending.count, expected.pending.count)
      guard changed.pending.prefix(count).elementsEqual(expected.pending.prefix(count)) else { return false }
      changed.drop(count)
      expected.drop(count)
      if changed.pending.isEmpty, !changed.fill() {
        return expected.pending.isEmpty && !expected.fill() && changed.isCertain && expected.isCertain
      }
      if expected.pending.isEmpty, !expected.fill() { return false }
    }
  }

  /// The HTML of a document, made as it is read, without the seams between adjacent bullet lists.
  private struct SeamlessHTML {
    private var stretches: DocumentChunks
    /// What is made and not yet compared.
    private(set) var pending: ArraySlice<UInt8> = []
    /// Whether all of it looks as it does in the whole document.
    private(set) var isCertain = true
    /// The end of what is made, where a seam may begin.
    private var tail: [UInt8] = []

    init(of text: [UInt8]) { stretches = DocumentChunks(of: text, for: .rendering) }

    mutating func drop(_ count: Int) { pending.removeFirst(count) }

    /// Makes more; false if there is no more.
    mutating func fill() -> Bool {
      while pending.isEmpty {
        let stretch = stretches.next()
        if stretch == nil, tail.isEmpty { return false }
        if stretch?.isRenderingExact == false { isCertain = false }
        let html = RenderedStretch.withoutSeams(tail + (stretch.map { HTMLRenderer.render($0) } ?? []))
        let kept = stretch == nil ? 0 : min(html.count, RenderedStretch.seam.utf8CodeUnitCount - 1)
        pending = html.dropLast(kept)
        tail = Array(html.suffix(kept))
      }
      return true
    }
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
  func rendering(with proposals: [Proposal]) -> [UInt8]? { tree(with: proposals).map(HTMLRenderer.render) }

  /// The tree after some changes that lie in the stretch; nil if two of them overlap.
  func tree(with proposals: [Proposal]) -> MarkdownTree? {
    text(with: proposals).map { MarkdownTree(parsing: $0, options: options) }
  }

  /// The text after some changes that lie in the stretch; nil if two of them overlap.
  fileprivate func text(with proposals: [Proposal]) -> [UInt8]? {
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
    return text
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

  /// HTML without the seams between adjacent bullet lists.
  fileprivate static func withoutSeams(_ html: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count)
    var index = 0
    let seam = seam.withUTF8Buffer { Array($0) }
    while index < html.count {
      // Seams are rare, and a tag that closes a list begins each.
      guard let found = html[index...].firstIndex(of: UInt8(ascii: "<")) else { break }
      result += html[index..<found]
      if html[found...].starts(with: seam) {
        index = found + seam.count
      } else {
        result.append(UInt8(ascii: "<"))
        index = found + 1
      }
    }
    return result + html[index...]
  }

  fileprivate static let seam: StaticString = "</ul>\n<ul>\n"

  /// How many bytes before `index` the seam begins that this byte is part of; nil if it is part of none.
  private static func distanceToSeam(in html: Span<UInt8>, at index: Int, atMost: Int) -> Int? {
    (0..<min(seam.utf8CodeUnitCount, atMost + 1)).first { back in
      let start = index - back
      return start + seam.utf8CodeUnitCount <= html.count
        && seam.withUTF8Buffer { seam in seam.indices.allSatisfy { html[start + $0] == seam[$0] } }
    }
  }
}
