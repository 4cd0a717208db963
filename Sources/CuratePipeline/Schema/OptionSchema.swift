import CurateCore

/// Builds the schemas of single values.
extension RecipeSchema {
  typealias Members = [(name: String, value: JSONValue)]

  static func described(_ text: String, _ members: Members) -> JSONValue {
    .object([("description", .text(text))] + members)
  }

  static func reference(_ name: String) -> JSONValue { .object([("$ref", .text("#/definitions/\(name)"))]) }

  static func list(of items: JSONValue) -> JSONValue { .object([("type", .text("array")), ("items", items)]) }

  /// YAML reads `2024` and `true` as a number and a boolean; a recipe accepts them where it expects a text.
  static let freeText: Members = [("type", .texts(["string", "number", "boolean"]))]

  /// A text that is not empty.
  static let filledText: Members = [("type", .texts(["string", "number", "boolean"])), ("minLength", .integer(1))]

  /// - Parameter orNothing: whether an empty value means no options.
  static func options(_ options: [OptionDescription], orNothing: Bool = false) -> Members {
    var members: Members = [
      ("type", orNothing ? .texts(["object", "null"]) : .text("object")),
      ("additionalProperties", .boolean(false)),
      (
        "properties",
        .object(
          options.map { option in
            let value = defaultValue(of: option).map { [("default", $0)] } ?? []
            return (option.name, described(option.help, schema(of: option.type) + value))
          })
      ),
    ]
    let required = options.filter(\.isRequired).map(\.name)
    if !required.isEmpty { members.append(("required", .texts(required))) }
    return members
  }

  static func schema(of type: OptionType) -> Members {
    switch type {
    case .boolean: [("type", .text("boolean"))]
    case .integer(let range):
      [("type", .text("integer")), ("minimum", .integer(range.lowerBound))]
        + (range.upperBound == .max ? [] : [("maximum", .integer(range.upperBound))])
    case .string: freeText
    case .choice(let names): [("enum", .texts(names))]
    case .list(let element): [("type", .text("array")), ("items", .object(schema(of: element)))]
    case .mapping(let options): Self.options(options)
    case .either(let types): [("anyOf", .list(types.map { .object(schema(of: $0)) }))]
    }
  }

  /// The default as JSON (nil for a required option and for an option without a default).
  private static func defaultValue(of option: OptionDescription) -> JSONValue? {
    guard !option.isRequired, let node = try? ConfigNode(yaml: Array(option.defaultText.utf8), path: "") else {
      return nil
    }
    return value(of: node, as: option.type)
  }

  private static func value(of node: ConfigNode, as type: OptionType) -> JSONValue? {
    switch (type, node.content) {
    case (.boolean, .scalar(let text, _)): Bool(text).map { .boolean($0) }
    case (.integer, .scalar(let text, _)): Int(text).map { .integer($0) }
    case (.string, .scalar(let text, _)): .text(text)
    case (.choice(let names), .scalar(let text, _)): names.contains(text) ? .text(text) : nil
    case (.list(let element), .sequence(let nodes)): .list(nodes.compactMap { value(of: $0, as: element) })
    case (.either(let types), _): types.lazy.compactMap { value(of: node, as: $0) }.first
    default: nil
    }
  }
}

/// A JSON value with ordered members.
indirect enum JSONValue: Sendable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case list([JSONValue])
  case object([(name: String, value: JSONValue)])

  static func texts(_ texts: [String]) -> Self { .list(texts.map { .text($0) }) }

  func write(to json: inout JSONWriter) {
    switch self {
    case .text(let text): json.value(text)
    case .integer(let number): json.value(number)
    case .boolean(let value): json.value(value)
    case .list(let items):
      json.array { json in
        for item in items { item.write(to: &json) }
      }
    case .object(let members):
      json.object { json in
        for member in members {
          json.name(member.name)
          member.value.write(to: &json)
        }
      }
    }
  }
}
