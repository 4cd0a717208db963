public import CurateCore

/// How arguments and recipes name a rule: `level-jump`, `inspect/level-jump`, or `inspect/*` for all of a stage.
public struct RulePattern: Sendable, Equatable, CustomStringConvertible {
  /// The id or name of a stage; nil for any.
  public let stage: String?
  /// Nil for any.
  public let rule: RuleID?

  public init(_ text: String) {
    guard let slash = text.firstIndex(of: "/") else {
      stage = nil
      rule = text
      return
    }
    let rest = String(text[text.index(after: slash)...])
    stage = String(text[..<slash])
    rule = rest == "*" ? nil : rest
  }

  public var description: String { stage.map { "\($0)/\(rule ?? "*")" } ?? rule ?? "*" }

  /// - Parameter uses: the stage's name, if its id may be another.
  public func matches(stage id: String, uses: String?, rule other: RuleID) -> Bool {
    if let stage, stage != id, stage != uses { return false }
    return rule == nil || rule == other
  }

  /// Whether a stage could have rules that it matches. A stage that names no rules may still have some.
  func mayMatch(_ manual: StageManual, id: String) -> Bool {
    if let stage, stage != id, stage != manual.name { return false }
    guard let rule else { return true }
    return manual.rules.contains { $0.id == rule } || (stage != nil && manual.rules.isEmpty)
  }
}

extension StageCatalog {
  /// The rules of all stages and of recipes, for suggestions: `rule`, or `stage/rule` if the pattern names a stage.
  public func ruleNames(like pattern: RulePattern) -> [String] {
    let stages = entries.map { ($0.manual.name, $0.manual.rules) } + [(RecipeFinding.stage, RecipeRules.all)]
    return stages.flatMap { name, rules in rules.map { pattern.stage == nil ? $0.id : "\(name)/\($0.id)" } }
  }

  func knows(_ pattern: RulePattern) -> Bool {
    entries.contains { pattern.mayMatch($0.manual, id: $0.manual.name) }
  }
}

extension Plan {
  /// Whether a pattern could match anything: a rule of its stages, of others in the catalog, or about recipes.
  public func knows(_ pattern: RulePattern, catalog: StageCatalog) -> Bool {
    steps.contains { pattern.mayMatch($0.manual, id: $0.id) } || catalog.knows(pattern)
      || RecipeRules.all.contains { pattern.matches(stage: RecipeFinding.stage, uses: nil, rule: $0.id) }
  }
}
