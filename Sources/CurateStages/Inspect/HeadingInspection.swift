import CurateCore
import MarkdownSyntax

/// Looks at the outline: sections without content, jumps between levels, lines that pose as headings.
struct HeadingInspection {
  private let document: Document
  private let tree: MarkdownTree

  init(_ document: Document) {
    self.document = document
    tree = document.tree
  }

  func observations() -> [Observation] { emptySections() + levelJumps() + pseudoHeadings() }

  private func emptySections() -> [Observation] {
    let outline = document.headings.filter(\.opensSection)
    var filled: Set<Int> = []
    var current = -1
    for block in tree.children(of: MarkdownTree.root) {
      let range = tree.range(of: block)
      var holdsHeading = false
      while current + 1 < outline.count, outline[current + 1].range.lowerBound < range.upperBound {
        current += 1
        holdsHeading = true
      }
      if !holdsHeading, isContent(block) { filled.insert(current) }
    }
    return outline.indices.filter { index in
      let isParent = index + 1 < outline.count && outline[index + 1].level > outline[index].level
      return !isParent && !filled.contains(index)
    }.map {
      Observation(.emptySection, document.id, at: outline[$0].range.lowerBound, "nothing below '\(outline[$0].title)'")
    }
  }

  private func isContent(_ block: NodeID) -> Bool {
    switch tree.kind(of: block) {
    case .linkDefinition, .thematicBreak, .frontMatter: false
    case .htmlBlock:
      tree.subtree(of: block).contains {
        let kind = tree.kind(of: NodeID($0))
        return kind != .htmlBlock && kind != .htmlComment && kind != .softBreak
      }
    default: true
    }
  }

  private func levelJumps() -> [Observation] {
    let outline = document.headings.filter(\.opensSection)
    return zip(outline, outline.dropFirst()).filter { $1.level > $0.level + 1 }.map { before, heading in
      Observation(
        .levelJump, document.id, at: heading.range.lowerBound,
        "'\(heading.title)' has level \(heading.level), the heading before it \(before.level)")
    }
  }

  /// Lines of their own that are wholly bold or code, with something below them to head.
  private func pseudoHeadings() -> [Observation] {
    let blocks = tree.children(of: MarkdownTree.root)
    return zip(blocks, blocks.dropFirst()).compactMap { block, next in
      guard tree.kind(of: block) == .paragraph, tree.lineRange(of: block).count == 1, heads(next),
        !belongsToTable(block, next), let child = tree.firstChild(of: block), tree.nextSibling(of: child) == nil,
        tree.kind(of: child) == .strong || tree.kind(of: child) == .code
      else { return nil }
      let text = tree.plainText(of: child)
      guard !tree.subtree(of: child).contains(where: { tree.link(NodeID($0)) != nil }), let last = text.last,
        !".!?,;".contains(last)
      else { return nil }
      return Observation(
        .pseudoHeading, document.id, at: tree.range(of: block).lowerBound,
        "'\(text)' looks like a heading and is none: it has no anchor and no place in a table of contents")
    }
  }

  private func heads(_ block: NodeID) -> Bool {
    switch tree.kind(of: block) {
    case .list, .paragraph, .table, .blockQuote: true
    default: false
    }
  }

  private func belongsToTable(_ block: NodeID, _ next: NodeID) -> Bool {
    let offset = tree.range(of: block).lowerBound
    return document.tablesOfContents.contains { $0.range.contains(offset) || $0.lists.contains(next) }
  }
}
