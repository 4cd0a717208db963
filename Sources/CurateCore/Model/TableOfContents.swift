public import MarkdownSyntax

/// A list of links to the headings of its own document, found by its shape.
public struct TableOfContents: Sendable {
  public struct Entry: Sendable {
    /// The link's node.
    public var link: NodeID
    /// 0 for the outermost list.
    public var depth: Int
    /// The fragment without `#`, as written.
    public var fragment: String
    /// The item's node.
    public var item: NodeID
  }

  /// The outermost lists, in order.
  public var lists: [NodeID]
  /// Empty for a place that is marked for a table but holds none.
  public var entries: [Entry]
  /// From the first list's marker to the end of the last.
  public var range: Range<Int>
  /// Whether comments (`<!-- toc -->` … `<!-- tocstop -->`, doctoc's) stand around it.
  public var isMarked: Bool
}

/// Finds the tables of contents of a document.
struct TableOfContentsFinder {
  let tree: MarkdownTree
  let anchors: AnchorTable

  /// One table for each run of adjacent lists under one heading whose items are single links to fragments, most of
  /// which lead somewhere.
  func tables() -> [TableOfContents] {
    var tables: [TableOfContents] = []
    var run: [NodeID] = []
    var isMarked = false
    var next = tree.firstChild(of: MarkdownTree.root)
    func finish() {
      if let table = table(of: run, isMarked: isMarked) { tables.append(table) }
      run = []
    }
    while let block = next {
      switch tree.kind(of: block) {
      case .list where isCandidate(block): run.append(block)
      case .paragraph where !run.isEmpty && isGroupTitle(block): break
      case .htmlBlock:
        finish()
        if let marker = marker(in: block) { isMarked = marker }
      default: finish()
      }
      next = tree.nextSibling(of: block)
    }
    finish()
    return tables
  }

  private func table(of lists: [NodeID], isMarked: Bool) -> TableOfContents? {
    guard let first = lists.first, let last = lists.last else { return nil }
    var entries: [TableOfContents.Entry] = []
    for list in lists { collect(list, into: &entries) }
    let resolved = entries.count { anchors.target(of: $0.fragment) != nil }
    guard isMarked ? !entries.isEmpty : entries.count >= 2 && resolved * 2 > entries.count else { return nil }
    return TableOfContents(
      lists: lists, entries: entries, range: tree.range(of: first).lowerBound..<tree.range(of: last).upperBound,
      isMarked: isMarked)
  }

  /// Whether each item, nested ones too, holds nothing but one link to a fragment or a bold or plain group title.
  private func isCandidate(_ list: NodeID) -> Bool {
    var links = 0
    for index in tree.subtree(of: list) {
      let node = NodeID(index)
      switch tree.kind(of: node) {
      case .list: break
      case .item:
        guard let count = linkCount(ofItem: node), count <= 1 else { return false }
        links += count
      case .paragraph, .text, .emphasis, .strong, .code, .escape, .entity, .math, .softBreak, .link, .image,
        .strikethrough, .htmlOpenTag, .htmlCloseTag:
        break
      default: return false
      }
    }
    return links > 0
  }

  /// How many links the item's own text has; nil if one of them leads out of the document, or other text stands
  /// beside a link.
  private func linkCount(ofItem item: NodeID) -> Int? {
    var links = 0
    var hasText = false
    var child = tree.firstChild(of: item)
    while let block = child {
      if tree.kind(of: block) == .paragraph {
        var inline = tree.firstChild(of: block)
        while let node = inline {
          if tree.kind(of: node) == .link {
            guard fragment(of: node) != nil else { return nil }
            links += 1
          } else if tree.kind(of: node) == .text {
            hasText = hasText || tree.source[tree.range(of: node)].contains { !isSeparator($0) }
          }
          inline = tree.nextSibling(of: node)
        }
      }
      child = tree.nextSibling(of: block)
    }
    return links > 0 && hasText ? nil : links
  }

  private func collect(_ list: NodeID, into entries: inout [TableOfContents.Entry]) {
    for index in tree.subtree(of: list) {
      let node = NodeID(index)
      guard tree.kind(of: node) == .link, let fragment = fragment(of: node) else { continue }
      var depth = -1
      var item: NodeID?
      var next = tree.parent(of: node)
      while let parent = next {
        if tree.kind(of: parent) == .list { depth += 1 }
        if item == nil, tree.kind(of: parent) == .item { item = parent }
        next = tree.parent(of: parent)
      }
      guard let item else { continue }
      entries.append(TableOfContents.Entry(link: node, depth: depth, fragment: fragment, item: item))
    }
  }

  private func fragment(of link: NodeID) -> String? {
    guard let destination = tree.link(link)?.destination, tree.source[destination].first == UInt8(ascii: "#") else {
      return nil
    }
    return String(decoding: tree.decoded(destination).dropFirst(), as: UTF8.self)
  }

  /// A short paragraph without links between two lists, such as `**Languages**`.
  private func isGroupTitle(_ paragraph: NodeID) -> Bool {
    guard let child = tree.firstChild(of: paragraph), tree.nextSibling(of: child) == nil else { return false }
    let kind = tree.kind(of: child)
    guard kind == .strong || kind == .emphasis || kind == .text else { return false }
    return tree.lines.line(at: tree.range(of: child).lowerBound)
      == tree.lines.line(at: tree.range(of: child).upperBound)
      && !tree.subtree(of: child).contains { tree.link(NodeID($0)) != nil }
  }

  /// Whether the block's comments open (true) or close (false) a marked table; nil if they do neither.
  private func marker(in block: NodeID) -> Bool? {
    var result: Bool?
    for index in tree.subtree(of: block) where tree.kind(of: NodeID(index)) == .htmlComment {
      let comment = String(decoding: tree.source[tree.range(of: NodeID(index))], as: UTF8.self).lowercased()
      let words = comment.dropFirst(4).dropLast(3).split { $0.isWhitespace }
      switch words.first {
      case "toc", "start": if words[0] == "toc" || comment.contains("doctoc") { result = true }
      case "tocstop", "/toc", "end": if words[0] != "end" || comment.contains("doctoc") { result = false }
      default: break
      }
    }
    return result
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "|"): true
    default: false
    }
  }
}
