import CurateCore
import CuratePipeline

/// Decodes the options, rules and tests of a manifest.
extension RecipeDecoder {
  static let declarationKeys = ["type", "of", "values", "min", "max", "default", "help"]

  /// Decodes the `options:` of a manifest.
  mutating func declarations(from node: ConfigNode?) -> [OptionDeclaration] {
    guard let node, let entries = entries(of: node, "options") else { return [] }
    return entries.compactMap { declaration(from: $0) }
  }

  private mutating func declaration(from entry: ConfigNode.Entry) -> OptionDeclaration? {
    let part = RecipeProblem.Part.declaration(of: entry.key)
    let fields = fields(of: entry.value, keys: Self.declarationKeys, in: part, missing: ["type", "default", "help"])
    guard let type = type(fields, key: "type", in: part), let node = fields["default"],
      let help = string("help", fields, in: part)
    else { return nil }
    do throws(OptionProblems) {
      let value = try OptionValue(node, as: type)
      return OptionDeclaration(name: entry.key, type: type, defaultValue: value, help: help.value)
    } catch {
      note(error, of: "default", in: part)
      return nil
    }
  }

  private enum TypeName: String, CaseIterable, OptionConvertible {
    case boolean, integer, string, choice, list
  }

  private enum ElementName: String, CaseIterable, OptionConvertible {
    case boolean, integer, string, choice

    var typeName: TypeName {
      switch self {
      case .boolean: .boolean
      case .integer: .integer
      case .string: .string
      case .choice: .choice
      }
    }
  }

  private mutating func type(_ fields: Fields, key: String, in part: RecipeProblem.Part) -> OptionType? {
    guard let name = choice(TypeName.self, key, fields, in: part) else { return nil }
    if name != .list, let of = fields["of"] {
      note(.unfit(of: "of", in: part, "only `type: list` takes it"), at: of.span)
    }
    guard name == .list else { return scalarType(name, fields, in: part) }
    guard fields["of"] != nil else {
      note(.missingKey("of", of: part), at: fields.span)
      return nil
    }
    let element = choice(ElementName.self, "of", fields, in: part)
    return element.flatMap { scalarType($0.typeName, fields, in: part) }.map(OptionType.list)
  }

  private mutating func scalarType(_ name: TypeName, _ fields: Fields, in part: RecipeProblem.Part) -> OptionType? {
    if name != .choice, let node = fields["values"] {
      note(.unfit(of: "values", in: part, "only `choice` takes it"), at: node.span)
    }
    if name != .integer, let node = fields["min"] ?? fields["max"] {
      note(.unfit(of: fields["min"] == nil ? "max" : "min", in: part, "only `integer` takes it"), at: node.span)
    }
    switch name {
    case .boolean: return .boolean
    case .string: return .string
    case .integer: return integerType(fields, in: part)
    case .choice: return choiceType(fields, in: part)
    case .list: return nil
    }
  }

  private mutating func integerType(_ fields: Fields, in part: RecipeProblem.Part) -> OptionType? {
    let lower = bound("min", fields, in: part) ?? 0
    let upper = bound("max", fields, in: part) ?? Int.max
    guard lower <= upper else {
      note(.unfit(of: "max", in: part, "it is less than 'min' (\(lower))"), at: fields["max"]?.span ?? fields.span)
      return nil
    }
    return .integer(lower...upper)
  }

  private mutating func bound(_ key: String, _ fields: Fields, in part: RecipeProblem.Part) -> Int? {
    guard let node = fields[key] else { return nil }
    guard case .scalar(let text, isPlain: true) = node.content, let value = Int(text) else {
      note(
        .wrongValue(of: key, in: part, expected: .type(.integer(Int.min...Int.max)), found: node.found), at: node.span)
      return nil
    }
    return value
  }

  private mutating func choiceType(_ fields: Fields, in part: RecipeProblem.Part) -> OptionType? {
    guard let node = fields["values"] else {
      note(.missingKey("values", of: part), at: fields.span)
      return nil
    }
    guard let items = list(node, of: "values", elements: "strings", in: part) else { return nil }
    let names = items.compactMap { text($0, of: "values", in: part)?.value }
    if names.isEmpty { note(.unfit(of: "values", in: part, "add at least one value"), at: node.span) }
    return names.isEmpty ? nil : .choice(names)
  }

  /// Decodes a mapping from ids to summaries, such as `rules: {plain-http: A link uses plain http.}`.
  mutating func rules(from node: ConfigNode?) -> [RuleManual] {
    guard let node, let entries = entries(of: node, "rules") else { return [] }
    return entries.compactMap { entry in
      let name = ConfigNode(.scalar(entry.key, isPlain: true), at: entry.keySpan)
      guard let id = identifier(name, of: "rules", in: .manifest),
        let summary = text(entry.value, of: entry.key, in: .manifest)
      else { return nil }
      return RuleManual(id.value, summary.value)
    }
  }

  static let exampleKeys = ["name", "with", "given", "expect", "findings"]

  /// Decodes the `tests:` of a manifest.
  mutating func examples(from node: ConfigNode?) -> [StageExample] {
    guard let node, let items = list(node, of: "tests", elements: "tests", in: .manifest) else { return [] }
    return items.compactMap { example(from: $0) }
  }

  private mutating func example(from node: ConfigNode) -> StageExample? {
    let fields = fields(of: node, keys: Self.exampleKeys, in: .test(""), missing: ["name", "given"])
    guard let name = string("name", fields, in: .test("")), let given = string("given", fields, in: .test(name.value))
    else { return nil }
    let part = RecipeProblem.Part.test(name.value)
    if fields["expect"] == nil, fields["findings"] == nil { note(.testExpectsNothing(name.value), at: name.span) }
    let findings = fields["findings"].flatMap { list($0, of: "findings", elements: "rule ids", in: part) } ?? []
    return StageExample(
      name.value, options: fields["with"]?.flowText ?? "{}", input: given.value,
      output: string("expect", fields, in: part)?.value ?? given.value,
      findings: findings.compactMap { text($0, of: "findings", in: part)?.value })
  }

  private mutating func entries(of node: ConfigNode, _ key: String) -> [ConfigNode.Entry]? {
    guard case .mapping(let entries) = node.content else {
      note(.wrongValue(of: key, in: .manifest, expected: .mapping, found: node.found), at: node.span)
      return nil
    }
    return entries
  }
}

extension ConfigNode {
  /// The value in YAML's flow notation, on one line.
  var flowText: String {
    switch content {
    case .scalar(let text, isPlain: true): text
    case .scalar(let text, isPlain: false): "'" + text.replacing("'", with: "''") + "'"
    case .sequence(let nodes): "[" + nodes.map(\.flowText).joined(separator: ", ") + "]"
    case .mapping(let entries): "{" + entries.map { "\($0.key): \($0.value.flowText)" }.joined(separator: ", ") + "}"
    }
  }
}
