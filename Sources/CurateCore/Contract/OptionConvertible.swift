/// A type that an option of a stage can have.
public protocol OptionConvertible: Sendable {
  /// What the manual and the schema say about the values.
  static var optionType: OptionType { get }
  init(_ node: ConfigNode) throws(OptionProblems)
  /// The value as it would be written in a recipe.
  var optionText: String { get }
}

/// The kinds of values that options take.
public indirect enum OptionType: Sendable, Equatable {
  case boolean
  case integer(ClosedRange<Int>)
  case string
  case choice([String])
  case list(OptionType)
  case mapping([OptionDescription])
  case either([OptionType])

  /// `true or false`, `one of: merge, report, off`.
  public var phrase: String {
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
  public var name: String
  public var type: OptionType
  public var defaultText: String
  public var help: String
  public var isRequired: Bool

  public init(name: String, type: OptionType, defaultText: String, help: String, isRequired: Bool = false) {
    self.name = name
    self.type = type
    self.defaultText = defaultText
    self.help = help
    self.isRequired = isRequired
  }
}

/// What is wrong with one value of a recipe.
public struct OptionProblem: Error, Sendable, Equatable {
  public enum Fact: Sendable, Equatable {
    case wrongType(expected: OptionType, found: String)
    case unknownKey(String, known: [String])
    case missingKey(String)
    /// Anything else, as a sentence for people.
    case invalid(String)
  }

  public var fact: Fact
  public var span: SourceSpan

  public init(_ fact: Fact, at span: SourceSpan) {
    self.fact = fact
    self.span = span
  }
}

/// All that is wrong with the value of an option, in order of position.
public struct OptionProblems: Error, Sendable, Equatable {
  public var problems: [OptionProblem]

  public init(_ problems: [OptionProblem]) { self.problems = problems }
  public init(_ fact: OptionProblem.Fact, at span: SourceSpan) { problems = [OptionProblem(fact, at: span)] }
}
