import CuratePipeline

/// Loads the recipes on the command line.
enum RecipeArguments {
  /// Calls `body` with each recipe. Prints the errors of an invalid recipe and continues with the next one.
  ///
  /// - Throws: after the last recipe, `CommandFailure.recipesBroken` if one was invalid; other errors at once.
  static func forEach(of paths: [String], _ body: (Recipe) throws -> Void) throws {
    var exitCode: Int32 = 0
    for path in paths {
      if RunOptions.isMarkdown(path) {
        throw CommandFailure.usage("'\(path)' is a list, not a recipe; 'curate \(path) --check' checks a list")
      }
      do {
        try body(try Recipe.load(path: path))
      } catch let errors as RecipeErrors {
        exitCode = max(exitCode, errors.exitCode)
        Terminal.printError(errors.description)
      }
    }
    if exitCode != 0 { throw CommandFailure.recipesBroken(exitCode: exitCode) }
  }
}
