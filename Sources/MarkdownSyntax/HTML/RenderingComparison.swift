extension MarkdownTree {
  /// Whether two trees provably have the same HTML. Adjacent bullet lists count as one list.
  ///
  /// Compares the parts of the nodes that determine the HTML, in a twentieth of the time that rendering both trees
  /// takes. False means unknown: trees of different shapes can still have the same HTML.
  package func provablyRenders(like other: MarkdownTree) -> Bool {
    var comparison = RenderingComparison(of: self)
    return comparison.matchesNext(in: other, other.nodes) && comparison.isAtEnd()
  }

  /// Whether a text provably has the same HTML as the tree. The text is parsed in chunks, so that its whole tree is
  /// never in memory.
  package func provablyRenders(likeText text: [UInt8]) -> Bool {
    var comparison = RenderingComparison(of: self)
    for chunk in DocumentChunks(of: text, for: .rendering) {
      guard chunk.isRenderingExact, comparison.matchesNext(in: chunk.tree, chunk.nodes) else { return false }
    }
    return comparison.isAtEnd()
  }
}

/// Compares a tree, node by node, with one or more trees that together form the same document.
private struct RenderingComparison {
  private var first: RenderedNodes
  private var second: RenderedNodes
  /// For each node of the first tree, its counterpart in the second. A node and all its ancestors are in the same
  /// chunk, except the document, which is node 0 of each tree.
  private var counterparts: [UInt32]

  init(of tree: MarkdownTree) {
    first = RenderedNodes(tree, tree.nodes)
    second = RenderedNodes(tree, 0..<0)
    counterparts = Array(repeating: 0, count: tree.nodes.count)
  }

  /// Compares the next nodes of the first tree with the given nodes of another tree.
  mutating func matchesNext(in other: MarkdownTree, _ nodes: Range<Int>) -> Bool {
    second = RenderedNodes(other, first.isAtStart ? nodes : nodes.dropFirst())
    while let b = second.next() {
      // Nodes are in pre-order, so two trees are equal if the parents are equal in the same order.
      guard let a = first.next(), first.parent(of: a).map({ counterparts[Int($0)] }) == second.parent(of: b),
        hasSameHTML(NodeID(Int(a)), NodeID(Int(b)))
      else { return false }
      counterparts[Int(a)] = b
    }
    return true
  }

  /// Whether all nodes of the first tree were compared.
  mutating func isAtEnd() -> Bool { first.next() == nil }

  /// Whether both nodes have the same HTML, apart from their children.
  private func hasSameHTML(_ a: NodeID, _ b: NodeID) -> Bool {
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

/// Iterates over the nodes that determine the HTML, in order. Skips bullet lists that continue the previous list, and
/// the contents of HTML blocks.
private struct RenderedNodes {
  let tree: MarkdownTree
  private var index: UInt32
  private let end: UInt32
  /// Maps each bullet list that follows another one to the first list of its run. Few documents contain any.
  private var firstOfRun: [UInt32: UInt32] = [:]

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
      // The tags inside an HTML block are part of it.
      index = record.kind == .htmlBlock ? record.subtreeEnd : node + 1
      guard record.kind == .list else { return node }
      recordContinuation(of: node)
      if firstOfRun[node] == nil { return node }
    }
    return nil
  }

  private mutating func recordContinuation(of list: UInt32) {
    guard isBulletList(NodeID(Int(list))), let next = tree.nextSibling(of: NodeID(Int(list))), isBulletList(next) else {
      return
    }
    firstOfRun[next.index] = firstOfRun[list] ?? list
  }

  private func isBulletList(_ node: NodeID) -> Bool { tree.list(node).map { $0.start == nil } ?? false }

  /// Returns the parent of a node. For an item, returns the first list of the run that contains it.
  func parent(of node: UInt32) -> UInt32? {
    let parent = tree[NodeID(Int(node))].parent
    guard parent != .max else { return nil }
    return firstOfRun.isEmpty || tree[NodeID(Int(parent))].kind != .list ? parent : firstOfRun[parent] ?? parent
  }

  /// Whether a paragraph is in an item of a tight list, where it is rendered without tags.
  func isInTightItem(_ paragraph: Node) -> Bool {
    let item = tree[NodeID(Int(paragraph.parent))]
    return item.kind == .item && !tree[NodeID(Int(item.parent))].flags.contains(.loose)
  }

  /// Returns the content of code, math or raw HTML before escaping. Such nodes can span lines, and their context
  /// determines which part of the indentation is content.
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
