import CurateCore

@testable import CurateStages

extension InspectRule {
  static let capitalsOnly = InspectRule(
    "capitals-only",
    "Reports a link text in capital letters only. Not reported for fewer than five letters, as in acronyms.",
    severity: .note,
    examples: [StageExample("a text in capital letters", "- [GREEN TEA](https://tea.example)\n", ["capitals-only"])],
    check: .linkText { link, collection in
      let title = collection.title(of: link.id)
      let letters = title.filter(\.isLetter)
      return letters.count >= 5 && letters.allSatisfy(\.isUppercase) ? "'\(title)' is in capital letters" : nil
    })
}
