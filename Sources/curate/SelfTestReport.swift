import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages
import Platform

/// `curate stages NAME --self-test`: a line for each rule of the protocol and each test of the manifest.
struct SelfTestReport {
  let plugin: Plugin

  /// - Returns: whether all rules and tests hold.
  func run() throws -> Bool {
    Terminal.print("\(plugin.manifest.name) \(plugin.manifest.version): \(plugin.manifest.summary)")
    let test = SelfTest(plugin, isCancelled: { Cancellation.isRequested })
    var held = 0
    let isSound = test.run { verdict in
      if verdict.holds { held += 1 }
      print(verdict)
    }
    if Cancellation.isRequested { throw CommandFailure.run(.interrupted) }
    let rules = test.ruleNames.count
    guard isSound else {
      Terminal.print("\(plugin.manifest.name): \(held) of \(rules.pluralized("rule")) hold")
      return false
    }
    let failed = try failedTests()
    let tests = plugin.manifest.tests.count
    Terminal.print(
      "\(plugin.manifest.name): \(rules.pluralized("rule")), all hold; "
        + (tests == 0
          ? "no tests in its manifest"
          : failed == 0 ? "\(tests.pluralized("test")), all hold" : "\(failed) of \(tests.pluralized("test")) failed"))
    return failed == 0
  }

  private func print(_ verdict: SelfTest.Verdict) {
    guard let failure = verdict.failure else { return say("ok    \(verdict.rule)", .green) }
    say("FAIL  \(verdict.rule)", .red)
    Terminal.print("      \(failure)")
    for line in verdict.errorLines { Terminal.print("      | \(line)") }
  }

  /// Runs the tests of the manifest, each as a recipe of its own.
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
        do throws(RunError) { result = try planned.run() } catch { throw CommandFailure.run(error) }
        if result.passed {
          say("ok    test '\(example.title)'", .green)
        } else {
          failed += 1
          say("FAIL  test '\(example.title)'", .red)
          // Its first line says where the test stands in the recipe, which nobody has seen.
          for line in result.report(recipe: recipe.path).split(separator: "\n").dropFirst() {
            Terminal.print("    \(line)")
          }
        }
      }
    }
    return failed
  }

  /// A recipe with that one test. JSON's quoted texts are YAML's too.
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

  private func say(_ text: String, _ style: Terminal.Style) {
    Terminal.print(Terminal.paint(text, style, if: Terminal.hasColour(.output)))
  }
}
