public import MarkdownSyntax

/// A list of links to the headings of its own document, found by its shape or by the comments around it.
public struct TableOfContents: Sendable {
  public struct Entry: Sendable {
    /// The link's node.
    public var link: NodeID
    /// 0 for the outermost list.
    public var depth: Int
    /// The fragment without `#`, entities and escapes decoded.
    public var fragment: String
    /// The item's node.
    public var item: NodeID
  }

  /// The outermost lists, in order.
  public var lists: [NodeID]
  /// Empty for a place that is marked for a table but holds none.
  public var entries: [Entry]
  /// From the first list's marker to the end of the last; for an empty marked place, what stands between the comments.
  public var range: Range<Int>
  /// From the opening comment (`<!-- toc -->`, doctoc's) to the closing one; nil without such comments.
  public var markedRange: Range<Int>?
  /// Whether it says more than headings do: group titles, other links, words beside a link; or whether lists stand right
  /// beside it that are none, so that rewriting it would change what they are taken for.
  public var isHandMade: Bool

  /// A place where a table could stand, and none does.
  public init(emptyAt offset: Int) {
    self.init(lists: [], entries: [], range: offset..<offset, markedRange: nil, isHandMade: false)
  }

  init(lists: [NodeID], entries: [Entry], range: Range<Int>, markedRange: Range<Int>?, isHandMade: Bool) {
    self.lists = lists
    self.entries = entries
    self.range = range
    self.markedRange = markedRange
    self.isHandMade = isHandMade
  }

  public var isMarked: Bool { markedRange != nil }

  /// Whether a heading's title announces a table of contents.
  public static func isAnnounced(by title: String) -> Bool {
    announcements.contains(asciiWords(of: title) ?? words(of: title))
  }

  private static func words(of title: String) -> String {
    title.lowercased().filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: " ")
  }

  /// The same without asking Unicode about each letter; nil for a title beyond ASCII.
  private static func asciiWords(of title: String) -> String? {
    var words: [UInt8] = []
    for byte in title.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x20: if let last = words.last, last != 0x20 { words.append(byte) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): words.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): words.append(byte)
      default: continue
      }
    }
    if words.last == 0x20 { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }

  private static let announcements: Set<String> = [
    "contents", "table of contents", "table of content", "toc", "index", "inhalt", "inhaltsverzeichnis", "sommaire",
    "table des matières", "índice", "contenido", "conteúdo", "indice", "содержание", "оглавление", "目录", "目錄", "目次",
    "목차",
  ]
}

/// Finds the tables of contents of a document.
struct TableOfContentsFinder {
  let tree: MarkdownTree
  let anchors: AnchorTable
  let headings: [Heading]
  private lazy var meant = AnchorCandidates(tree, anchors, headings)

  init(_ draft: DocumentDraft) {
    tree = draft.tree
    anchors = draft.anchors
    headings = draft.headings
  }

  /// One table for each run of adjacent lists whose items are single links to fragments, most of which lead somewhere.
  /// Comments around a run, or a heading such as "Contents" before it, tell what it is, wherever its links lead.
  mutating func tables() -> [TableOfContents] {
    var tables: [TableOfContents] = []
    var open = Run()
    let marks = TableOfContentsMarks(in: tree)
    func finish(_ next: Run = Run()) {
      if let table = table(of: open) {
        tables.append(table)
      } else if open.lists.count > 1 {
        // Not all of them are one table, but one of them may be.
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

  /// Adjacent lists that may be one table.
  private struct Run {
    var mark: TableOfContentsMarks.Pair?
    var isAnnounced = false
    var lists: [NodeID] = []
    var items: [Items] = []
    /// Whether a title stands after the last list; it counts only if another list follows.
    var hasTitle = false

    mutating func add(_ list: NodeID, _ more: Items) {
      items.append(more)
      items[items.count - 1].isHandMade = more.isHandMade || hasTitle
      lists.append(list)
      hasTitle = false
    }

    /// Each list as a run of its own.
    var parts: [Run] {
      zip(lists, items).map { Run(mark: mark, isAnnounced: isAnnounced, lists: [$0], items: [$1]) }
    }

    mutating func endWithTitle() { hasTitle = !lists.isEmpty }
  }

  private mutating func table(of run: Run) -> TableOfContents? {
    guard let first = run.lists.first, let last = run.lists.last else { return nil }
    let entries = run.items.flatMap(\.entries)
    let foreign = run.items.reduce(0) { $0 + $1.foreign }
    guard !entries.isEmpty, entries.count > foreign else { return nil }
    if run.mark == nil, !run.isAnnounced {
      guard entries.count >= 2, mostlyLead(entries) else { return nil }
    }
    return TableOfContents(
      lists: run.lists, entries: entries, range: tree.range(of: first).lowerBound..<tree.range(of: last).upperBound,
      markedRange: run.mark?.outer, isHandMade: foreign > 0 || run.items.contains(where: \.isHandMade))
  }

  /// Whether more than half of the entries lead somewhere, or would once mended: mending some of them makes no table of
  /// what was none.
  private mutating func mostlyLead(_ entries: [TableOfContents.Entry]) -> Bool {
    let broken = entries.filter { !leads($0.fragment) }
    let sound = entries.count - broken.count
    guard sound * 2 <= entries.count else { return true }
    let mendable = broken.count { isBroken($0.fragment) && meant.anchor(of: $0) != nil }
    return (sound + mendable) * 2 > entries.count
  }

  private func isBroken(_ fragment: String) -> Bool { anchors.target(of: fragment) == nil }

  private func leads(_ fragment: String) -> Bool {
    switch anchors.target(of: fragment) {
    case .heading, .tag: true
    case .page, nil: false
    }
  }

  /// What the items of a list hold.
  private struct Items {
    var entries: [TableOfContents.Entry] = []
    /// Items with a link that leads out of the document.
    var foreign = 0
    var isHandMade = false
  }

  /// The items of a list and of the lists in it; nil if one of them is more than a link or a group's title.
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

  /// Most lists hold no link to a part of the document at all, and need no closer look.
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
      // A group's title has a list below it; a plain item is no part of a table of contents.
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

  /// The destination of a link to a part of the document.
  private func fragmentDestination(of node: NodeID) -> Range<Int>? {
    guard let destination = tree.link(node)?.destination, tree.source[destination].first == UInt8(ascii: "#") else {
      return nil
    }
    return destination
  }

  /// A one-line paragraph without links, such as `**Languages**`.
  private func isGroupTitle(_ paragraph: NodeID) -> Bool {
    let range = tree.range(of: paragraph)
    return tree.lines.line(at: range.lowerBound) == tree.lines.line(at: max(range.lowerBound, range.upperBound - 1))
      && range.count <= 120 && !tree.subtree(of: paragraph).contains { LinkScan.link(at: NodeID($0), in: tree) != nil }
  }
}
