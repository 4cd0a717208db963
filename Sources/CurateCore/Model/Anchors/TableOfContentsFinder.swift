import MarkdownSyntax

/// The comments that tools put around a table of contents: `<!-- toc -->` … `<!-- tocstop -->`, `<!-- TOC -->` …
/// `<!-- /TOC -->`, `<!-- MarkdownTOC -->` … `<!-- /MarkdownTOC -->`, doctoc's `START` … `END`.
struct TableOfContentsMarks {
  struct Pair: Equatable {
    /// From the opening comment to the closing one, both included.
    var outer: Range<Int>
    /// The bytes between the comments.
    var inner: Range<Int>
  }

  /// In document order. A comment that nothing closes before the next heading marks no place: it cannot be told where
  /// the table ends.
  private(set) var pairs: [Pair] = []

  init(in tree: MarkdownTree) {
    var opened: Range<Int>?
    for block in tree.children(of: MarkdownTree.root) {
      let kind = tree.kind(of: block)
      if kind == .heading || kind == .setextHeading { opened = nil }
      for index in tree.subtree(of: block)
      where kind == .htmlBlock && tree.kind(of: NodeID(index)) == .htmlComment {
        let range = tree.range(of: NodeID(index))
        switch Self.isOpening(tree.source[range]) {
        case true?: opened = range
        case false?:
          if let start = opened {
            pairs.append(
              Pair(outer: start.lowerBound..<range.upperBound, inner: start.upperBound..<range.lowerBound))
          }
          opened = nil
        case nil: continue
        }
      }
    }
  }

  func pair(around offset: Int) -> Pair? { pairs.first { $0.inner.contains(offset) } }

  /// The marked places that hold no table yet, and nothing else either.
  func emptyPlaces(besides tables: [TableOfContents], in tree: MarkdownTree) -> [TableOfContents] {
    pairs.compactMap { pair in
      guard !tables.contains(where: { $0.markedRange == pair.outer }),
        tree.source[pair.inner].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
      else { return nil }
      return TableOfContents(lists: [], entries: [], range: pair.inner, markedRange: pair.outer, isHandMade: false)
    }
  }

  /// Whether a comment opens (true) or closes (false) a marked table; nil if it does neither.
  private static func isOpening(_ comment: ArraySlice<UInt8>) -> Bool? {
    let text = String(decoding: comment.dropFirst(4).dropLast(3), as: UTF8.self).lowercased()
    let words = text.split { $0.isWhitespace }
    switch words.first {
    case "toc", "markdowntoc": return true
    case "start" where text.contains("doctoc"): return true
    case "tocstop", "/toc", "/markdowntoc": return false
    case "end" where text.contains("doctoc"): return false
    default: return nil
    }
  }
}
