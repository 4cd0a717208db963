package import CurateCore

/// How arguments and recipes name a rule: `level-jump`, `inspect/level-jump`, or `inspect/*` for all of a stage.
package struct RulePattern: Sendable, Equatable, CustomStringConvertible {
  /// The id or name of a stage; nil for any.
  package let stage: String?
  /// Nil for any.
  package let rule: RuleID?

  package init(_ text: String) {
    guard let slash = text.firstIndex(of: "/") else {
      stage = nil
      rule = text
      return
    }
    let rest = String(text[text.index(after: slash)...])
    stage = String(text[..<slash])
    rule = rest == "*" ? nil : rest
  }

  package var description: String { stage.map { "\($0)/\(rule ?? "*")" } ?? rule ?? "*" }

  /// - Parameter uses: the stage's name, if its id may be another.
  package func matches(stage id: String, uses: String?, rule other: RuleID) -> Bool {
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
  package func ruleNames(like pattern: RulePattern) -> [String] {
    let stages = entries.map { ($0.manual.name, $0.manual.rules) } + [(RecipeFinding.stage, RecipeRules.all)]
    return stages.flatMap { name, rules in rules.map { pattern.stage == nil ? $0.id : "\(name)/\($0.id)" } }
  }

  func hasRule(matching pattern: RulePattern) -> Bool {
    entries.contains { pattern.mayMatch($0.manual, id: $0.manual.name) }
  }
}

extension Plan {
  /// Whether a pattern could match anything: a rule of its stages, of others in the catalog, or about recipes.
  package func hasRule(matching pattern: RulePattern, catalog: StageCatalog) -> Bool {
    steps.contains { pattern.mayMatch($0.manual, id: $0.id) } || catalog.hasRule(matching: pattern)
      || RecipeRules.all.contains { pattern.matches(stage: RecipeFinding.stage, uses: nil, rule: $0.id) }
  }
}

/// The rules about a recipe itself: what its `ignore:` does in vain.
package enum RecipeRules {
  package static let all = [
    RuleManual(
      "unused-ignore", "An entry of `ignore:` matches nothing: what it was for is mended, or it is misspelt.",
      severity: .warning),
    RuleManual(
      "expired-ignore", "An entry of `ignore:` is over: its `until:` has passed, and it no longer holds.",
      severity: .warning),
  ]
}
