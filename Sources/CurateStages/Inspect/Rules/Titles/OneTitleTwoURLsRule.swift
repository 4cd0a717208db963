import CurateCore

extension InspectRule {
  static let oneTitleTwoURLs = InspectRule(
    "one-title-two-urls",
    "Reports entries with one title that lead to different pages, once for each title. Not reported for titles of fewer than three words, or for links that `dedupe` has reported.",
    severity: .note,
    examples: [
      StageExample(
        "one title, two pages",
        "- [A history of tea](https://a.example)\n- [A History of Tea](https://b.example)\n", ["one-title-two-urls"])
    ],
    check: .entries { entries, collection in
      entries.ofOneTitle.compactMap { group in
        guard let other = group.first(where: { $0.page != group[0].page }) else { return nil }
        let link = collection[other.link]
        let place = collection.linePhrase(of: group[0].link, from: link.document)
        return InspectFinding(
          link, "'\(collection.title(of: other.link))' is also the title of another URL on \(place)")
      }
    })
}
