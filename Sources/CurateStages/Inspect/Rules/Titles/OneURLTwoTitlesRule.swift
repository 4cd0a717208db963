import CurateCore

extension InspectRule {
  static let oneURLTwoTitles = InspectRule(
    "one-url-two-titles",
    "Reports entries that lead to one page under different titles, once for each page. Not reported for links that `dedupe` has reported.",
    severity: .warning,
    examples: [
      StageExample(
        "one page, two titles", "- [Green](https://tea.example)\n- [Black](https://tea.example/)\n",
        ["one-url-two-titles"])
    ],
    check: .entries { entries, collection in
      entries.ofOnePage.compactMap { group in
        guard let other = group.first(where: { $0.title != group[0].title }) else { return nil }
        let link = collection[other.link]
        let place = collection.linePhrase(of: group[0].link, from: link.document)
        return InspectFinding(
          link,
          "'\(collection.title(of: other.link))' has the same URL as '\(collection.title(of: group[0].link))' on \(place)"
        )
      }
    })
}
