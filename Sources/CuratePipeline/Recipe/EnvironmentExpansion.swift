import CurateCore

/// Expands `${{ env.NAME }}` to the value of an environment variable. Nothing else in a recipe is expanded.
struct EnvironmentExpansion {
  let environment: (String) -> String?
  private(set) var problems: [RecipeProblem] = []

  init(environment: @escaping (String) -> String?) { self.environment = environment }

  /// Expands a recipe except its tests, whose documents must not depend on the environment.
  mutating func expand(recipe: ConfigNode) -> ConfigNode {
    guard case .mapping(var entries) = recipe.content else { return recipe }
    for index in entries.indices where entries[index].key != "tests" {
      entries[index].value = expand(entries[index].value)
    }
    return ConfigNode(.mapping(entries), at: recipe.span)
  }

  private mutating func expand(_ node: ConfigNode) -> ConfigNode {
    switch node.content {
    case .scalar(let text, let isPlain):
      guard text.utf8.contains(UInt8(ascii: "$")), text.contains("${{") else { return node }
      return ConfigNode(.scalar(expand(text, at: node.span), isPlain: isPlain), at: node.span)
    case .sequence(let nodes):
      return ConfigNode(.sequence(nodes.map { expand($0) }), at: node.span)
    case .mapping(let entries):
      return ConfigNode(
        .mapping(entries.map { .init(key: $0.key, keySpan: $0.keySpan, value: expand($0.value)) }), at: node.span)
    }
  }

  private mutating func expand(_ text: String, at span: SourceSpan) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstRange(of: "${{") {
      result += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        problems.append(RecipeProblem(.unknownExpression(String(rest[open.lowerBound...])), at: span))
        return text
      }
      result += value(of: rest[open.upperBound..<close.lowerBound], at: span)
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  private mutating func value(of expression: Substring, at span: SourceSpan) -> String {
    let words = expression.split(separator: " ")
    guard words.count == 1, words[0].hasPrefix("env."), words[0].count > 4 else {
      problems.append(RecipeProblem(.unknownExpression("${{\(expression)}}"), at: span))
      return String(expression)
    }
    let name = String(words[0].dropFirst(4))
    guard let value = environment(name) else {
      problems.append(RecipeProblem(.unsetVariable(name), at: span))
      return name
    }
    return value
  }
}
