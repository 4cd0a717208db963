extension Bool: OptionConvertible {
  /// The type, for the manual and the schema.
  public static var optionType: OptionType { .boolean }

  /// Decodes a value of a recipe.
  public init(_ node: ConfigNode) throws(OptionProblems) {
    guard case .scalar(let text, isPlain: true) = node.content, let value = Bool(yaml: text) else {
      throw OptionProblems(.wrongType(expected: .boolean, found: node.found), at: node.span)
    }
    self = value
  }

  /// The value as written in a recipe.
  public var optionText: String { self ? "true" : "false" }

  /// Parses a boolean of the core schema (YAML 1.2.2, 10.3.2), which has neither `yes` nor `on`.
  private init?(yaml text: String) {
    switch text {
    case "true", "True", "TRUE": self = true
    case "false", "False", "FALSE": self = false
    default: return nil
    }
  }
}

extension Int: OptionConvertible {
  /// The type, for the manual and the schema.
  public static var optionType: OptionType { .integer(0...Int.max) }

  /// Decodes a value of a recipe.
  public init(_ node: ConfigNode) throws(OptionProblems) {
    guard case .scalar(let text, isPlain: true) = node.content, let value = Int(yaml: text), value >= 0 else {
      throw OptionProblems(.wrongType(expected: Self.optionType, found: node.found), at: node.span)
    }
    self = value
  }

  /// The value as written in a recipe.
  public var optionText: String { String(self) }

  /// Parses an integer of the core schema (YAML 1.2.2, 10.3.2): `12`, `0o14`, `0xC`.
  private init?(yaml text: String) {
    switch text.prefix(2) {
    case "0x": self.init(text.dropFirst(2), radix: 16)
    case "0o": self.init(text.dropFirst(2), radix: 8)
    default: self.init(text)
    }
  }
}

extension String: OptionConvertible {
  /// The type, for the manual and the schema.
  public static var optionType: OptionType { .string }

  /// Decodes a value of a recipe.
  public init(_ node: ConfigNode) throws(OptionProblems) {
    guard case .scalar(let text, _) = node.content, !node.isNull else {
      throw OptionProblems(.wrongType(expected: .string, found: node.found), at: node.span)
    }
    self = text
  }

  /// The value as written in a recipe.
  public var optionText: String { isEmpty ? "\"\"" : self }
}

extension OptionConvertible where Self: RawRepresentable<String> & CaseIterable {
  /// The type, for the manual and the schema.
  public static var optionType: OptionType { .choice(allCases.map(\.rawValue)) }

  /// Decodes a value of a recipe.
  public init(_ node: ConfigNode) throws(OptionProblems) {
    guard case .scalar(let text, _) = node.content, let value = Self(rawValue: text) else {
      throw OptionProblems(.wrongType(expected: Self.optionType, found: node.found), at: node.span)
    }
    self = value
  }

  /// The value as written in a recipe.
  public var optionText: String { rawValue }
}

extension Array: OptionConvertible where Element: OptionConvertible {
  /// The type, for the manual and the schema.
  public static var optionType: OptionType { .list(Element.optionType) }

  /// Decodes a value of a recipe.
  public init(_ node: ConfigNode) throws(OptionProblems) {
    guard case .sequence(let nodes) = node.content else {
      throw OptionProblems(.wrongType(expected: Self.optionType, found: node.found), at: node.span)
    }
    self = []
    var problems: [OptionProblem] = []
    for node in nodes {
      do throws(OptionProblems) { append(try Element(node)) } catch { problems += error.problems }
    }
    if !problems.isEmpty { throw OptionProblems(problems) }
  }

  /// The value as written in a recipe.
  public var optionText: String { "[" + map(\.optionText).joined(separator: ", ") + "]" }
}

extension Optional: OptionConvertible where Wrapped: OptionConvertible {
  /// The type, for the manual and the schema.
  public static var optionType: OptionType { Wrapped.optionType }
  /// Decodes a value of a recipe.
  public init(_ node: ConfigNode) throws(OptionProblems) { self = try Wrapped(node) }
  /// The value as written in a recipe.
  public var optionText: String { map(\.optionText) ?? "none" }
}
