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
    let entries = entries(in: collection)
    return (rules.contains(.alphabetical) ? unsorted(entries) : [])
      + (rules.contains(.fullStop)
        ? exceptions(entries, .fullStop) { $0.hasStop ? "a full stop" : "no full stop" } : [])
      + (rules.contains(.descriptionDash) ? exceptions(entries, .descriptionDash) { "'\($0.separator)'" } : [])
  }

  private struct Entry {
    var link: Link
    var title: String
    var list: NodeID
    /// What follows the link on its first line; empty if nothing does.
    var description: String

    var hasStop: Bool { description.last.map { ".!?".contains($0) } ?? false }
    /// What stands between the link and the first letter of its description.
    var separator: String { String(description.prefix { !$0.isLetter && !$0.isNumber && $0 != "`" && $0 != "[" }) }
  }

  private func entries(in collection: Collection) -> [Entry] {
    document.links.compactMap { index in
      let link = collection[LinkID(index)]
      guard link.role == .entry, link.opensItem, link.fate.isPresent, let item = item(around: link.node),
        let list = document.tree.parent(of: item)
      else { return nil }
      let line = document.lines.range(ofLine: document.line(at: max(link.range.lowerBound, link.range.upperBound - 1)))
      let rest = document.text(in: link.range.upperBound..<max(link.range.upperBound, line.upperBound))
      return Entry(
        link: link, title: collection.title(of: link.id), list: list,
        description: String(rest.drop { $0 == ")" }.reversed().drop(while: \.isWhitespace).reversed()))
    }
  }

  private func item(around node: NodeID) -> NodeID? {
    var next = document.tree.parent(of: node)
    while let parent = next {
      if document.tree.kind(of: parent) == .item { return parent }
      next = document.tree.parent(of: parent)
    }
    return nil
  }

  /// Entries that stand before one that should come after them, in lists that are otherwise in order.
  private func unsorted(_ entries: [Entry]) -> [Observation] {
    let titled = entries.filter { !$0.title.isEmpty }
    return inLists(titled).flatMap { list in
      let pairs = zip(list, list.dropFirst())
      let breaks = pairs.filter { sortKey($0.title) > sortKey($1.title) }
      guard Habit.isHabit(list.count - 1 - breaks.count, of: list.count - 1) else { return [Observation]() }
      return breaks.map { before, entry in
        Observation(.alphabetical, entry.link, "'\(entry.title)' stands after '\(before.title)'")
      }
    }
  }

  /// Entries by their list, lists in the order of their first entries; a list can go on after one that is nested in it.
  private func inLists(_ entries: [Entry]) -> [[Entry]] {
    var lists: [[Entry]] = []
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

  private func sortKey(_ title: String) -> String {
    let words = title.lowercased().drop { !$0.isLetter && !$0.isNumber }
    return String(words.hasPrefix("the ") ? words.dropFirst(4) : words)
  }

  private func exceptions(
    _ entries: [Entry], _ rule: InspectRule, by feature: (Entry) -> String
  ) -> [Observation] {
    let described = entries.filter { $0.description.contains(where: \.isLetter) }
    let counts = Dictionary(grouping: described, by: feature).mapValues(\.count)
    guard let (usual, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      Habit.isHabit(count, of: described.count)
    else { return [] }
    return described.filter { feature($0) != usual }.map {
      Observation(
        rule, $0.link, "\(feature($0)) here, \(usual) in \(count.grouped) of \(described.count.grouped) entries")
    }
  }
}
