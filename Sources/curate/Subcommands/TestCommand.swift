import ArgumentParser
import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages
import Platform

/// `curate test`: runs the tests of recipes and reports each.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Runs the tests of recipes on the small documents that they contain.",
    discussion: """
      A recipe lists its tests under 'tests:'. A test runs stages in memory with the options of the recipe. It reads no
      inputs and ignores limits. Exits with 1 if a test fails.
      """)

  @Argument(help: "Recipes (.yaml) to test.", completion: .recipes)
  var recipes: [String]

  @Option(help: ArgumentHelp("Runs only tests whose name contains this text (repeatable).", valueName: "text"))
  var only: [String] = []

  @Flag(name: .shortAndLong, help: "Prints only failures.")
  var quiet = false

  @OptionGroup var plugins: PluginOptions

  func run() throws {
    Cancellation.install()
    var failed = 0
    var names: [String] = []
    try RecipeArguments.forEach(of: recipes) { recipe in
      let catalog = try PluginCatalog.trusted(for: recipe, trust: plugins.trust)
      failed += try failures(of: try PlannedTest.all(in: recipe, catalog: catalog), in: recipe)
      names += recipe.tests.map(\.name.value)
    }
    if let text = only.first(where: { text in !names.contains { $0.contains(text) } }) {
      throw CommandFailure.unknownName(kind: "test", name: text, known: names)
    }
    if failed > 0 { throw CommandFailure.checkFailed }
  }

  private func failures(of all: [PlannedTest], in recipe: Recipe) throws -> Int {
    let tests = only.isEmpty ? all : all.filter { test in only.contains { test.test.name.value.contains($0) } }
    if tests.isEmpty, !all.isEmpty { return 0 }
    var failed = 0
    for planned in tests {
      let result: TestResult
      do throws(RunError) {
        result = try planned.run(isCancelled: { Cancellation.isRequested })
      } catch {
        throw CommandFailure.run(error)
      }
      if result.passed {
        printLine("ok    \(result.test.name.value)", .green)
      } else {
        failed += 1
        Terminal.print(result.report(recipe: recipe.path))
      }
    }
    let outcome =
      tests.isEmpty ? "no tests" : failed == 0 ? "all passed" : "\(failed.grouped) of \(tests.count.grouped) failed"
    let count = tests.count == all.count ? "" : "\(tests.count.grouped) of "
    printLine("\(recipe.path): \(tests.isEmpty ? "" : "\(count)\(all.count.pluralized("test")), ")\(outcome)", .bold)
    return failed
  }

  private func printLine(_ text: String, _ style: Terminal.Style) {
    if !quiet { Terminal.print(Terminal.paint(text, style, if: Terminal.hasColor(.output))) }
  }
}
