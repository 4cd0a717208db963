import CurateCore
import MarkdownSyntax
import Platform

/// Checks edits by rendering: the HTML must stay equal, except that adjacent bullet lists may become one.
struct RenderCheck {
  private let tree: MarkdownTree

  /// A document over this size (bytes) is rendered in chunks.
  private static let large = 4 << 20

  init(of document: Document) { tree = document.tree }

  /// Separates edits that keep the page as it is from the others.
  func check(_ edits: [ProposedEdit]) -> (safe: [ProposedEdit], rejected: [ProposedEdit]) {
    guard !edits.isEmpty else { return ([], []) }
    let whole = RenderedChunk(of: tree)
    // Mostly all edits are safe, and the trees are enough to show it.
    if let text = whole.text(with: edits), tree.provablyRenders(likeText: text) { return (edits, []) }
    // Holding the HTML of a large document twice would take more memory than the rest of a run.
    if tree.source.count > Self.large, isSameInChunks(with: edits) { return (edits, []) }
    // The document without the edits, and with all of them.
    let renderings = concurrentMap(2, stretch: 1) { which in
      which.lowerBound == 0 ? HTMLRenderer.render(tree) : whole.rendering(with: edits)
    }
    guard let expected = renderings[0] else { return ([], edits) }
    if let changed = renderings[1], RenderedChunk.isSame(changed, expected) { return (edits, []) }
    var search = SafeEditSearch(in: tree, edits)
    let found = search.run()
    let safe = found.safe.map { edits[$0] }
    // The search checks chunks one by one; this checks that their edits are safe together.
    guard let changed = whole.rendering(with: safe), RenderedChunk.isSame(changed, expected) else {
      return ([], edits)
    }
    return (safe, found.rejected.map { edits[$0] })
  }
}

extension RenderCheck {
  /// Whether all edits together keep the HTML as it is; compares some blocks at a time.
  private func isSameInChunks(with edits: [ProposedEdit]) -> Bool {
    guard let text = RenderedChunk(of: tree).text(with: edits) else { return false }
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

  /// The HTML of a document, rendered chunk by chunk, without the seams between adjacent bullet lists.
  private struct SeamlessHTML {
    private var chunks: DocumentChunks
    /// HTML that is rendered and not yet compared.
    private(set) var pending: ArraySlice<UInt8> = []
    /// Whether every chunk so far renders as it does in the whole document.
    private(set) var isCertain = true
    /// The end of the rendered HTML, where a seam may begin.
    private var tail: [UInt8] = []

    init(of text: [UInt8]) { chunks = DocumentChunks(of: text, for: .rendering) }

    mutating func drop(_ count: Int) { pending.removeFirst(count) }

    /// Renders more. Returns false at the end of the document.
    mutating func fill() -> Bool {
      while pending.isEmpty {
        let chunk = chunks.next()
        if chunk == nil, tail.isEmpty { return false }
        if chunk?.isRenderingExact == false { isCertain = false }
        let html = RenderedChunk.withoutSeams(tail + (chunk.map { HTMLRenderer.render($0) } ?? []))
        let kept = chunk == nil ? 0 : min(html.count, RenderedChunk.seam.utf8CodeUnitCount - 1)
        pending = html.dropLast(kept)
        tail = Array(html.suffix(kept))
      }
      return true
    }
  }
}

/// Consecutive whole blocks of a document, rendered with or without edits.
struct RenderedChunk {
  private let source: [UInt8]
  private let range: Range<Int>
  private let options: MarkdownOptions

  /// The whole document.
  init(of tree: MarkdownTree) { self.init(of: tree, 0..<tree.source.count) }

  /// - Parameter range: from a line on which an outermost block begins to another such line, or to the end.
  init(of tree: MarkdownTree, _ range: Range<Int>) {
    source = tree.source
    self.range = range
    // Only the first line of a document can open front matter.
    options = range.lowerBound == 0 ? tree.options : tree.options.subtracting(.frontMatter)
  }

  /// Returns the HTML after some edits in the chunk; nil if two of them overlap.
  func rendering(with edits: [ProposedEdit]) -> [UInt8]? { tree(with: edits).map(HTMLRenderer.render) }

  /// Returns the tree after some edits in the chunk; nil if two of them overlap.
  func tree(with edits: [ProposedEdit]) -> MarkdownTree? {
    text(with: edits).map { MarkdownTree(parsing: $0, options: options) }
  }

  /// Returns the text after some edits in the chunk; nil if two of them overlap.
  fileprivate func text(with edits: [ProposedEdit]) -> [UInt8]? {
    let pieces = edits.flatMap(\.pieces).sorted {
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

  /// Whether two HTML texts are equal except for the seams between adjacent bullet lists.
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
      // Where they differ, one of them may be inside a seam whose first bytes the other has as well.
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

  /// Returns HTML without the seams between adjacent bullet lists.
  fileprivate static func withoutSeams(_ html: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count)
    var index = 0
    let seam = seam.withUTF8Buffer { Array($0) }
    while index < html.count {
      // Every seam begins with a tag.
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

  /// Returns how many bytes before `index` a seam begins that contains this byte; nil if none does.
  private static func distanceToSeam(in html: Span<UInt8>, at index: Int, atMost: Int) -> Int? {
    (0..<min(seam.utf8CodeUnitCount, atMost + 1)).first { back in
      let start = index - back
      return start + seam.utf8CodeUnitCount <= html.count
        && seam.withUTF8Buffer { seam in seam.indices.allSatisfy { html[start + $0] == seam[$0] } }
    }
  }
}
