import CurateCore

extension InspectRule {
  static let descriptionDash = InspectRule(
    "description-dash",
    "Reports a separator between link and description (` - `, `: `) that differs from that of at least 80 % of the entries. Entries without a separator are not reported. Disabled by default.",
    severity: .note, isEnabledByDefault: false,
    examples: [
      StageExample(
        "one separator for all descriptions",
        "- [A](https://a.example) - One.\n- [B](https://b.example) - Two.\n- [C](https://c.example): Three.\n"
          + "- [D](https://d.example) - Four.\n- [E](https://e.example) - Five.\n", ["description-dash"],
        options: "{style: [description-dash]}")
    ],
    check: .style { StyledEntry.exceptions(among: $0) { $0.separator.map { "'\($0)'" } } })
}
