import CurateCore
import Platform

/// Makes a recipe of a node tree. What is wrong is noted and left out; the rest is read all the same.
package struct RecipeDecoder {
  static let recipeKeys = ["curate", "name", "inputs", "output", "stages", "limits", "ignore", "tests"]

  package var problems: [RecipeProblem] = []

  package init(problems: [RecipeProblem] = []) { self.problems = problems }

  mutating func recipe(from root: ConfigNode, path: String, bytes: [UInt8], text: SourceText) -> Recipe {
    let fields = fields(of: root, keys: Self.recipeKeys, in: .recipe, missing: ["curate", "stages"])
    let isOurs = checkFormat(fields)
    if !isOurs { problems.removeAll { $0.fact.isAboutKeys } }
    let stages = isOurs ? stages(from: fields["stages"]) : []
    var recipe = Recipe(
      path: path, bytes: bytes, name: string("name", fields, in: .recipe)?.value ?? Path.stem(of: path),
      inputs: isOurs ? inputs(from: fields["inputs"]) : [], output: string("output", fields, in: .recipe),
      stages: stages, tests: isOurs ? tests(from: fields["tests"], stages: stages) : [], text: text)
    if isOurs {
      recipe.limits = fields["limits"].map { limits(from: $0, of: .runLimits) } ?? []
      recipe.ignores = ignores(from: fields["ignore"])
    }
    recipe.problems = problems
    return recipe
  }

  /// Whether the recipe is in format 1; one in another format is not judged further.
  private mutating func checkFormat(_ fields: Fields) -> Bool {
    guard let node = fields["curate"] else { return true }
    guard case .scalar("1", _) = node.content else {
      let found = if case .scalar(let text, _) = node.content { text } else { node.found }
      problems.append(RecipeProblem(.unsupportedFormat(found), at: node.span))
      return false
    }
    return true
  }

  private mutating func inputs(from node: ConfigNode?) -> [Located<String>] {
    guard let node else { return [] }
    if case .scalar = node.content {
      return text(node, of: "inputs", in: .recipe).map { [$0] } ?? []
    }
    guard let items = list(node, of: "inputs", element: "a path or glob", in: .recipe) else { return [] }
    return items.compactMap { text($0, of: "inputs", in: .recipe) }
  }

  private mutating func stages(from node: ConfigNode?) -> [StageUse] {
    guard let node, let items = list(node, of: "stages", element: "a stage", in: .recipe) else { return [] }
    if items.isEmpty { problems.append(RecipeProblem(.noStages, at: node.span)) }
    return items.compactMap { stageUse(from: $0) }
  }
}

extension RecipeProblem.Fact {
  fileprivate var isAboutKeys: Bool {
    switch self {
    case .unknownKey, .missingKey: true
    default: false
    }
  }
}
