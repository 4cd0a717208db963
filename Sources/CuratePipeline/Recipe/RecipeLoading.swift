import CurateCore
import Platform

extension Recipe {
  /// Reads a recipe file.
  ///
  /// - Throws: if the file cannot be read, or is not YAML. Other problems stand in `problems` until a plan is made.
  public static func load(path: String) throws(RecipeErrors) -> Recipe {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(path, limit: YAMLComposer.sizeLimit)
    } catch {
      let fact: RecipeProblem.Fact =
        error.code == ErrorCode.fileTooLarge
        ? .yaml(.tooLarge(limit: YAMLComposer.sizeLimit))
        : .unreadable(code: error.code, suggestion: error.code == ErrorCode.notFound ? neighbour(of: path) : nil)
      throw RecipeErrors([RecipeProblem(fact, at: nil)], path: path, text: SourceText([]))
    }
    return try Recipe(bytes, path: path)
  }

  /// Reads a recipe's text.
  ///
  /// - Parameter environment: what `${{ env.NAME }}` stands for.
  public init(
    _ bytes: [UInt8], path: String, environment: @escaping (String) -> String? = Self.environmentVariable
  ) throws(RecipeErrors) {
    let text = SourceText(bytes)
    let (root, errors) = try YAMLComposer.compose(bytes, text, path: path)
    let faults = errors.map(RecipeProblem.init)
    guard errors.allSatisfy(\.leavesMeaning) else { throw RecipeErrors(faults, path: path, text: text) }
    var expansion = EnvironmentExpansion(environment: environment)
    let expanded = expansion.expand(recipe: root)
    var decoder = RecipeDecoder(problems: faults + expansion.problems)
    self = decoder.recipe(from: expanded, path: path, bytes: bytes, text: text)
  }

  public static func environmentVariable(_ name: String) -> String? { CurrentProcess.environment(name) }

  /// A recipe in the same folder whose name is much like that of a missing one.
  private static func neighbour(of path: String) -> String? {
    let folder = Path.folder(of: path)
    guard let names = try? FileSystem.names(in: folder) else { return nil }
    let recipes = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    return Spelling.suggestion(for: Path.name(of: path), among: recipes).map { Path.join(folder, $0) }
  }
}
