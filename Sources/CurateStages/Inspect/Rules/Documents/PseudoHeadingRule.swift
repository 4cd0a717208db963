import CurateCore
import MarkdownSyntax

extension InspectRule {
  static let pseudoHeading = InspectRule(
    "pseudo-heading",
    "Reports a line that is wholly bold or code, directly above a list, paragraph, table or quote. Not reported if it holds a link, ends like a sentence, or belongs to a table of contents.",
    severity: .note,
    examples: [
      StageExample(
        "a bold line in place of a heading", "**Pots**\n\n- [Iron](https://iron.example)\n", ["pseudo-heading"])
    ],
    check: .document { inspected in
      let (tree, blocks) = (inspected.tree, inspected.blocks)
      return zip(blocks, blocks.dropFirst()).compactMap { block, next in
        guard tree.kind(of: block) == .paragraph, tree.lineRange(of: block).count == 1,
          canFollowHeading(next, in: tree),
          !belongsToTable(block, next, in: inspected.document), let child = tree.firstChild(of: block),
          tree.nextSibling(of: child) == nil, tree.kind(of: child) == .strong || tree.kind(of: child) == .code
        else { return nil }
        let text = tree.plainText(of: child)
        guard !tree.subtree(of: child).contains(where: { tree.link(NodeID($0)) != nil }), let last = text.last,
          !".!?,;".contains(last)
        else { return nil }
        return InspectFinding(
          inspected.document, at: tree.range(of: block).lowerBound,
          "'\(text)' looks like a heading but is not one: it has no anchor and cannot be in a table of contents")
      }
    })

  private static func canFollowHeading(_ block: NodeID, in tree: MarkdownTree) -> Bool {
    switch tree.kind(of: block) {
    case .list, .paragraph, .table, .blockQuote: true
    default: false
    }
  }

  private static func belongsToTable(_ block: NodeID, _ next: NodeID, in document: Document) -> Bool {
    let offset = document.tree.range(of: block).lowerBound
    return document.tablesOfContents.contains { $0.range.contains(offset) || $0.lists.contains(next) }
  }
}
