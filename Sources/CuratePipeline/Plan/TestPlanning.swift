import CurateCore

/// The tests of a recipe.
extension Planner {
  /// The tests, ready to run.
  ///
  /// Files are not looked at, so that a recipe can be tested where its inputs are not.
  ///
  /// - Throws: all other problems of the recipe at once.
  mutating func plannedTests() throws(RecipeErrors) -> [PlannedTest] {
    checkIDs()
    let uses = inRunningOrder(recipe.stages)
    let steps = uses.compactMap { plannedStage($0) }
    checkFacets(uses)
    checkTests()
    guard problems.isEmpty else { throw RecipeErrors(problems, path: recipe.path, text: text) }
    let stages = TestedStages(steps, of: recipe)
    return recipe.tests.map { PlannedTest(test: $0, stages: stages) }
  }

  /// What the tests ask of the stages.
  mutating func checkTests() {
    guard !recipe.tests.isEmpty else { return }
    let abilities = StageCapabilities(recipe.stages.map { manual(of: $0) }, ids: recipe.stages.map(\.id.value))
    for test in recipe.tests {
      // A stage with a misspelt name is told of already.
      guard let range = abilities.range(of: test), !abilities.hasUnknown(in: range) else { continue }
      for finding in test.findings ?? [] where !abilities.canReport(finding.value, in: range) {
        note(.unknownTestRule(finding.value, known: rulesThatReport(in: range)), at: finding.span)
      }
      let lacking = test.facets.subtracting(abilities.provided(upTo: range.upperBound))
      for facet in ModelPart.allCases where lacking.contains(facet) { noteLack(of: facet, in: test) }
    }
  }

  private func rulesThatReport(in range: ClosedRange<Int>) -> [RuleID] {
    // Enough to guess what was meant.
    recipe.stages[range].prefix(100).compactMap { manual(of: $0) }.flatMap(\.rules).filter { $0.severity != nil }
      .map(\.id)
  }

  private mutating func noteLack(of facet: ModelPart, in test: RecipeTest) {
    let later = recipe.stages.first { manual(of: $0)?.provides.contains(facet) == true }
    let provider = catalog.entries.first { $0.manual.provides.contains(facet) }?.manual.name
    note(
      .testLacksFacet(
        test: test.name.value, facet, provider: provider, range: later.map { "\(test.first.value)..\($0.id.value)" }),
      at: test.name.span)
  }
}

extension RecipeTest {
  /// What the fields of its expectations are read from.
  var facets: Set<ModelPart> {
    guard case .links(let links) = expect else { return [] }
    return links.reduce(into: []) { facets, fields in facets.formUnion(fields.keys.map(\.modelPart)) }
  }
}
