import ArgumentParser
import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages

/// `curate check`: validates recipes without running them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Validates recipes: reports all their errors and runs nothing.")

  @Argument(help: "Recipes (.yaml) to validate.", completion: .recipes)
  var recipes: [String]

  func run() throws {
    try RecipeArguments.forEach(of: recipes) { recipe in
      let plan = try Plan(recipe, catalog: try PluginCatalog(.builtIn, near: recipe.folder).all())
      let warnings = try Self.warnings(about: recipe)
      let verdict = warnings.isEmpty ? "valid" : "valid, but \(warnings.count.pluralized("plugin")) may not run yet"
      Terminal.print("\(recipe.path): \(Self.contents(of: plan)): \(verdict)")
      for warning in warnings { Terminal.printError(warning) }
    }
  }

  /// Returns a warning for each plugin that a run would refuse, because then the run of a valid recipe writes nothing.
  private static func warnings(about recipe: Recipe) throws(RecipeErrors) -> [String] {
    var obstacles = try PluginCatalog.trusted(for: recipe).unavailableStages
    return recipe.stages.compactMap { use in
      guard let obstacle = obstacles.removeValue(forKey: use.uses.value) else { return nil }
      let place = "\(recipe.path):\(use.uses.span.line):\(use.uses.span.column)"
      return "\(place): warning: \(obstacle.message)\n  a run stops here" + (obstacle.hint.map { "; \($0)" } ?? "")
    }
  }

  /// `9 stages, 1 input, 5 tests`
  private static func contents(of plan: Plan) -> String {
    var parts = [plan.steps.count.pluralized("stage"), plan.inputs.count.pluralized("input")]
    if !plan.recipe.tests.isEmpty { parts.append(plan.recipe.tests.count.pluralized("test")) }
    return parts.joined(separator: ", ")
  }
}
