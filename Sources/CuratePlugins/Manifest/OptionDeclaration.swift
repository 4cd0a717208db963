package import CurateCore

/// An option that a manifest declares. curate decodes the value in the recipe, so a plugin never receives a wrong type.
package struct OptionDeclaration: Sendable, Equatable {
  package var name: String
  package var type: OptionType
  package var defaultValue: OptionValue
  package var help: String

  /// The option as manuals and error messages show it.
  package var description: OptionDescription {
    OptionDescription(name: name, type: type, defaultText: defaultValue.text, help: help)
  }
}

/// The value of an option, as a plugin receives it.
package indirect enum OptionValue: Sendable, Equatable {
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case list([OptionValue])

  /// The value in YAML, as a recipe would contain it.
  package var text: String {
    switch self {
    case .boolean(let value): value.optionText
    case .integer(let value): String(value)
    case .string(let value): value.optionText
    case .list(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
    }
  }

  /// Decodes a value of a type that a manifest can declare.
  init(_ node: ConfigNode, as type: OptionType) throws(OptionProblems) {
    switch (type, node.content) {
    case (.boolean, _): self = .boolean(try Bool(node))
    case (.integer(let range), .scalar(let text, isPlain: true)):
      guard let value = Int(text), range.contains(value) else { throw Self.mismatch(node, type) }
      self = .integer(value)
    case (.string, .scalar(let text, _)): self = .string(text)
    case (.choice(let names), .scalar(let text, _)):
      guard names.contains(text) else { throw Self.mismatch(node, type) }
      self = .string(text)
    case (.list(let element), .sequence(let nodes)): self = .list(try Self.elements(nodes, as: element))
    default: throw Self.mismatch(node, type)
    }
  }

  private static func elements(_ nodes: [ConfigNode], as type: OptionType) throws(OptionProblems) -> [OptionValue] {
    var values: [OptionValue] = []
    var problems: [OptionProblem] = []
    for node in nodes {
      do throws(OptionProblems) { values.append(try OptionValue(node, as: type)) } catch { problems += error.problems }
    }
    if !problems.isEmpty { throw OptionProblems(problems) }
    return values
  }

  private static func mismatch(_ node: ConfigNode, _ type: OptionType) -> OptionProblems {
    OptionProblems(.wrongType(expected: type, found: node.found), at: node.span)
  }
}

extension [OptionDeclaration] {
  /// Returns every option with its value: that of the recipe, or the default.
  ///
  /// - Throws: all problems of the mapping.
  func values(from node: ConfigNode?) throws(OptionProblems) -> [(name: String, value: OptionValue)] {
    var given: [String: OptionValue] = [:]
    var problems: [OptionProblem] = []
    if let node {
      guard case .mapping(let entries) = node.content else {
        throw OptionProblems(.wrongType(expected: .mapping(map(\.description)), found: node.found), at: node.span)
      }
      for entry in entries {
        guard let option = first(where: { $0.name == entry.key }) else {
          problems.append(OptionProblem(.unknownKey(entry.key, known: map(\.name)), at: entry.keySpan))
          continue
        }
        do throws(OptionProblems) {
          given[entry.key] = try OptionValue(entry.value, as: option.type)
        } catch {
          problems += error.problems
        }
      }
    }
    if !problems.isEmpty { throw OptionProblems(problems) }
    return map { ($0.name, given[$0.name] ?? $0.defaultValue) }
  }
}

extension OptionValue {
  /// Writes the value as JSON.
  func write(to json: inout JSONWriter) {
    switch self {
    case .boolean(let value): json.value(value)
    case .integer(let value): json.value(value)
    case .string(let value): json.value(value)
    case .list(let values): json.array { json in for value in values { value.write(to: &json) } }
    }
  }
}
