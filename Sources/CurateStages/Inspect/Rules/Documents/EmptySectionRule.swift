import CurateCore
import MarkdownSyntax

extension InspectRule {
  static let emptySection = InspectRule(
    "empty-section",
    "Reports a heading without content below it. Not reported if the section has subsections. Comments, link definitions and thematic breaks do not count as content.",
    severity: .note,
    examples: [
      StageExample("a heading without content", "# Tea\n\n## Green\n\n## Black\n\nStrong.\n", ["empty-section"])
    ],
    check: .document { inspected in
      let (outline, tree) = (inspected.outline, inspected.tree)
      var filled: Set<Int> = []
      var current = -1
      for block in inspected.blocks {
        let range = tree.range(of: block)
        var holdsHeading = false
        while current + 1 < outline.count, outline[current + 1].range.lowerBound < range.upperBound {
          current += 1
          holdsHeading = true
        }
        if !holdsHeading, isContent(block, in: tree) { filled.insert(current) }
      }
      return outline.indices.filter { index in
        let isParent = index + 1 < outline.count && outline[index + 1].level > outline[index].level
        return !isParent && !filled.contains(index)
      }.map {
        InspectFinding(
          inspected.document, at: outline[$0].range.lowerBound, "the section '\(outline[$0].title)' has no content")
      }
    })

  private static func isContent(_ block: NodeID, in tree: MarkdownTree) -> Bool {
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
}
