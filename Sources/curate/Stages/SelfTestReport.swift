import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages
import Platform

/// `curate stages NAME --self-test`: tests a plugin and prints a line for each protocol rule and each test of its manifest.
struct SelfTestReport {
  let plugin: Plugin

  /// Runs the rules, then the tests. Returns whether all passed.
  func run() throws -> Bool {
    Terminal.print("\(plugin.manifest.name) \(plugin.manifest.version): \(plugin.manifest.summary)")
    let test = SelfTest(plugin, isCancelled: { Cancellation.isRequested })
    var held = 0
    let allHold = test.run { result in
      if result.holds { held += 1 }
      print(result)
    }
    if Cancellation.isRequested { throw CommandFailure.run(.interrupted) }
    let rules = test.ruleNames.count
    guard allHold else {
      Terminal.print("\(plugin.manifest.name): \(held) of \(rules.pluralized("rule")) passed")
      return false
    }
    let failed = try failedTests()
    let tests = plugin.manifest.tests.count
    Terminal.print(
      "\(plugin.manifest.name): \(rules.pluralized("rule")), all passed; "
        + (tests == 0
          ? "no tests in its manifest"
          : failed == 0 ? "\(tests.pluralized("test")), all passed" : "\(failed) of \(tests.pluralized("test")) failed")
    )
    return failed == 0
  }

  private func print(_ result: SelfTest.RuleResult) {
    guard let failure = result.failure else { return printLine("ok    \(result.rule)", .green) }
    printLine("FAIL  \(result.rule)", .red)
    Terminal.print("      \(failure)")
    for line in result.errorLines { Terminal.print("      | \(line)") }
  }

  /// Runs each test of the manifest in its own recipe. Returns the number of failed tests.
  private func failedTests() throws -> Int {
    var failed = 0
    for example in plugin.manifest.tests {
      let recipe: Recipe
      let tests: [PlannedTest]
      do throws(RecipeErrors) {
        recipe = try Recipe(recipeText(of: example), path: "\(plugin.manifest.name)/\(PluginManifest.fileName)")
        let catalog = PluginCatalog(.builtIn, near: plugin.folder, trust: .all)
        tests = try PlannedTest.all(in: recipe, catalog: try catalog.stages(named: [plugin.manifest.name]))
      } catch {
        throw CommandFailure.recipe(error)
      }
      for planned in tests {
        let result: TestResult
        do throws(RunError) {
          result = try planned.run(isCancelled: { Cancellation.isRequested })
        } catch {
          throw CommandFailure.run(error)
        }
        if result.passed {
          printLine("ok    test '\(example.title)'", .green)
        } else {
          failed += 1
          printLine("FAIL  test '\(example.title)'", .red)
          // Skips the first line, which gives the position of the test in the generated recipe.
          for line in result.report(recipe: recipe.path).split(separator: "\n").dropFirst() {
            Terminal.print("    \(line)")
          }
        }
      }
    }
    return failed
  }

  /// Returns a recipe with one test. A JSON string is also a YAML string.
  private func recipeText(of example: StageExample) -> [UInt8] {
    let manual = plugin.manifest.manual
    func quoted(_ text: String) -> String {
      var json = JSONWriter()
      json.value(text)
      return String(decoding: json.bytes, as: UTF8.self)
    }
    let before = manual.needs.contains(.labels) ? "parse, classify" : "parse"
    return Array(
      """
      curate: 1
      name: \(manual.name)
      stages: [\(before), {uses: \(manual.name), with: \(example.options)}]
      tests:
        - name: \(quoted(example.title))
          stage: \(manual.name)
          given: \(quoted(example.input))
          expect: \(quoted(example.output))
          findings: [\(example.findings.map(quoted).joined(separator: ", "))]
      """.utf8)
  }

  private func printLine(_ text: String, _ style: Terminal.Style) {
    Terminal.print(Terminal.paint(text, style, if: Terminal.hasColor(.output)))
  }
}
