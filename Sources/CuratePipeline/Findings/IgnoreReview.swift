public import CurateCore

/// The rules about a recipe itself: what its `ignore:` does in vain.
public enum RecipeRules {
  public static let all = [
    RuleManual(
      "unused-ignore", "An entry of `ignore:` matches nothing: what it was for is mended, or it is misspelt.",
      severity: .warning),
    RuleManual(
      "expired-ignore", "An entry of `ignore:` is over: its `until:` has passed, and it no longer holds.",
      severity: .warning),
  ]
}

extension Run {
  /// Tells of entries of `ignore:` that are over, or have nothing to do.
  ///
  /// - Parameter isDone: whether all stages have run; before that, those are left that a later stage could still match.
  mutating func reviewIgnores(isDone: Bool) {
    for (planned, ignore) in zip(plan.ignores, collection.ignores) where planned.awaitsEmission == isDone {
      let name = planned.use.name
      if !ignore.holds, let until = planned.use.until {
        let advice =
          ignore.isUsed ? "mend what it hid, or give it a later date" : "and it would match nothing: delete it"
        collection.report(
          "the ignore of \(name) was to end on \(until.value); \(advice)", rule: "expired-ignore", severity: .warning,
          inRecipeAt: planned.use.span)
      } else if !ignore.isUsed, planned.isExpectedToMatch {
        collection.report(
          "the ignore of \(name) matches nothing; delete it, or mend its spelling", rule: "unused-ignore",
          severity: .warning, inRecipeAt: planned.use.span)
      }
    }
  }
}
