import ArgumentParser
import CurateCore
import CuratePipeline
import CurateStages

/// What shells offer for an argument. A completion must be quick and never fail: without an answer it offers nothing.
extension CompletionKind {
  static let recipes = file(extensions: ["yaml", "yml"])

  /// Recipes, and lists for the built-in recipe.
  static let recipesAndLists = file(extensions: ["yaml", "yml", "md", "markdown"])

  static let lists = file(extensions: ["md", "markdown"])

  static let stageNames = custom { _, _, _ in
    ((try? StageCatalog.described()) ?? .builtIn).entries.map(\.manual.name)
  }

  /// The ids of the stages in the recipe that stands on the command line.
  static let stageIDs = custom { words, _, _ in recipe(among: words).map { $0.stages.map(\.id.value) } ?? [] }

  /// `stage.option=` for every option of the stages in that recipe.
  static let settings = custom { words, _, _ in
    let uses = recipe(among: words)?.stages ?? []
    let catalog = (try? StageCatalog.described()) ?? .builtIn
    return uses.flatMap { use in
      (catalog[use.uses.value]?.options ?? []).map { "\(use.id.value).\($0.name)=" }
    }
  }

  private static func recipe(among words: [String]) -> Recipe? {
    for word in words where word.hasSuffix(".yaml") || word.hasSuffix(".yml") {
      if let recipe = try? Recipe.load(path: word) { return recipe }
    }
    return try? Recipe.builtIn()
  }
}
