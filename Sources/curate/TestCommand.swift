import ArgumentParser
import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages
import Platform

struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Runs the tests of recipes: what their stages make of small documents.",
    discussion: """
      Tests stand under 'tests:' in a recipe. Their stages run in memory, with the recipe's options; inputs are not
      needed, and limits do not count.
      """)

  @Argument(help: "The recipes (.yaml).", completion: .recipes)
  var recipes: [String]

  @Option(help: ArgumentHelp("Run only tests whose name holds this text (repeatable).", valueName: "text"))
  var only: [String] = []

  @Flag(name: .shortAndLong, help: "Say nothing but failures.")
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
      do throws(RunError) { result = try planned.run() } catch { throw CommandFailure.run(error) }
      if result.passed {
        say("ok    \(result.test.name.value)", .green)
      } else {
        failed += 1
        Terminal.print(result.report(recipe: recipe.path))
      }
    }
    let outcome =
      tests.isEmpty ? "no tests" : failed == 0 ? "all hold" : "\(failed.grouped) of \(tests.count.grouped) failed"
    let count = tests.count == all.count ? "" : "\(tests.count.grouped) of "
    say("\(recipe.path): \(tests.isEmpty ? "" : "\(count)\(all.count.pluralized("test")), ")\(outcome)", .bold)
    return failed
  }

  private func say(_ text: String, _ style: Terminal.Style) {
    if !quiet { Terminal.print(Terminal.paint(text, style, if: Terminal.hasColour(.output))) }
  }
}
