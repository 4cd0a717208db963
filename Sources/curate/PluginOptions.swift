import ArgumentParser
import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages

/// What commands that run plugins are told about them.
struct PluginOptions: ParsableArguments {
  @Flag(help: "Run plugins whether or not 'curate trust' pinned them, for CI that checks out what was reviewed.")
  var trustAll = false

  @Option(
    help: ArgumentHelp(
      "Run this plugin although it changes, while you write it (repeatable).", valueName: "stages/name"),
    completion: .directory)
  var dev: [String] = []

  var trust: PluginCatalog.Trust { trustAll ? .all : .pinned(developed: dev) }

  /// A plugin of the folder that people are in, if it may run.
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
      throw ValidationError("--dev '\(path)' names no plugin: a folder stages/NAME that holds a stage.yaml")
    }
  }
}

extension StageCatalog {
  /// The built-in stages and all plugins near a folder, to be described.
  static func described(near folder: String = ".") throws -> StageCatalog {
    do throws(RecipeErrors) {
      return try PluginCatalog(.builtIn, near: folder).all()
    } catch {
      throw CommandFailure.recipe(error)
    }
  }
}

extension PluginCatalog {
  /// The built-in stages, and the plugins of a recipe, to be described.
  static func described(for recipe: Recipe) throws(RecipeErrors) -> StageCatalog {
    try PluginCatalog(.builtIn, near: recipe.folder).stages(named: recipe.stages.map(\.uses.value))
  }

  /// The built-in stages, and the plugins of a recipe as far as they may run.
  static func trusted(
    for recipe: Recipe, trust: Trust = .pinned(developed: []), record: ExchangeRecord? = nil
  ) throws(RecipeErrors) -> StageCatalog {
    let settings = PluginStage.Settings(record: record)
    let catalog = PluginCatalog(.builtIn, near: recipe.folder, trust: trust, settings: settings)
    return try catalog.stages(named: recipe.stages.map(\.uses.value))
  }
}
