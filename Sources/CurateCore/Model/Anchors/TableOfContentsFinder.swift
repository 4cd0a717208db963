import MarkdownSyntax

/// Finds the tables of contents of a document.
struct TableOfContentsFinder {
  let tree: MarkdownTree
  let anchors: AnchorTable
  let headings: [Heading]
  private lazy var candidates = AnchorCandidates(tree, anchors, headings)

  init(_ draft: DocumentDraft) {
    tree = draft.tree
    anchors = draft.anchors
    headings = draft.headings
  }

  /// Returns one table for each run of adjacent lists whose items are single links to fragments, most of which resolve.
  /// If comments surround the run, or a heading such as "Contents" precedes it, the links need not resolve.
  mutating func tables() -> [TableOfContents] {
    var tables: [TableOfContents] = []
    var open = Run()
    let marks = TableOfContentsMarks(in: tree)
    func finish(_ next: Run = Run()) {
      if let table = table(of: open) {
        tables.append(table)
      } else if open.lists.count > 1 {
        // The lists together are no table, but each of them may be one.
        for part in open.parts {
          guard var table = table(of: part) else { continue }
          table.isHandMade = true
          tables.append(table)
        }
      }
      open = next
    }
    for block in tree.children(of: MarkdownTree.root) {
      let range = tree.range(of: block)
      let mark = marks.pair(around: range.lowerBound)
      if mark != open.mark { finish(Run(mark: mark)) }
      switch tree.kind(of: block) {
      case .list:
        guard let items = items(of: block) else {
          finish(Run(mark: mark))
          continue
        }
        open.add(block, items)
      case .heading, .setextHeading:
        finish(Run(mark: mark, isAnnounced: TableOfContents.isAnnounced(by: tree.plainText(of: block))))
      case .paragraph where isGroupTitle(block): open.endWithTitle()
      case .htmlBlock where open.lists.isEmpty: break
      default: finish(Run(mark: mark, isAnnounced: open.isAnnounced && open.lists.isEmpty))
      }
    }
    finish()
    return (tables + marks.emptyPlaces(besides: tables, in: tree)).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Adjacent lists that may form one table.
  private struct Run {
    var mark: TableOfContentsMarks.Pair?
    var isAnnounced = false
    var lists: [NodeID] = []
    var items: [Items] = []
    /// Whether a group title follows the last list. It counts only if another list follows.
    var hasTitle = false

    mutating func add(_ list: NodeID, _ more: Items) {
      items.append(more)
      items[items.count - 1].isHandMade = more.isHandMade || hasTitle
      lists.append(list)
      hasTitle = false
    }

    /// The lists as separate runs.
    var parts: [Run] {
      zip(lists, items).map { Run(mark: mark, isAnnounced: isAnnounced, lists: [$0], items: [$1]) }
    }

    mutating func endWithTitle() { hasTitle = !lists.isEmpty }
  }

  /// Returns the table that a run forms; nil if it is none.
  private mutating func table(of run: Run) -> TableOfContents? {
    guard let first = run.lists.first, let last = run.lists.last else { return nil }
    let entries = run.items.flatMap(\.entries)
    let foreign = run.items.reduce(0) { $0 + $1.foreign }
    guard !entries.isEmpty, entries.count > foreign else { return nil }
    if run.mark == nil, !run.isAnnounced {
      guard entries.count >= 2, mostResolve(entries) else { return nil }
    }
    return TableOfContents(
      lists: run.lists, entries: entries, range: tree.range(of: first).lowerBound..<tree.range(of: last).upperBound,
      markedRange: run.mark?.outer, isHandMade: foreign > 0 || run.items.contains(where: \.isHandMade))
  }

  /// Whether more than half of the entries resolve, or can be repaired so that they do. Repairing some of them therefore
  /// cannot turn a list into a table of contents.
  private mutating func mostResolve(_ entries: [TableOfContents.Entry]) -> Bool {
    let broken = entries.filter { !resolves($0.fragment) }
    let resolved = entries.count - broken.count
    guard resolved * 2 <= entries.count else { return true }
    let repairable = broken.count { isBroken($0.fragment) && candidates.anchor(of: $0) != nil }
    return (resolved + repairable) * 2 > entries.count
  }

  private func isBroken(_ fragment: String) -> Bool { anchors.target(of: fragment) == nil }

  /// Whether a fragment names a heading or tag.
  private func resolves(_ fragment: String) -> Bool {
    switch anchors.target(of: fragment) {
    case .heading, .tag: true
    case .page, nil: false
    }
  }

  /// The links of a list's items.
  private struct Items {
    var entries: [TableOfContents.Entry] = []
    /// The number of items with a link that is no fragment of the document.
    var foreign = 0
    var isHandMade = false
  }

  /// Returns the items of a list and its nested lists; nil if an item is neither a single link nor a group title.
  private func items(of list: NodeID) -> Items? {
    guard holdsFragments(list) else { return nil }
    var result = Items()
    var depths: [NodeID: Int] = [list: 0]
    for index in tree.subtree(of: list) {
      let node = NodeID(index)
      switch tree.kind(of: node) {
      case .item:
        guard let parent = tree.parent(of: node), let depth = depths[parent],
          add(item: node, depth: depth, to: &result, &depths)
        else { return nil }
      default: continue
      }
    }
    return result.entries.isEmpty ? nil : result
  }

  /// Whether a list contains a link to a fragment of the document. Most lists contain none and are skipped.
  private func holdsFragments(_ list: NodeID) -> Bool {
    tree.subtree(of: list).contains { fragmentDestination(of: NodeID($0)) != nil }
  }

  private func add(item: NodeID, depth: Int, to result: inout Items, _ depths: inout [NodeID: Int]) -> Bool {
    var blocks = tree.children(of: item)
    guard let first = blocks.first, tree.kind(of: first) == .paragraph else { return false }
    blocks.removeFirst()
    for block in blocks {
      guard tree.kind(of: block) == .list else { return false }
      depths[block] = depth + 1
    }
    let links = tree.subtree(of: first).map { NodeID($0) }.filter {
      tree.link($0) != nil && tree.kind(of: $0) != .image
    }
    guard let link = links.first else {
      // A group title has a nested list. An item without link and nested list is no part of a table of contents.
      result.isHandMade = true
      return !blocks.isEmpty
    }
    guard links.count == 1 else { return false }
    guard let fragment = fragment(of: link) else {
      result.foreign += 1
      return true
    }
    let finder = RoleFinder(tree: tree)
    guard finder.opensBlock(link, first) else { return false }
    result.isHandMade = result.isHandMade || hasWords(after: link, in: first, finder)
    result.entries.append(TableOfContents.Entry(link: link, depth: depth, fragment: fragment, item: item))
    return true
  }

  /// Whether text follows the link in its paragraph.
  private func hasWords(after link: NodeID, in paragraph: NodeID, _ finder: RoleFinder) -> Bool {
    (tree.subtree(of: link).upperBound..<tree.subtree(of: paragraph).upperBound).contains {
      switch tree.kind(of: NodeID($0)) {
      case .text: !finder.isDecoration(String(decoding: tree.source[tree.range(of: NodeID($0))], as: UTF8.self))
      case .code, .math, .image, .footnoteReference: true
      default: false
      }
    }
  }

  private func fragment(of link: NodeID) -> String? {
    fragmentDestination(of: link).map { String(decoding: tree.decoded($0).dropFirst(), as: UTF8.self) }
  }

  /// Returns the destination of a link to a fragment of the document; nil for any other node.
  private func fragmentDestination(of node: NodeID) -> Range<Int>? {
    guard let destination = tree.link(node)?.destination, tree.source[destination].first == UInt8(ascii: "#") else {
      return nil
    }
    return destination
  }

  /// Whether a paragraph is one line without links, such as `**Languages**`.
  private func isGroupTitle(_ paragraph: NodeID) -> Bool {
    let range = tree.range(of: paragraph)
    return tree.lines.line(at: range.lowerBound) == tree.lines.line(at: max(range.lowerBound, range.upperBound - 1))
      && range.count <= 120 && !tree.subtree(of: paragraph).contains { LinkScan.link(at: NodeID($0), in: tree) != nil }
  }
}

/// The comments with which tools mark a table of contents: `<!-- toc -->` … `<!-- tocstop -->`, `<!-- TOC -->` …
/// `<!-- /TOC -->`, `<!-- MarkdownTOC -->` … `<!-- /MarkdownTOC -->`, doctoc's `START` … `END`.
struct TableOfContentsMarks {
  /// An opening and a closing comment.
  struct Pair: Equatable {
    /// From the opening comment to the closing one, both included.
    var outer: Range<Int>
    /// The bytes between the comments.
    var inner: Range<Int>
  }

  /// All pairs in document order. An opening comment without a closing one before the next heading is ignored, because
  /// the end of its table is unknown.
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

  /// Returns the pair of comments around an offset.
  func pair(around offset: Int) -> Pair? { pairs.first { $0.inner.contains(offset) } }

  /// Returns the marked places that contain nothing but white space.
  func emptyPlaces(besides tables: [TableOfContents], in tree: MarkdownTree) -> [TableOfContents] {
    pairs.compactMap { pair in
      guard !tables.contains(where: { $0.markedRange == pair.outer }),
        tree.source[pair.inner].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
      else { return nil }
      return TableOfContents(lists: [], entries: [], range: pair.inner, markedRange: pair.outer, isHandMade: false)
    }
  }

  /// Returns true for a comment that opens a marked table, false for one that closes it, nil for any other.
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
