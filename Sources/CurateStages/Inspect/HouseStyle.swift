import CurateCore
import MarkdownSyntax

/// Looks for entries that break the custom of their list or document; only where most keep it.
struct HouseStyle {
  private let document: Document
  private let rules: Set<InspectRule>

  init(_ document: Document, _ rules: Set<InspectRule>) {
    self.document = document
    self.rules = rules
  }

  func observations(in collection: Collection) -> [Observation] {
    guard !rules.isDisjoint(with: InspectRule.houseStyle) else { return [] }
    let entries = document.links.compactMap { StyledEntry(collection[LinkID($0)], in: document, of: collection) }
    return (rules.contains(.alphabetical) ? unsorted(entries) : [])
      + (rules.contains(.fullStop) ? exceptions(entries, .fullStop) { $0.ending?.rawValue } : [])
      + (rules.contains(.descriptionDash)
        ? exceptions(entries, .descriptionDash) { $0.separator.map { "'\($0)'" } } : [])
  }

  /// Entries that stand after one that should follow them, in lists that are otherwise in order.
  private func unsorted(_ entries: [StyledEntry]) -> [Observation] {
    inLists(entries.filter { !$0.title.isEmpty }).flatMap { list in
      let pairs = zip(list, list.dropFirst())
      let breaks = pairs.filter { TitleOrder.isAfter($0.title, $1.title) }
      guard Habit.isHabit(list.count - 1 - breaks.count, of: list.count - 1) else { return [Observation]() }
      return breaks.map { before, entry in
        Observation(.alphabetical, entry.link, "'\(entry.title)' stands after '\(before.title)'")
      }
    }
  }

  /// Entries by their list, lists in the order of their first entries; a list can go on after one that is nested in it.
  private func inLists(_ entries: [StyledEntry]) -> [[StyledEntry]] {
    var lists: [[StyledEntry]] = []
    var places: [NodeID: Int] = [:]
    for entry in entries {
      if let place = places[entry.list] {
        lists[place].append(entry)
      } else {
        places[entry.list] = lists.count
        lists.append([entry])
      }
    }
    return lists
  }

  /// Entries that have another feature than most; those that have none do not count.
  private func exceptions(
    _ entries: [StyledEntry], _ rule: InspectRule, by feature: (StyledEntry) -> String?
  ) -> [Observation] {
    let marked = entries.compactMap { entry in feature(entry).map { (entry: entry, feature: $0) } }
    let counts = Dictionary(grouping: marked, by: \.feature).mapValues(\.count)
    guard let (usual, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      Habit.isHabit(count, of: marked.count)
    else { return [] }
    return marked.filter { $0.feature != usual }.map {
      Observation(
        rule, $0.entry.link,
        "\($0.feature) here, \(usual) in \(count.grouped) of \(marked.count.grouped) entries")
    }
  }
}

/// The order of titles as list keepers see it: case, articles and punctuation may count or not.
enum TitleOrder {
  /// Whether `a` belongs after `b` by every custom: spaces and punctuation counted ("Go kit" before "Goa") or not, the
  /// article counted or not. Where letters beyond ASCII decide it depends on the language, and nothing is said.
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
