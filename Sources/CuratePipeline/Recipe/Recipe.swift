public import CurateCore
import Platform

/// The content of a recipe file with positions: inputs, output, stages, limits and tests.
///
/// A recipe with semantic errors still loads, so that a plan can report all problems together.
public struct Recipe: Sendable {
  /// The path as given (`-` for the built-in recipe).
  public let path: String
  public let bytes: [UInt8]
  /// The `name:`, or the file name without its extension.
  public let name: String
  /// Paths and globs, relative to the recipe's folder; a leading `!` excludes files.
  public let inputs: [Located<String>]
  /// The output folder, relative to the recipe's folder.
  public let output: Located<String>?
  public let stages: [StageUse]
  public let tests: [RecipeTest]
  /// The limits of the whole run.
  public internal(set) var limits: [Limit] = []
  public internal(set) var ignores: [IgnoreUse] = []
  /// The problems found while decoding; a plan adds its own.
  public internal(set) var problems: [RecipeProblem] = []

  let text: SourceText

  /// The folder that the paths in the recipe are relative to.
  public var folder: String { path == "-" ? "." : Path.folder(of: path) }

  /// The output folder, relative to the working folder.
  public var outputFolder: String? { output.map { Path.join(folder, $0.value) } }
}

/// A value and its position in the file.
public struct Located<Value: Sendable & Equatable>: Sendable, Equatable {
  public var value: Value
  public var span: SourceSpan

  public init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

extension Recipe {
  /// Reads a recipe file.
  ///
  /// - Throws: if the file cannot be read or is not YAML. Other problems are collected in `problems`.
  public static func load(path: String) throws(RecipeErrors) -> Recipe {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(path, limit: YAMLComposer.sizeLimit)
    } catch {
      let fact: RecipeProblem.Fact =
        error.code == ErrorCode.fileTooLarge
        ? .yaml(.tooLarge(limit: YAMLComposer.sizeLimit))
        : .unreadable(code: error.code, suggestion: error.code == ErrorCode.notFound ? similarRecipe(to: path) : nil)
      throw RecipeErrors([RecipeProblem(fact, at: nil)], path: path, text: SourceText([]))
    }
    return try Recipe(bytes, path: path)
  }

  /// Decodes the text of a recipe.
  ///
  /// - Parameter environment: returns the value of `${{ env.NAME }}`.
  public init(
    _ bytes: [UInt8], path: String, environment: @escaping (String) -> String? = Self.environmentVariable
  ) throws(RecipeErrors) {
    let text = SourceText(bytes)
    let (root, errors) = try YAMLComposer.compose(bytes, text, path: path)
    let faults = errors.map(RecipeProblem.init)
    guard errors.allSatisfy(\.isRecoverable) else { throw RecipeErrors(faults, path: path, text: text) }
    var expansion = EnvironmentExpansion(environment: environment)
    let expanded = expansion.expand(recipe: root)
    var decoder = RecipeDecoder(problems: faults + expansion.problems)
    self = decoder.recipe(from: expanded, path: path, bytes: bytes, text: text)
  }

  /// The value of an environment variable of the process.
  public static func environmentVariable(_ name: String) -> String? { CurrentProcess.environment(name) }

  /// A recipe in the same folder with a name similar to that of the missing one.
  private static func similarRecipe(to path: String) -> String? {
    let folder = Path.folder(of: path)
    guard let names = try? FileSystem.names(in: folder) else { return nil }
    let recipes = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    return Spelling.suggestion(for: Path.name(of: path), among: recipes).map { Path.join(folder, $0) }
  }
}

extension Recipe {
  /// The built-in recipe of `curate README.md`: safe cleaning of the given files, in place.
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
