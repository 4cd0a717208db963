/// The options of a stage, or a nested group of options: a struct whose `init()` sets the defaults.
public protocol StageOptions: OptionConvertible {
  /// Creates the options with their defaults.
  init()
  /// One specification for each option.
  static var specs: [OptionSpec<Self>] { get }
}

/// The options of a stage that has none.
public struct NoOptions: StageOptions {
  /// Creates the options.
  public init() {}
  /// Empty.
  public static var specs: [OptionSpec<Self>] { [] }
}

/// The specification of one option: its key, its property and its help.
///
/// The type and choices come from the property, the default from `Options()`. Manual, schema and decoding all use this
/// specification.
public struct OptionSpec<Options>: Sendable {
  let name: String
  let help: String
  let type: OptionType
  let isRequired: Bool
  let text: @Sendable (Options) -> String
  let assign: @Sendable (inout Options, ConfigNode) throws(OptionProblems) -> Void

  /// Creates a specification.
  ///
  /// - Parameters:
  ///   - name: the key in a recipe.
  ///   - path: the property that stores the value.
  ///   - help: a sentence that says what the option does.
  ///   - required: whether a recipe must set the option (false by default).
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
  /// The options with their defaults, for the manual and the schema.
  public static var descriptions: [OptionDescription] {
    let defaults = Self()
    return specs.map {
      OptionDescription(
        name: $0.name, type: $0.type, defaultText: $0.text(defaults), help: $0.help, isRequired: $0.isRequired)
    }
  }

  /// A mapping of the options.
  public static var optionType: OptionType { .mapping(descriptions) }

  /// The options as a YAML flow mapping.
  public var optionText: String {
    "{" + Self.specs.map { "\($0.name): \($0.text(self))" }.joined(separator: ", ") + "}"
  }

  /// Decodes a mapping. Throws all problems, not only the first.
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
