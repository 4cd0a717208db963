import CurateCore

/// Words for keys and values.
extension RecipeMessages {
  static func valueSentence(for fact: RecipeProblem.Fact) -> Sentence {
    switch fact {
    case .unknownKey(let key, let part, let known):
      Sentence(
        "unknown \(kind(of: part)) '\(key)'\(owner(part))",
        didYouMean(lastPart(key), known) ?? list("known", known) ?? "it has none")
    case .missingKey(let key, let part):
      Sentence("'\(key)' is missing\(place(part))", beginning(with: key))
    case .wrongValue(let key, let part, let expected, let found): wrongValue(of: key, part, expected, found)
    case .unfit(let key, let part, let why): Sentence("\(subject(key, part)): \(why)")
    default: Sentence("unknown problem")
    }
  }

  private static func wrongValue(
    of key: String, _ part: RecipeProblem.Part, _ expected: RecipeProblem.Expectation, _ found: String
  ) -> Sentence {
    if expected == .stage { return Sentence("a stage is its name, or a mapping with `uses:`, not \(found)") }
    return Sentence(
      "\(subject(key, part)) must be \(phrase(for: expected)), not \(found)", hint(for: expected, found: found))
  }

  private static func phrase(for expected: RecipeProblem.Expectation) -> String {
    switch expected {
    case .type(let type): type.phrase
    case .mapping: "a mapping of keys and values"
    case .list(let element): "a list, each \(element)"
    case .stage: "a stage"
    case .amount: "a number such as 12, or a share such as 10%"
    case .duration: "a time such as 500ms, 60s or 2m"
    case .date: "a day such as 2027-01-31"
    case .identifier: "made of letters, digits, '-' and '_'"
    case .nonEmpty: "a text"
    case .document: "Markdown, or links by their fields"
    }
  }

  private static func hint(for expected: RecipeProblem.Expectation, found: String) -> String? {
    let word = found.hasPrefix("'") ? String(found.dropFirst().dropLast()) : nil
    switch expected {
    case .type(.boolean):
      if word == "true" || word == "false" { return "write it without quotes" }
      guard let word = word?.lowercased() else { return nil }
      if ["yes", "on", "y", "true"].contains(word) { return "write true" }
      return ["no", "off", "n", "false"].contains(word) ? "write false" : nil
    case .type(.choice(let names)): return word.flatMap { didYouMean($0, names) }
    case .type(.either(let types)):
      let names = types.flatMap { if case .choice(let names) = $0 { names } else { [String]() } }
      return word.flatMap { didYouMean($0, names) }
    case .type(.string):
      return found == "a mapping" ? "put quotes around it" : found == "nothing" ? "an empty text is written \"\"" : nil
    case .type(.list), .list:
      return word.map { $0.hasPrefix("-") ? "put a space after each '-'" : "write [\($0)]" }
    default: return nil
    }
  }

  /// The key that tells the format stands first.
  private static func beginning(with key: String) -> String? {
    ["curate", "curate-stage"].contains(key) ? "begin with `\(key): 1`" : nil
  }

  private static func kind(of part: RecipeProblem.Part) -> String {
    switch part {
    case .recipe, .manifest, .declaration, .stage, .test, .ignore: "key"
    case .options: "option"
    case .limits, .runLimits: "limit"
    }
  }

  /// `host` of `rules.host`.
  private static func lastPart(_ key: String) -> String { key.split(separator: ".").last.map(String.init) ?? key }

  /// ` of stage 'dedupe'`; nothing for the recipe itself.
  private static func owner(_ part: RecipeProblem.Part) -> String {
    switch part {
    case .recipe, .manifest: ""
    case .declaration(let name): " of option '\(name)'"
    case .stage(""): " of a stage"
    case .stage(let name), .options(let name), .limits(let name): " of stage '\(name)'"
    case .test(""): " of a test"
    case .test(let name): " of test '\(name)'"
    case .ignore: " of an ignore"
    case .runLimits: " of the run"
    }
  }

  private static func place(_ part: RecipeProblem.Part) -> String {
    part == .recipe || part == .manifest ? "" : owner(part).replacingFirst(" of ", with: " in ")
  }

  /// `'scope' of stage 'dedupe'`, `stage 'dedupe'`, `the recipe`.
  private static func subject(_ key: String, _ part: RecipeProblem.Part) -> String {
    if !key.isEmpty { return "'\(key)'\(owner(part))" }
    if part == .manifest { return "the manifest" }
    return part == .recipe ? "the recipe" : String(owner(part).dropFirst(" of ".count))
  }
}

extension String {
  fileprivate func replacingFirst(_ text: String, with other: String) -> String {
    hasPrefix(text) ? other + dropFirst(text.count) : self
  }
}
