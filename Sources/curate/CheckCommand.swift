import ArgumentParser
import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Looks for everything that is wrong with recipes, and runs nothing.")

  @Argument(help: "The recipes (.yaml).", completion: .recipes)
  var recipes: [String]

  func run() throws {
    try RecipeArguments.forEach(of: recipes) { recipe in
      let plan = try Plan(recipe, catalog: try PluginCatalog(.builtIn, near: recipe.folder).all())
      Terminal.print("\(recipe.path): \(Self.contents(of: plan)): sound")
    }
  }

  /// `9 stages, 1 input, 5 tests`
  private static func contents(of plan: Plan) -> String {
    var parts = [plan.steps.count.of("stage"), plan.inputs.count.of("input")]
    if !plan.recipe.tests.isEmpty { parts.append(plan.recipe.tests.count.of("test")) }
    return parts.joined(separator: ", ")
  }
}
