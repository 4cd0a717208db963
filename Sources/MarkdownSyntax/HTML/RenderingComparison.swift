extension MarkdownTree {
  /// Whether two trees surely have the same HTML, bullet lists that follow each other taken as one.
  ///
  /// It compares what HTML is made of, which takes a twentieth of the time of making it twice. False means that nobody
  /// knows: trees of other shapes can still look the same.
  package func provablyRenders(like other: MarkdownTree) -> Bool {
    var twins = RenderingComparison(of: self)
    return twins.goOn(in: other, other.nodes) && twins.isAtEnd()
  }

  /// Whether a text surely has the same HTML, told without its whole tree in memory.
  package func provablyRenders(likeText text: [UInt8]) -> Bool {
    var twins = RenderingComparison(of: self)
    for stretch in DocumentChunks(of: text, for: .rendering) {
      guard stretch.isRenderingExact, twins.goOn(in: stretch.tree, stretch.nodes) else { return false }
    }
    return twins.isAtEnd()
  }
}

/// Walks a tree and others that follow each other side by side.
private struct RenderingComparison {
  private var first: RenderedNodes
  private var second: RenderedNodes
  /// By node of the first tree, its twin in the second: all ancestors of a node are in one stretch with it, but for the
  /// document, which is node 0 of each.
  private var twins: [UInt32]

  init(of tree: MarkdownTree) {
    first = RenderedNodes(tree, tree.nodes)
    second = RenderedNodes(tree, 0..<0)
    twins = Array(repeating: 0, count: tree.nodes.count)
  }

  /// Compares the next nodes of the first tree with nodes of another.
  mutating func goOn(in other: MarkdownTree, _ nodes: Range<Int>) -> Bool {
    second = RenderedNodes(other, first.isAtStart ? nodes : nodes.dropFirst())
    while let b = second.next() {
      // Nodes stand in pre-order, so that the same parents in the same order make the same tree.
      guard let a = first.next(), first.parent(of: a).map({ twins[Int($0)] }) == second.parent(of: b),
        isSame(NodeID(Int(a)), NodeID(Int(b)))
      else { return false }
      twins[Int(a)] = b
    }
    return true
  }

  /// Whether nothing of the first tree is left.
  mutating func isAtEnd() -> Bool { first.next() == nil }

  /// Whether both nodes have the same HTML but for what stands below them.
  private func isSame(_ a: NodeID, _ b: NodeID) -> Bool {
    let (one, two) = (first.tree[a], second.tree[b])
    guard one.kind == two.kind else { return false }
    switch one.kind {
    case .document, .frontMatter, .linkDefinition, .blockQuote, .thematicBreak, .softBreak, .hardBreak, .emphasis,
      .strong, .strikethrough:
      return true
    case .paragraph: return first.isInTightItem(one) == second.isInTightItem(two)
    case .list: return first.tree.list(a)?.start == second.tree.list(b)?.start
    case .item, .tableRow: return one.flags == two.flags
    case .heading, .setextHeading: return one.aux == two.aux
    case .tableCell: return one.flags == two.flags && one.extra == two.extra
    case .table: return first.tree.columnAlignments(of: a) == second.tree.columnAlignments(of: b)
    case .text, .escape, .entity, .footnoteReference:
      return hasSameBytes(a, b)
    case .autolink, .extendedAutolink:
      return one.flags == two.flags && hasSameBytes(a, b)
    case .link, .image: return hasSameTarget(a, b)
    case .footnoteDefinition:
      guard let label = first.tree.footnoteLabel(of: a), let other = second.tree.footnoteLabel(of: b) else {
        return false
      }
      return first.tree.source[label].elementsEqual(second.tree.source[other])
    case .code: return first.tree.codeText(of: a) == second.tree.codeText(of: b)
    case .fencedCode, .indentedCode, .mathBlock, .htmlBlock, .math, .htmlOpenTag, .htmlCloseTag, .htmlComment,
      .htmlOther:
      return one.flags == two.flags && first.content(of: a) == second.content(of: b)
        && first.tree.infoString(of: a).map(first.tree.decoded)
          == second.tree.infoString(of: b).map(second.tree.decoded)
    }
  }

  private func hasSameBytes(_ a: NodeID, _ b: NodeID) -> Bool {
    first.tree.hasBytes(first.tree.range(of: a), as: second.tree, second.tree.range(of: b))
  }

  private func hasSameTarget(_ a: NodeID, _ b: NodeID) -> Bool {
    guard let one = first.tree.link(a), let two = second.tree.link(b),
      first.tree.hasBytes(one.destination, as: second.tree, two.destination)
    else { return false }
    guard one.title != nil || two.title != nil else { return true }
    return one.title.map(first.tree.decoded) == two.title.map(second.tree.decoded)
  }
}

/// The nodes of a tree in order, without bullet lists that only go on with the one before them and what is rendered as
/// raw text.
private struct RenderedNodes {
  let tree: MarkdownTree
  private var index: UInt32
  private let end: UInt32
  /// Bullet lists that follow another, with the first of their run. Few documents have any.
  private var heads: [UInt32: UInt32] = [:]

  init(_ tree: MarkdownTree, _ nodes: Range<Int>) {
    self.tree = tree
    index = UInt32(truncatingIfNeeded: nodes.lowerBound)
    end = UInt32(truncatingIfNeeded: nodes.upperBound)
  }

  var isAtStart: Bool { index == 0 }

  mutating func next() -> UInt32? {
    while index < end {
      let node = index
      let record = tree[NodeID(Int(node))]
      // Tags inside an HTML block are part of it.
      index = record.kind == .htmlBlock ? record.subtreeEnd : node + 1
      guard record.kind == .list else { return node }
      recordFollower(of: node)
      if heads[node] == nil { return node }
    }
    return nil
  }

  private mutating func recordFollower(of list: UInt32) {
    guard isBulletList(NodeID(Int(list))), let next = tree.nextSibling(of: NodeID(Int(list))), isBulletList(next) else {
      return
    }
    heads[next.index] = heads[list] ?? list
  }

  private func isBulletList(_ node: NodeID) -> Bool { tree.list(node).map { $0.start == nil } ?? false }

  /// The parent; for an item the first list of the run that holds it.
  func parent(of node: UInt32) -> UInt32? {
    let parent = tree[NodeID(Int(node))].parent
    guard parent != .max else { return nil }
    return heads.isEmpty || tree[NodeID(Int(parent))].kind != .list ? parent : heads[parent] ?? parent
  }

  /// Whether a paragraph stands in an item of a tight list, where it has no tags.
  func isInTightItem(_ paragraph: Node) -> Bool {
    let item = tree[NodeID(Int(paragraph.parent))]
    return item.kind == .item && !tree[NodeID(Int(item.parent))].flags.contains(.loose)
  }

  /// What stands in the HTML for code, maths or raw HTML, before it is escaped: such nodes go over lines, and which part
  /// of their indentation counts hangs on what is around them.
  func content(of node: NodeID) -> [UInt8] {
    guard tree.hasCodeLines(tree[node]) else {
      return tree.withoutGaps(tree.range(of: node)).flatMap { tree.source[$0] }
    }
    return tree.codeLines(tree[node]).flatMap { line -> [UInt8] in
      if let spaces = line.virtualSpaces { return Array(repeating: 0x20, count: spaces) }
      return tree.source[line.range] + [0x0A]
    }
  }
}

extension MarkdownTree {
  fileprivate func hasBytes(_ range: Range<Int>, as other: MarkdownTree, _ otherRange: Range<Int>) -> Bool {
    let (source, others) = (source, other.source)
    return source.span.extracting(range).hasBytes(of: others.span.extracting(otherRange))
  }
}
