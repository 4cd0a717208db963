import CurateCore

extension InspectRule {
  static let fullStop = InspectRule(
    "full-stop",
    "Reports a description that ends with a full stop where at least 80 % do not, or without one where at least 80 % have one. Licenses, languages and links after the description do not count. Disabled by default.",
    severity: .note, isEnabledByDefault: false,
    examples: [
      StageExample(
        "full stops",
        "- [A](https://a.example) - One.\n- [B](https://b.example) - Two.\n- [C](https://c.example) - Three\n"
          + "- [D](https://d.example) - Four.\n- [E](https://e.example) - Five.\n", ["full-stop"],
        options: "{style: [full-stop]}")
    ],
    check: .style { StyledEntry.exceptions(among: $0) { $0.ending?.rawValue } })
}
