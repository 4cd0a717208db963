import CurateCore

extension InspectRule {
  static let alphabetical = InspectRule(
    "alphabetical",
    "Reports an entry that breaks the alphabetical order of its list. Reported only in lists that are otherwise in order; case never counts, and an order that depends on spaces, punctuation, articles or letters beyond ASCII is not reported. Disabled by default.",
    severity: .note, isEnabledByDefault: false,
    examples: [
      StageExample(
        "alphabetical order",
        "- [A](https://a.example)\n- [B](https://b.example)\n- [D](https://d.example)\n- [C](https://c.example)\n"
          + "- [E](https://e.example)\n- [F](https://f.example)\n", ["alphabetical"], options: "{style: [alphabetical]}"
      )
    ],
    check: .style { entries in
      StyledEntry.lists(of: entries.filter { !$0.title.isEmpty }).flatMap { list in
        let breaks = zip(list, list.dropFirst()).filter { AlphabeticalOrder.isAfter($0.title, $1.title) }
        guard Convention.holds(list.count - 1 - breaks.count, of: list.count - 1) else { return [InspectFinding]() }
        return breaks.map { before, entry in
          InspectFinding(entry.link, "'\(entry.title)' comes after '\(before.title)'")
        }
      }
    })
}

/// The alphabetical order of titles under every convention of list keepers: spaces, punctuation and articles may count or
/// not. Case never counts.
enum AlphabeticalOrder {
  /// Whether `a` belongs after `b` by every convention: with spaces and punctuation ("Go kit" before "Goa") or without, with
  /// the article or without. False where letters beyond ASCII decide, because their order depends on the language.
  static func isAfter(_ a: String, _ b: String) -> Bool {
    [false, true].allSatisfy { dropsArticle in
      [false, true].allSatisfy { lettersOnly in
        let x = key(a, dropsArticle, lettersOnly)
        let y = key(b, dropsArticle, lettersOnly)
        guard let (first, second) = zip(x, y).first(where: { $0 != $1 }) else { return x.count > y.count }
        return first.isASCII && second.isASCII && first.value > second.value
      }
    }
  }

  private static func key(_ title: String, _ dropsArticle: Bool, _ lettersOnly: Bool) -> [Unicode.Scalar] {
    var words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    if dropsArticle, words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
    return Array(words.joined(separator: lettersOnly ? "" : " ").unicodeScalars)
  }
}
