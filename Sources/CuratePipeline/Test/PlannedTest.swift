package import CurateCore

/// A test of a recipe and the stages that it runs.
package struct PlannedTest: Sendable {
  package let test: RecipeTest
  let stages: TestedStages

  /// The tests of a recipe, after everything except its files is checked.
  package static func all(in recipe: Recipe, catalog: StageCatalog) throws(RecipeErrors) -> [PlannedTest] {
    var planner = Planner(recipe, catalog: catalog, request: Plan.Request())
    return try planner.plannedTests()
  }

  /// Runs the stages on the given document in memory, and compares the result.
  ///
  /// - Throws: `interrupted`. Any other error is a failure of the test.
  package func run(isCancelled: @escaping @Sendable () -> Bool = { false }) throws(RunError) -> TestResult {
    // No file of this name is read.
    let input = PlannedInput(document: "given.md", number: 0)
    let (steps, subjects) = stages.stages(for: test)
    let plan = Plan(
      recipe: stages.recipe, steps: steps, inputs: [input], output: "output", ignores: [], publicationFolder: ".")
    var run = RunExecution(
      plan: plan, origin: Runner.Origin(),
      collection: Collection([Input(path: input.documentPath, bytes: Array(test.given.utf8))]),
      isDryRun: true, isCancelled: isCancelled)
    do throws(RunError) {
      try run.transform(observer: nil)
      try run.emit(
        to: NamedOutputs(names: OutputNames(output: plan.output, inputs: plan.inputs)), observer: nil)
    } catch .interrupted {
      throw .interrupted
    } catch {
      return TestResult(test: test, failures: [.stopped(error)], steps: Self.steps(of: subjects, in: run.collection))
    }
    var collection = run.collection
    let failures = failures(of: &collection, document: run.documents.first ?? [], subjects: subjects)
    return TestResult(
      test: test, failures: failures, steps: failures.isEmpty ? [] : Self.steps(of: subjects, in: collection))
  }

  private func failures(
    of collection: inout Collection, document: [UInt8], subjects: Set<String>
  ) -> [TestResult.Failure] {
    var failures: [TestResult.Failure] = []
    switch test.expect {
    case .document(let expected):
      if !expected.utf8.elementsEqual(document) {
        failures.append(.document(expected: expected, actual: String(decoding: document, as: UTF8.self)))
      }
    case .links(let expected):
      let actual = Self.links(in: &collection, expected: expected)
      if expected != actual { failures.append(.links(expected: expected, actual: actual)) }
    case nil: break
    }
    if let expected = test.findings?.map(\.value) {
      let actual = collection.sortedFindings.filter { subjects.contains($0.stage) }.map(\.rule)
      if expected != actual { failures.append(.findings(expected: expected, actual: actual)) }
    }
    return failures
  }

  /// The remaining links, each with the expected fields; unexpected links with title and URL.
  private static func links(
    in collection: inout Collection, expected: [[LinkField: String]]
  ) -> [[LinkField: String]] {
    let present = collection.links.filter(\.fate.isPresent).map(\.id)
    return present.enumerated().map { index, id in
      let fields = expected.indices.contains(index) ? Array(expected[index].keys) : [.title, .url]
      return fields.reduce(into: [:]) { $0[$1] = collection.value(of: $1, of: id) }
    }
  }

  /// The events of the tested stages in order, then their findings.
  private static func steps(of subjects: Set<String>, in collection: Collection) -> [TestResult.Step] {
    func line(_ document: DocumentID, _ offset: Int) -> Int { collection[document].line(at: offset) }
    let events = collection.journal.events.filter { subjects.contains($0.stage) }
    let findings = collection.sortedFindings.filter { subjects.contains($0.stage) }
    let steps =
      events.map {
        TestResult.Step(line: line($0.document, $0.offset), stage: $0.stage, rule: $0.rule, text: $0.reason)
      }
      + findings.map {
        TestResult.Step(
          line: line($0.document, $0.offset), stage: $0.stage, rule: $0.rule,
          text: "\($0.severity.rawValue): \($0.message)")
      }
    // Rewriting a block records one event per link in it.
    var seen: Set<TestResult.Step> = []
    return steps.filter { seen.insert($0).inserted }
  }
}

/// Selects the stages of a recipe that a test runs.
struct TestedStages: Sendable {
  let recipe: Recipe
  /// All stages in running order.
  private let steps: [PlannedStage]
  /// The positions of the stages in the recipe, by id.
  private let places: [String: Int]

  /// - Parameter steps: all stages of the recipe, in running order.
  init(_ steps: [PlannedStage], of recipe: Recipe) {
    self.recipe = recipe
    self.steps = steps
    places = Dictionary(recipe.stages.enumerated().map { ($1.id.value, $0) }) { first, _ in first }
  }

  /// The stages to run for a test, and the ids of the tested ones; the others provide what these need.
  func stages(for test: RecipeTest) -> (steps: [PlannedStage], subjects: Set<String>) {
    guard let first = places[test.first.value], let last = places[test.last.value] else { return ([], []) }
    var subjects: Set<String> = []
    var needed = test.modelParts
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
  /// The same stage for a test, without limits, which are meant for whole lists, and without `on-error: skip`, because
  /// a test must show errors.
  fileprivate init(testing step: PlannedStage) {
    var use = step.use
    use.limits = []
    use.onError = .fail
    self.init(use: use, manual: step.manual, stage: step.stage)
  }
}
