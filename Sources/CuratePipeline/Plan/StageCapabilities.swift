import CurateCore

/// What the stages of a recipe can do, by their place, gathered once: a question about a range of them takes no longer
/// than one about a single stage.
struct StageCapabilities {
  private var places: [String: Int] = [:]
  /// How many stages before each place are not known.
  private var unknownBefore = [0]
  /// By place: what the stages up to it provide.
  private var provided: [Set<ModelPart>] = []
  /// Where stages stand that have a rule, in order.
  private var placesOfRules: [RuleID: [Int]] = [:]

  /// - Parameter manuals: in the order of the recipe; nil for a stage that is not known.
  init(_ manuals: [StageManual?], ids: [String]) {
    for (place, (manual, id)) in zip(manuals, ids).enumerated() {
      if places[id] == nil { places[id] = place }
      unknownBefore.append((unknownBefore.last ?? 0) + (manual == nil ? 1 : 0))
      provided.append((provided.last ?? []).union(manual?.provides ?? []))
      for rule in manual?.rules ?? [] { placesOfRules[rule.id, default: []].append(place) }
    }
  }

  func range(of test: RecipeTest) -> ClosedRange<Int>? {
    guard let first = places[test.first.value], let last = places[test.last.value], first <= last else { return nil }
    return first...last
  }

  func hasUnknown(in range: ClosedRange<Int>) -> Bool {
    unknownBefore[range.upperBound + 1] > unknownBefore[range.lowerBound]
  }

  func provided(upTo place: Int) -> Set<ModelPart> { provided[place] }

  func canReport(_ rule: RuleID, in range: ClosedRange<Int>) -> Bool {
    let places = placesOfRules[rule] ?? []
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] <= range.upperBound
  }
}
