import CurateCore

extension InspectRule {
  static let spaceInURL = InspectRule(
    "space-in-url",
    "Reports white space in a URL, or an encoded space (`%20`) at its beginning or end. An encoded space elsewhere is not reported.",
    severity: .warning,
    examples: [StageExample("white space", "- [Tea](<https://tea.example/a b>)\n", ["space-in-url"])],
    check: .url { !$0.bytes.isEmpty && $0.hasSpace ? "white space in '\($0.url)'" : nil })
}
