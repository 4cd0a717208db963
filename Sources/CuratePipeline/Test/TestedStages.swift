import CurateCore

/// The stages of a recipe as its tests run them.
struct TestedStages: Sendable {
  let recipe: Recipe
  /// In the order in which they run.
  private let steps: [PlannedStage]
  /// Their places in the recipe, by id.
  private let places: [String: Int]

  /// - Parameter steps: all stages of the recipe, in the order in which they run.
  init(_ steps: [PlannedStage], of recipe: Recipe) {
    self.recipe = recipe
    self.steps = steps
    places = Dictionary(recipe.stages.enumerated().map { ($1.id.value, $0) }) { first, _ in first }
  }

  /// The stages that run for a test, and the ids of those that it is about; the others provide what these need.
  func stages(for test: RecipeTest) -> (steps: [PlannedStage], subjects: Set<String>) {
    guard let first = places[test.first.value], let last = places[test.last.value] else { return ([], []) }
    var subjects: Set<String> = []
    var needed = test.facets
    var running: [PlannedStage] = []
    for step in steps.reversed() {
      guard let place = places[step.id], place <= last else { continue }
      if place >= first { subjects.insert(step.id) }
      guard place >= first || !needed.isDisjoint(with: step.manual.provides) else { continue }
      needed.formUnion(step.manual.needs)
      running.append(PlannedStage(testing: step))
    }
    return (running.reversed(), subjects)
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
