extension Bool: OptionConvertible {
  public static var optionType: OptionType { .boolean }

  public init(_ node: ConfigNode) throws(OptionProblems) {
    guard case .scalar(let text, isPlain: true) = node.content, let value = Bool(yaml: text) else {
      throw OptionProblems(.wrongType(expected: .boolean, found: node.found), at: node.span)
    }
    self = value
  }

  public var optionText: String { self ? "true" : "false" }

  /// By the core schema (YAML 1.2.2, 10.3.2), which knows no `yes` and no `on`.
  private init?(yaml text: String) {
    switch text {
    case "true", "True", "TRUE": self = true
    case "false", "False", "FALSE": self = false
    default: return nil
    }
  }
}

extension Int: OptionConvertible {
  public static var optionType: OptionType { .integer(0...Int.max) }

  public init(_ node: ConfigNode) throws(OptionProblems) {
    guard case .scalar(let text, isPlain: true) = node.content, let value = Int(yaml: text), value >= 0 else {
      throw OptionProblems(.wrongType(expected: Self.optionType, found: node.found), at: node.span)
    }
    self = value
  }

  public var optionText: String { String(self) }

  /// By the core schema (YAML 1.2.2, 10.3.2): `12`, `0o14`, `0xC`.
  private init?(yaml text: String) {
    switch text.prefix(2) {
    case "0x": self.init(text.dropFirst(2), radix: 16)
    case "0o": self.init(text.dropFirst(2), radix: 8)
    default: self.init(text)
    }
  }
}

extension String: OptionConvertible {
  public static var optionType: OptionType { .string }

  public init(_ node: ConfigNode) throws(OptionProblems) {
    guard case .scalar(let text, _) = node.content, !node.isNull else {
      throw OptionProblems(.wrongType(expected: .string, found: node.found), at: node.span)
    }
    self = text
  }

  public var optionText: String { isEmpty ? "\"\"" : self }
}

extension OptionConvertible where Self: RawRepresentable<String> & CaseIterable {
  public static var optionType: OptionType { .choice(allCases.map(\.rawValue)) }

  public init(_ node: ConfigNode) throws(OptionProblems) {
    guard case .scalar(let text, _) = node.content, let value = Self(rawValue: text) else {
      throw OptionProblems(.wrongType(expected: Self.optionType, found: node.found), at: node.span)
    }
    self = value
  }

  public var optionText: String { rawValue }
}

extension Array: OptionConvertible where Element: OptionConvertible {
  public static var optionType: OptionType { .list(Element.optionType) }

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

  public var optionText: String { "[" + map(\.optionText).joined(separator: ", ") + "]" }
}

extension Optional: OptionConvertible where Wrapped: OptionConvertible {
  public static var optionType: OptionType { Wrapped.optionType }
  public init(_ node: ConfigNode) throws(OptionProblems) { self = try Wrapped(node) }
  public var optionText: String { map(\.optionText) ?? "none" }
}
