import CurateCore

extension InspectRule {
  /// In prose, "paper" or "PDF" is enough, because the sentence says the rest. These are not.
  private static let genericInProse: Set<String> = [
    "here", "click here", "link", "this link", "url", "read more", "more", "this page", "see here",
  ]

  static let genericLinkText = InspectRule(
    "generic-link-text",
    "Reports a link text that fits any link (\"here\", \"link\"). Words such as \"paper\" or \"PDF\" are reported only for entries, not in prose. Secondary links of an item are not reported.",
    severity: .note,
    examples: [
      StageExample(
        "a text that does not name its target", "The shop is [here](https://tea.example).\n", ["generic-link-text"])
    ],
    check: .linkText { link, collection in
      guard link.role != .secondary, collection.withTitle(of: link.id, { $0.count < 24 }) else { return nil }
      let title = collection.foldedTitle(of: link.id)
      guard title.kind == .generic, link.role == .entry || genericInProse.contains(title.text) else { return nil }
      return "'\(collection.title(of: link.id))' does not say where the link leads"
    })
}
