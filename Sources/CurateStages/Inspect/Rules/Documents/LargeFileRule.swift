import CurateCore

extension InspectRule {
  /// GitHub truncates the rendered form of a larger file (bytes).
  private static let largestFile = 512 * 1024

  static let largeFile = InspectRule(
    "large-file", "Reports a document over 512 KB, which GitHub truncates when it renders it.", severity: .warning,
    // An example would have to be larger than that; `InspectTests` tests the rule.
    examples: [],
    check: .document { inspected in
      let size = inspected.document.source.count
      guard size > largestFile else { return [] }
      return [
        InspectFinding(
          inspected.document, at: 0,
          "the file has \((size / 1024).grouped) KB; GitHub truncates a rendered file at 512 KB")
      ]
    })
}
