package import CurateCore

/// A pattern for rules in arguments and recipes: `level-jump`, `inspect/level-jump`, or `inspect/*` (all of a stage).
package struct RulePattern: Sendable, Equatable, CustomStringConvertible {
  /// The id or name of a stage (nil: any stage).
  package let stage: String?
  /// The rule (nil: any rule).
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

  /// Whether the pattern matches a rule of a stage.
  ///
  /// - Parameter uses: the name of the stage, which can differ from its id.
  package func matches(stage id: String, uses: String?, rule other: RuleID) -> Bool {
    if let stage, stage != id, stage != uses { return false }
    return rule == nil || rule == other
  }

  /// Whether a stage can have rules that the pattern matches. A stage that declares no rules may still have some.
  func mayMatch(_ manual: StageManual, id: String) -> Bool {
    if let stage, stage != id, stage != manual.name { return false }
    guard let rule else { return true }
    return manual.rules.contains { $0.id == rule } || (stage != nil && manual.rules.isEmpty)
  }
}

extension StageCatalog {
  /// The rule names of all stages and of recipes, for suggestions: `rule`, or `stage/rule` if the pattern names a
  /// stage.
  package func ruleNames(like pattern: RulePattern) -> [String] {
    let stages = entries.map { ($0.manual.name, $0.manual.rules) } + [(RecipeFinding.stage, RecipeRules.all)]
    return stages.flatMap { name, rules in rules.map { pattern.stage == nil ? $0.id : "\(name)/\($0.id)" } }
  }

  func hasRule(matching pattern: RulePattern) -> Bool {
    entries.contains { pattern.mayMatch($0.manual, id: $0.manual.name) }
  }
}

extension Plan {
  /// Whether a pattern can match a rule of the plan's stages, of the catalog, or about recipes.
  package func hasRule(matching pattern: RulePattern, catalog: StageCatalog) -> Bool {
    steps.contains { pattern.mayMatch($0.manual, id: $0.id) } || catalog.hasRule(matching: pattern)
      || RecipeRules.all.contains { pattern.matches(stage: RecipeFinding.stage, uses: nil, rule: $0.id) }
  }
}

/// The rules about the recipe itself: `ignore:` entries without effect.
package enum RecipeRules {
  package static let all = [
    RuleManual(
      "unused-ignore", "An `ignore:` entry matches nothing: the problem is fixed, or the entry is misspelled.",
      severity: .warning),
    RuleManual(
      "expired-ignore", "An `ignore:` entry has expired: its `until:` date has passed.",
      severity: .warning),
  ]
}
