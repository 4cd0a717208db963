import CurateCore

extension InspectRule {
  static let levelJump = InspectRule(
    "level-jump",
    "Reports a heading more than one level below the heading before it. Not reported for a step up, or for the first heading.",
    severity: .note,
    examples: [StageExample("a heading skips levels", "# Tea\n\nA.\n\n### Oolong\n\nB.\n", ["level-jump"])],
    check: .document { inspected in
      let outline = inspected.outline
      return zip(outline, outline.dropFirst()).filter { $1.level > $0.level + 1 }.map { before, heading in
        InspectFinding(
          inspected.document, at: heading.range.lowerBound,
          "'\(heading.title)' has level \(heading.level), but the heading before it has level \(before.level)")
      }
    })
}
