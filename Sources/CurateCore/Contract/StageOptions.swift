/// The options of a stage, or a group of them: a struct whose `init()` holds the defaults.
public protocol StageOptions: OptionConvertible {
  init()
  static var specs: [OptionSpec<Self>] { get }
}

/// For stages without options.
public struct NoOptions: StageOptions {
  public init() {}
  public static var specs: [OptionSpec<Self>] { [] }
}

/// One option: name, place and help stand together, once. Type and choices come from the property, the default from
/// `Options()`, so manual, schema and decoding share this line.
public struct OptionSpec<Options>: Sendable {
  public let name: String
  public let help: String
  public let type: OptionType
  public let isRequired: Bool
  let text: @Sendable (Options) -> String
  let assign: @Sendable (inout Options, ConfigNode) throws(OptionProblems) -> Void

  public init<Value: OptionConvertible>(
    _ name: String, _ path: any WritableKeyPath<Options, Value> & Sendable, _ help: String, required: Bool = false
  ) {
    self.name = name
    self.help = help
    type = Value.optionType
    isRequired = required
    text = { $0[keyPath: path].optionText }
    assign = { (options: inout Options, node: ConfigNode) throws(OptionProblems) in
      options[keyPath: path] = try Value(node)
    }
  }
}

extension StageOptions {
  public static var descriptions: [OptionDescription] {
    let defaults = Self()
    return specs.map {
      OptionDescription(
        name: $0.name, type: $0.type, defaultText: $0.text(defaults), help: $0.help, isRequired: $0.isRequired)
    }
  }

  public static var optionType: OptionType { .mapping(descriptions) }

  public var optionText: String {
    "{" + Self.specs.map { "\($0.name): \($0.text(self))" }.joined(separator: ", ") + "}"
  }

  /// Decodes a mapping; every problem in it is reported, not only the first.
  public init(_ node: ConfigNode) throws(OptionProblems) {
    self.init()
    guard case .mapping(let entries) = node.content else {
      throw OptionProblems(.wrongType(expected: Self.optionType, found: node.found), at: node.span)
    }
    let specs = Self.specs
    var problems: [OptionProblem] = []
    for entry in entries {
      guard let spec = specs.first(where: { $0.name == entry.key }) else {
        problems.append(OptionProblem(.unknownKey(entry.key, known: specs.map(\.name)), at: entry.keySpan))
        continue
      }
      do throws(OptionProblems) { try spec.assign(&self, entry.value) } catch { problems += error.problems }
    }
    for spec in specs where spec.isRequired && !entries.contains(where: { $0.key == spec.name }) {
      problems.append(OptionProblem(.missingKey(spec.name), at: node.span))
    }
    if !problems.isEmpty { throw OptionProblems(problems) }
  }
}
