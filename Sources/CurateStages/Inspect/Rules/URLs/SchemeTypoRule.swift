import CurateCore

extension InspectRule {
  static let schemeTypo = InspectRule(
    "scheme-typo",
    "Reports a scheme that is one letter away from `http` or `https`, has two letters swapped, or lacks a colon or slash (`htpp://…`, `http:/…`). Other schemes, such as `ftp`, are not reported.",
    severity: .warning,
    examples: [
      StageExample(
        "misspelled schemes", "- [Tea](htpp://tea.example)\n- [Pot](https:/pot.example)\n",
        ["scheme-typo", "scheme-typo"])
    ],
    check: .url { url in
      guard url.schemeLength == 0, !url.hasSpace else { return nil }
      let scheme = url.url.prefix { $0 != ":" && $0 != "/" && $0 != ";" }.lowercased()
      let rest = url.url.dropFirst(scheme.count)
      let isKnown = scheme == "http" || scheme == "https"
      let isNear = isKnown || isNearHTTP(scheme)
      let marks = rest.prefix { $0 == ":" || $0 == "/" || $0 == ";" }
      guard isKnown ? !marks.isEmpty : isNear && (marks == "://" || marks == "//") else { return nil }
      return "'\(scheme)\(marks)' looks like a misspelled scheme in '\(url.url)'"
    })

  private static func isNearHTTP(_ scheme: String) -> Bool {
    guard (3...7).contains(scheme.count), scheme != "shttp", scheme != "ftp" else { return false }
    let letters = Array(scheme.unicodeScalars)
    return ["http", "https"].contains {
      let expected = Array($0.unicodeScalars)
      if EditDistance.between(letters, expected, atMost: 1) != nil { return true }
      // The same letters in another order.
      return letters.count == expected.count && String(scheme.sorted()) == String($0.sorted())
    }
  }
}
