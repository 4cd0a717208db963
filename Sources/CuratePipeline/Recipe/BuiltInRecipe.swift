import CurateCore

extension Recipe {
  /// What `curate README.md` does without a recipe: safe cleaning of the files it is given, in place.
  public static func builtIn() throws(RecipeErrors) -> Recipe {
    try Recipe(Array("\(builtInText)".utf8), path: "-")
  }

  private static let builtInText: StaticString = """
    curate: 1
    name: built-in
    stages:
      - parse
      - tidy
      - normalize-urls
      - uses: dedupe
        limits: {removed: 50%}
      - classify
      - toc
      - inspect
      - uses: emit-markdown
        with: {write: in-place}

    """
}
