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

  /// The built-in stages, and the plugins that a recipe names.
  func stages(of recipe: Recipe, record: ExchangeRecord? = nil) throws(RecipeErrors) -> StageCatalog {
    try catalog(near: recipe.folder, record: record).stages(named: recipe.stages.map(\.uses.value))
  }

  func catalog(near folder: String, record: ExchangeRecord? = nil) -> PluginCatalog {
    PluginCatalog(
      .builtIn, near: folder, trust: trustAll ? .all : .pinned(developed: dev),
      settings: PluginStage.Settings(record: record))
  }

  /// A plugin of the folder that people are in, if it may run.
  func plugin(named name: String) throws -> Plugin {
    guard let folder = StagesFolder.nearest(to: ".") else { throw CommandFailure.trust(.noStagesFolder, plugin: nil) }
    guard folder.holdsPlugin(named: name) else {
      throw CommandFailure.trust(.noPlugin(name, known: folder.names), plugin: nil)
    }
    do {
      let stages = try catalog(near: ".").stages(named: [name])
      if let obstacle = stages.obstacles[name] {
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

  /// The built-in stages, and the plugins of a recipe as far as they are pinned.
  static func trusted(for recipe: Recipe) throws(RecipeErrors) -> StageCatalog {
    let catalog = PluginCatalog(.builtIn, near: recipe.folder, trust: .pinned(developed: []))
    return try catalog.stages(named: recipe.stages.map(\.uses.value))
  }
}
