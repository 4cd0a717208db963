import CurateCore

/// The tests of a recipe.
extension Planner {
  /// The tests with the stages that they run.
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
    return recipe.tests.map { test in
      let running = running(in: test)
      let subjects = Set(subjects(of: test).map(\.id.value))
      return PlannedTest(
        test: test, recipe: recipe, subjects: subjects,
        steps: steps.filter { running.contains($0.id) }.map { PlannedStage(testing: $0) })
    }
  }

  /// What the tests ask of the stages.
  mutating func checkTests() {
    for test in recipe.tests {
      let manuals = subjects(of: test).compactMap { manual(of: $0) }
      // A stage with a misspelt name is told of already.
      guard manuals.count == subjects(of: test).count else { continue }
      let rules = manuals.flatMap(\.rules)
      for finding in test.findings ?? [] where !rules.contains(where: { $0.id == finding.value }) {
        let reporting = rules.filter { $0.severity != nil }.map(\.id)
        note(.unknownTestRule(finding.value, known: reporting), at: finding.span)
      }
      let provided = upTo(test).compactMap { manual(of: $0) }.reduce(into: Set<Facet>()) { $0.formUnion($1.provides) }
      for facet in Facet.allCases where facets(of: test).subtracting(provided).contains(facet) {
        noteLack(of: facet, in: test)
      }
    }
  }

  private mutating func noteLack(of facet: Facet, in test: RecipeTest) {
    let later = recipe.stages.first { manual(of: $0)?.provides.contains(facet) == true }
    let provider = catalog.entries.first { $0.manual.provides.contains(facet) }?.manual.name
    note(
      .testLacksFacet(
        test: test.name.value, facet, provider: provider, range: later.map { "\(test.first.value)..\($0.id.value)" }),
      at: test.name.span)
  }

  /// The ids of the stages that run: those under test, and what they need.
  private func running(in test: RecipeTest) -> Set<String> {
    providers(
      for: Set(subjects(of: test).map(\.id.value)), among: inRunningOrder(upTo(test)), needing: facets(of: test))
  }

  /// What the fields of its expectations are read from.
  private func facets(of test: RecipeTest) -> Set<Facet> {
    guard case .links(let links) = test.expect else { return [] }
    return links.reduce(into: []) { facets, fields in facets.formUnion(fields.keys.map(\.facet)) }
  }

  /// The stages under test, in the order of the recipe.
  private func subjects(of test: RecipeTest) -> ArraySlice<StageUse> {
    upTo(test).drop { $0.id.value != test.first.value }
  }

  private func upTo(_ test: RecipeTest) -> [StageUse] {
    guard let last = recipe.stages.firstIndex(where: { $0.id.value == test.last.value }) else { return [] }
    return Array(recipe.stages[...last])
  }
}

extension PlannedStage {
  /// The same stage for a test: limits are meant for whole lists, and an error that a run would skip is what a test
  /// should show.
  fileprivate init(testing step: PlannedStage) {
    var use = step.use
    use.limits = []
    use.onError = .fail
    self.init(use: use, manual: step.manual, stage: step.stage)
  }
}
