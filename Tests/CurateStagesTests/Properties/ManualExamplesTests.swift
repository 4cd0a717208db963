import CurateCore
import CurateStages
import Testing

/// Every manual is correct: its examples hold, its names are well-formed, its options have help.
struct ManualExamplesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var stage: String
    var example: StageExample
    var testDescription: String { "\(stage): \(example.title)" }
  }

  static let cases = StageCatalog.builtIn.entries.flatMap { entry in
    entry.manual.examples.map { Case(stage: entry.manual.name, example: $0) }
  }

  @Test(arguments: cases) func exampleHolds(_ item: Case) throws {
    let needsLabels = StageCatalog.builtIn[item.stage]?.manual.needs.contains(.labels) == true
    let trial = try StageTrial(
      item.stage, options: item.example.options, before: needsLabels ? ["classify"] : [], item.example.input)
    #expect(trial.output == item.example.output)
    #expect(trial.rules == item.example.findings, "\(trial.lines)")
  }

  @Test(arguments: StageCatalog.builtIn.entries.map(\.manual.name)) func manualIsComplete(_ name: String) throws {
    let entry = try #require(StageCatalog.builtIn[name])
    #expect(entry.manual.summary.hasSuffix("."))
    #expect(!entry.manual.examples.isEmpty || entry.manual.emits)
    #expect(Set(entry.manual.rules.map(\.id)).count == entry.manual.rules.count)
    for rule in entry.manual.rules {
      #expect(rule.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(rule.id)")
      #expect(rule.summary.hasSuffix("."), "\(rule.id)")
    }
    for option in entry.options { #expect(option.help.hasSuffix("."), "\(option.name)") }
  }

  /// The manual has every rule that an example reports.
  @Test(arguments: cases) func findingsAreInTheManual(_ item: Case) throws {
    let rules = try #require(StageCatalog.builtIn[item.stage]).manual.rules
    for finding in item.example.findings { #expect(rules.contains { $0.id == finding && $0.severity != nil }) }
  }
}
