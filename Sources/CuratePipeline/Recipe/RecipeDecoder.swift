package import CurateCore
import Platform

/// Decodes a recipe from a node tree. Notes the problem of an invalid part, skips the part, and decodes the rest.
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

  /// Whether the recipe has format 1. A recipe in another format is not checked further.
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
    guard let items = list(node, of: "inputs", elements: "paths or globs", in: .recipe) else { return [] }
    return items.compactMap { text($0, of: "inputs", in: .recipe) }
  }

  private mutating func stages(from node: ConfigNode?) -> [StageUse] {
    guard let node, let items = list(node, of: "stages", elements: "stages", in: .recipe) else { return [] }
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

/// The values of a mapping, by key.
package struct Fields {
  package var values: [String: ConfigNode] = [:]
  /// The unknown keys, in order.
  package var unknownKeys: [Located<String>] = []
  package var span: SourceSpan

  package subscript(key: String) -> ConfigNode? { values[key] }
}

/// Decodes single values. Each function notes a problem and returns nil if the value is invalid.
extension RecipeDecoder {
  package mutating func note(_ fact: RecipeProblem.Fact, at span: SourceSpan) {
    problems.append(RecipeProblem(fact, at: span))
  }

  /// Decodes a mapping.
  ///
  /// - Parameter keepsUnknownKeys: whether the caller reports unknown keys.
  package mutating func fields(
    of node: ConfigNode, keys: [String], in part: RecipeProblem.Part, missing required: [String] = [],
    keepsUnknownKeys: Bool = false
  ) -> Fields {
    var fields = Fields(span: node.span)
    guard case .mapping(let entries) = node.content else {
      note(.wrongValue(of: "", in: part, expected: .mapping, found: node.found), at: node.span)
      return fields
    }
    for entry in entries {
      if keys.contains(entry.key) {
        fields.values[entry.key] = entry.value
      } else {
        fields.unknownKeys.append(Located(entry.key, at: entry.keySpan))
        if !keepsUnknownKeys { note(.unknownKey(entry.key, of: part, known: keys), at: entry.keySpan) }
      }
    }
    // A misspelled key is decoded as the suggested key, so that problems below it are reported too.
    for entry in entries.lazy.filter({ !keys.contains($0.key) }).prefix(100) {
      if let suggestion = Spelling.suggestion(for: entry.key, among: keys), fields.values[suggestion] == nil {
        fields.values[suggestion] = entry.value
      }
    }
    for key in required where fields[key] == nil {
      note(.missingKey(key, of: part), at: node.span)
    }
    return fields
  }

  package mutating func list(
    _ node: ConfigNode, of key: String, elements: String, in part: RecipeProblem.Part
  ) -> [ConfigNode]? {
    guard case .sequence(let items) = node.content else {
      note(.wrongValue(of: key, in: part, expected: .list(of: elements), found: node.found), at: node.span)
      return nil
    }
    return items
  }

  package mutating func string(_ key: String, _ fields: Fields, in part: RecipeProblem.Part) -> Located<String>? {
    fields[key].flatMap { text($0, of: key, in: part) }
  }

  /// Decodes a text that is not empty.
  package mutating func text(_ node: ConfigNode, of key: String, in part: RecipeProblem.Part) -> Located<String>? {
    guard case .scalar(let text, _) = node.content else {
      note(.wrongValue(of: key, in: part, expected: .type(.string), found: node.found), at: node.span)
      return nil
    }
    guard !text.isEmpty, !node.isNull else {
      note(.wrongValue(of: key, in: part, expected: .nonEmpty, found: node.found), at: node.span)
      return nil
    }
    return Located(text, at: node.span)
  }

  /// Decodes a word of letters, digits, `-` and `_`.
  package mutating func identifier(_ node: ConfigNode, of key: String, in part: RecipeProblem.Part) -> Located<String>?
  {
    guard let name = text(node, of: key, in: part) else { return nil }
    let fits = name.value.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard fits else {
      note(.wrongValue(of: key, in: part, expected: .identifier, found: node.found), at: node.span)
      return nil
    }
    return name
  }

  /// Decodes a duration such as `500ms`, `60s` or `2m`, in milliseconds.
  package mutating func duration(_ node: ConfigNode, of key: String, in part: RecipeProblem.Part) -> Located<Int>? {
    if case .scalar(let text, _) = node.content {
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      let unit = ["ms": 1, "s": 1000, "m": 60_000][String(text.dropFirst(digits.count))]
      if let unit, let count = Int(digits), count > 0, count <= 86_400_000 / unit {
        return Located(count * unit, at: node.span)
      }
    }
    note(.wrongValue(of: key, in: part, expected: .duration, found: node.found), at: node.span)
    return nil
  }
}
