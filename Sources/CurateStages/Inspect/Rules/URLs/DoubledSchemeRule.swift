import CurateCore

extension InspectRule {
  static let doubledScheme = InspectRule(
    "doubled-scheme",
    "Reports a URL with two schemes (`http://https://…`). Not reported if the second URL is in the path, as in web archives.",
    severity: .warning,
    examples: [StageExample("two schemes", "- [Tea](http://https://tea.example)\n", ["doubled-scheme"])],
    check: .url { url in
      guard !url.hasSpace else { return nil }
      let rest = url.bytes[url.schemeLength...]
      guard url.schemeLength > 0, rest.starts(with: "http".utf8) else { return nil }
      let tail = rest.dropFirst(rest.dropFirst(4).first == UInt8(ascii: "s") ? 5 : 4)
      guard tail.starts(with: ":/".utf8) || tail.starts(with: "//".utf8) else { return nil }
      return "two schemes in '\(url.url)'"
    })
}
