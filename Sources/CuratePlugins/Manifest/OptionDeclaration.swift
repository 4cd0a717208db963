public import CurateCore

/// An option as a manifest declares it. The host decodes what a recipe gives, so that a plugin never sees a wrong type.
public struct OptionDeclaration: Sendable, Equatable {
  public var name: String
  public var type: OptionType
  public var defaultValue: OptionValue
  public var help: String

  public var description: OptionDescription {
    OptionDescription(name: name, type: type, defaultText: defaultValue.text, help: help)
  }
}

/// The value of an option, as it goes to a plugin.
public indirect enum OptionValue: Sendable, Equatable {
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case list([OptionValue])

  /// As it would be written in a recipe.
  public var text: String {
    switch self {
    case .boolean(let value): value.optionText
    case .integer(let value): String(value)
    case .string(let value): value.optionText
    case .list(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
    }
  }

  /// Reads a value of a type that a manifest can declare.
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
  /// Every option with its value: the recipe's, or the default.
  ///
  /// - Throws: all that is wrong with the mapping, not only the first.
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
