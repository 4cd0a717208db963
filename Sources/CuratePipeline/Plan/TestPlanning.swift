import CurateCore

/// Checks and plans the tests of a recipe.
extension Planner {
  /// Plans the tests.
  ///
  /// Does not access inputs, so a recipe can be tested without them.
  ///
  /// - Throws: all other problems of the recipe together.
  mutating func plannedTests() throws(RecipeErrors) -> [PlannedTest] {
    checkIDs()
    let uses = inRunningOrder(recipe.stages)
    let steps = uses.compactMap { plannedStage($0) }
    checkModelParts(uses)
    checkTests()
    guard problems.isEmpty else { throw RecipeErrors(problems, path: recipe.path, text: text) }
    let stages = TestedStages(steps, of: recipe)
    return recipe.tests.map { PlannedTest(test: $0, stages: stages) }
  }

  /// Checks that the stages of each test can provide and report what it expects.
  mutating func checkTests() {
    guard !recipe.tests.isEmpty else { return }
    let capabilities = StageCapabilities(recipe.stages.map { manual(of: $0) }, ids: recipe.stages.map(\.id.value))
    for test in recipe.tests {
      // A misspelled stage name is reported elsewhere.
      guard let range = capabilities.range(of: test), !capabilities.hasUnknown(in: range) else { continue }
      for finding in test.findings ?? [] where !capabilities.canReport(finding.value, in: range) {
        note(.unknownTestRule(finding.value, known: rulesThatReport(in: range)), at: finding.span)
      }
      let lacking = test.modelParts.subtracting(capabilities.provided(upTo: range.upperBound))
      for modelPart in ModelPart.allCases where lacking.contains(modelPart) { noteMissing(modelPart, in: test) }
    }
  }

  private func rulesThatReport(in range: ClosedRange<Int>) -> [RuleID] {
    // Enough for a suggestion.
    recipe.stages[range].prefix(100).compactMap { manual(of: $0) }.flatMap(\.rules).filter { $0.severity != nil }
      .map(\.id)
  }

  private mutating func noteMissing(_ modelPart: ModelPart, in test: RecipeTest) {
    let later = recipe.stages.first { manual(of: $0)?.provides.contains(modelPart) == true }
    let provider = catalog.entries.first { $0.manual.provides.contains(modelPart) }?.manual.name
    note(
      .testMissesModelPart(
        test: test.name.value, modelPart, provider: provider,
        range: later.map { "\(test.first.value)..\($0.id.value)" }),
      at: test.name.span)
  }
}

extension RecipeTest {
  /// The model parts that the expected fields are read from.
  var modelParts: Set<ModelPart> {
    guard case .links(let links) = expect else { return [] }
    return links.reduce(into: []) { modelParts, fields in modelParts.formUnion(fields.keys.map(\.modelPart)) }
  }
}

/// Indexes what the stages of a recipe provide and report, so that a query about a range of stages takes no longer than
/// one about a single stage.
struct StageCapabilities {
  private var places: [String: Int] = [:]
  /// The number of unknown stages before each place.
  private var unknownBefore = [0]
  /// By place: the model parts that the stages up to it provide.
  private var provided: [Set<ModelPart>] = []
  /// By rule: the places of the stages that have it, ascending.
  private var placesOfRules: [RuleID: [Int]] = [:]

  /// - Parameter manuals: in the order of the recipe (nil: unknown stage).
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
