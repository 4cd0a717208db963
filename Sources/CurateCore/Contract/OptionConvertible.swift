/// A type that a stage option can have.
public protocol OptionConvertible: Sendable {
  /// The type, for the manual and the schema.
  static var optionType: OptionType { get }
  /// Decodes a value of a recipe.
  init(_ node: ConfigNode) throws(OptionProblems)
  /// The value as written in a recipe.
  var optionText: String { get }
}

/// The type of an option.
public indirect enum OptionType: Sendable, Equatable {
  case boolean
  case integer(ClosedRange<Int>)
  case string
  case choice([String])
  case list(OptionType)
  case mapping([OptionDescription])
  case either([OptionType])

  /// The type as manuals and messages show it: `true or false`, `one of: merge, report, off`.
  package var phrase: String {
    switch self {
    case .boolean: "true or false"
    case .integer(let range):
      range.upperBound == .max
        ? "a number from \(range.lowerBound)" : "a number from \(range.lowerBound) to \(range.upperBound)"
    case .string: "a text"
    case .choice(let names): "one of: " + names.joined(separator: ", ")
    case .list(let element): "a list, each \(element.phrase)"
    case .mapping(let options): "a mapping of " + options.map(\.name).joined(separator: ", ")
    case .either(let types): types.map(\.phrase).joined(separator: ", or ")
    }
  }
}

/// An option's name, type, default and help, for the manual and the schema.
public struct OptionDescription: Sendable, Equatable {
  /// The key in a recipe.
  public var name: String
  /// The type of the value.
  public var type: OptionType
  /// The default as written in a recipe.
  public var defaultText: String
  /// A sentence that says what the option does.
  public var help: String
  /// Whether a recipe must set the option.
  public var isRequired: Bool

  package init(name: String, type: OptionType, defaultText: String, help: String, isRequired: Bool = false) {
    self.name = name
    self.type = type
    self.defaultText = defaultText
    self.help = help
    self.isRequired = isRequired
  }
}

/// An error in one value of a recipe.
public struct OptionProblem: Error, Sendable, Equatable {
  /// The kind of error.
  public enum Fact: Sendable, Equatable {
    /// The value has another type than `expected`; `found` is `ConfigNode.found`.
    case wrongType(expected: OptionType, found: String)
    /// A key that is not in `known`.
    case unknownKey(String, known: [String])
    /// A required key is missing.
    case missingKey(String)
    /// Any other error, as a message for the user.
    case invalid(String)
  }

  /// The kind of error.
  public var fact: Fact
  /// The position in the recipe.
  public var span: SourceSpan

  /// Creates a problem.
  public init(_ fact: Fact, at span: SourceSpan) {
    self.fact = fact
    self.span = span
  }
}

/// All errors in the value of an option, in order of position.
public struct OptionProblems: Error, Sendable, Equatable {
  /// The errors.
  public var problems: [OptionProblem]

  /// Creates an error with several problems.
  public init(_ problems: [OptionProblem]) { self.problems = problems }
  /// Creates an error with one problem.
  public init(_ fact: OptionProblem.Fact, at span: SourceSpan) { problems = [OptionProblem(fact, at: span)] }
}
