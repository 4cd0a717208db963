public import CurateCore
public import Platform

/// A test of a recipe with the stages that it runs.
public struct PlannedTest: Sendable {
  public let test: RecipeTest
  let stages: TestedStages

  /// The tests of a recipe, once everything but its files is checked.
  public static func all(in recipe: Recipe, catalog: StageCatalog) throws(RecipeErrors) -> [PlannedTest] {
    var planner = Planner(recipe, catalog: catalog, request: Plan.Request())
    return try planner.plannedTests()
  }

  /// Runs the stages on the given document, in memory, and compares.
  ///
  /// - Throws: `interrupted`; whatever else a run can end with is a failure of the test.
  public func run(
    isCancelled: @escaping @Sendable () -> Bool = { Cancellation.isRequested }
  ) throws(RunError) -> TestResult {
    // The name ends in .md, as that of any list; nothing is read from it.
    let input = PlannedInput(document: "given.md", number: 0)
    let (steps, subjects) = stages.stages(for: test)
    let plan = Plan(
      recipe: stages.recipe, steps: steps, inputs: [input], output: "output", ignores: [], publicationFolder: ".")
    var run = Run(
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
      return TestResult(test: test, failures: [.stopped(error)], trail: Self.trail(of: subjects, in: run.collection))
    }
    var collection = run.collection
    let failures = failures(of: &collection, document: run.documents.first ?? [], subjects: subjects)
    return TestResult(
      test: test, failures: failures, trail: failures.isEmpty ? [] : Self.trail(of: subjects, in: collection))
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
      let actual = Self.links(in: &collection, asked: expected)
      if expected != actual { failures.append(.links(expected: expected, actual: actual)) }
    case nil: break
    }
    if let expected = test.findings?.map(\.value) {
      let actual = collection.sortedFindings.filter { subjects.contains($0.stage) }.map(\.rule)
      if expected != actual { failures.append(.findings(expected: expected, actual: actual)) }
    }
    return failures
  }

  /// The links that are left, each by the fields that are asked of it; of links that nobody asks for, title and URL.
  private static func links(
    in collection: inout Collection, asked: [[LinkField: String]]
  ) -> [[LinkField: String]] {
    let present = collection.links.filter(\.fate.isPresent).map(\.id)
    return present.enumerated().map { index, id in
      let fields = asked.indices.contains(index) ? Array(asked[index].keys) : [.title, .url]
      return fields.reduce(into: [:]) { $0[$1] = collection.value(of: $1, of: id) }
    }
  }

  /// What the stages under test did, in the order in which they did it, then what they found.
  private static func trail(of subjects: Set<String>, in collection: Collection) -> [TestResult.Step] {
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
    // One decision can be many events: of each link in a block that was rewritten.
    var seen: Set<TestResult.Step> = []
    return steps.filter { seen.insert($0).inserted }
  }
}
