import ArgumentParser
import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages

/// The options of commands that run plugins.
struct PluginOptions: ParsableArguments {
  @Flag(help: "Runs all plugins, trusted or not. Use it in CI that checks out reviewed files.")
  var trustAll = false

  @Option(
    help: ArgumentHelp(
      "Runs this plugin without trust, while you develop it (repeatable).", valueName: "stages/name"),
    completion: .directory)
  var dev: [String] = []

  var trust: PluginCatalog.Trust { trustAll ? .all : .pinned(developed: dev) }

  /// Returns a plugin of the nearest `stages` folder.
  ///
  /// - Throws: if there is no such plugin, or if it is not trusted.
  func plugin(named name: String) throws -> Plugin {
    guard let folder = StagesFolder.nearest(to: ".") else { throw CommandFailure.trust(.noStagesFolder, plugin: nil) }
    guard folder.holdsPlugin(named: name) else {
      throw CommandFailure.trust(.noPlugin(name, known: folder.names), plugin: nil)
    }
    do {
      let stages = try PluginCatalog(.builtIn, near: ".", trust: trust).stages(named: [name])
      if let obstacle = stages.unavailableStages[name] {
        throw CommandFailure.usage(obstacle.message + (obstacle.hint.map { "\n  \($0)" } ?? ""))
      }
      return try folder.plugin(named: name, taken: StageCatalog.builtIn.entries.map(\.manual.name))
    } catch let error as RecipeErrors {
      throw CommandFailure.recipe(error)
    }
  }

  func validate() throws {
    for path in dev where !StagesFolder.isPlugin(path) {
      throw ValidationError("--dev '\(path)' is not a plugin; name a folder stages/NAME that contains a stage.yaml")
    }
  }
}

extension StageCatalog {
  /// Returns the built-in stages and all plugins near a folder, for their manuals. These plugins cannot run.
  static func described(near folder: String = ".") throws -> StageCatalog {
    do throws(RecipeErrors) {
      return try PluginCatalog(.builtIn, near: folder).all()
    } catch {
      throw CommandFailure.recipe(error)
    }
  }
}

extension PluginCatalog {
  /// Returns the built-in stages and the plugins of a recipe, for their manuals. These plugins cannot run.
  static func described(for recipe: Recipe) throws(RecipeErrors) -> StageCatalog {
    try PluginCatalog(.builtIn, near: recipe.folder).stages(named: recipe.stages.map(\.uses.value))
  }

  /// Returns the built-in stages and the trusted plugins of a recipe.
  static func trusted(
    for recipe: Recipe, trust: Trust = .pinned(developed: []), record: ExchangeRecorder? = nil
  ) throws(RecipeErrors) -> StageCatalog {
    let settings = PluginStage.Settings(recorder: record)
    let catalog = PluginCatalog(.builtIn, near: recipe.folder, trust: trust, settings: settings)
    return try catalog.stages(named: recipe.stages.map(\.uses.value))
  }
}
