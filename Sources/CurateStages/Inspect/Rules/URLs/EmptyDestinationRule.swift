import CurateCore

extension InspectRule {
  static let emptyDestination = InspectRule(
    "empty-destination", "Reports a link without a destination. Not reported for `#`, the top of the document.",
    severity: .warning,
    examples: [
      StageExample("a link without a destination", "- [Tea]()\n", ["empty-destination"]),
      StageExample("a rule can be skipped", "- [Tea]()\n", [], options: "{skip: [empty-destination]}"),
    ],
    check: .url { $0.bytes.isEmpty ? "the link has no destination" : nil })
}
