import CuratePipeline

/// The recipes that a command is given, one after the other: a broken one does not keep the rest from being looked at.
enum RecipeArguments {
  /// - Throws: once all are done, if any is broken; at once whatever else `body` throws.
  static func forEach(of paths: [String], _ body: (Recipe) throws -> Void) throws {
    var exitCode: Int32 = 0
    for path in paths {
      if Run.isMarkdown(path) {
        throw CommandFailure.usage("'\(path)' is a list, not a recipe; 'curate \(path) --check' looks at a list")
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
