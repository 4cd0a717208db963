import CurateCore
import Platform

/// An `ignore:` entry of the recipe, resolved for a run.
struct PlannedIgnore: Sendable {
  let use: IgnoreUse
  let ignore: Ignore
  /// Whether it is reported if it matches nothing: all stages that could match it run, on all inputs of the recipe.
  let isExpectedToMatch: Bool
  /// Whether a stage that emits can still match it after the others.
  let awaitsEmission: Bool
}

extension Planner {
  /// Resolves the `ignore:` entries.
  mutating func plannedIgnores(running steps: [PlannedStage], inputs: [PlannedInput]) -> [PlannedIgnore] {
    guard !recipe.ignores.isEmpty else { return [] }
    let today = request.today ?? .today
    return recipe.ignores.compactMap { use in
      let pattern = use.rule.map { RulePattern($0.value) }
      if let pattern, let rule = use.rule, !check(pattern, at: rule.span) { return nil }
      let matching = recipe.stages.filter { mayMatch(pattern, $0) }
      let running = steps.filter { step in matching.contains { $0.id.value == step.id } }
      let ignore = Ignore(
        rule: pattern?.rule, stages: pattern?.stage.map { _ in Set(matching.map(\.id.value)) },
        documents: use.path.map { documents(at: $0.value, inputs) }, url: use.url.map { URLPattern($0.value) },
        place: use.span, holds: use.until.map { today <= $0.value } ?? true)
      return PlannedIgnore(
        use: use, ignore: ignore, isExpectedToMatch: request.inputs.isEmpty && running.count == matching.count,
        awaitsEmission: running.contains { $0.manual.emits && !$0.manual.rules.isEmpty })
    }
  }

  /// Checks the rules that limits of stages and of the run name.
  mutating func checkLimits() {
    for use in recipe.stages {
      guard let manual = catalog[use.uses.value]?.manual else { continue }
      for limit in use.limits {
        guard let rule = limit.rule, !RulePattern(rule).mayMatch(manual, id: use.id.value), !manual.rules.isEmpty else {
          continue
        }
        note(.unknownRule(rule, known: manual.rules.map(\.id)), at: limit.span)
      }
    }
    for limit in recipe.limits {
      if let rule = limit.rule { _ = check(RulePattern(rule), at: limit.span) }
    }
  }

  /// Notes a rule that no stage has. A rule of a stage outside this recipe is accepted.
  private mutating func check(_ pattern: RulePattern, at span: SourceSpan) -> Bool {
    if recipe.stages.contains(where: { mayMatch(pattern, $0) }) || catalog.hasRule(matching: pattern) { return true }
    note(.unknownRule(pattern.description, known: catalog.ruleNames(like: pattern)), at: span)
    return false
  }

  private func mayMatch(_ pattern: RulePattern?, _ use: StageUse) -> Bool {
    guard let manual = catalog[use.uses.value]?.manual else { return false }
    return pattern?.mayMatch(manual, id: use.id.value) ?? true
  }

  /// The documents whose path matches a glob, relative to the recipe or to the common folder of the inputs.
  private func documents(at pattern: String, _ inputs: [PlannedInput]) -> Set<DocumentID> {
    let glob = Glob(Path.absolute(Path.join(recipe.folder, pattern)))
    let short = Glob(pattern)
    return Set(
      inputs.indices.filter { index in
        glob.matches(place(of: inputs[index])) || short.matches(inputs[index].documentPath)
      }.map { DocumentID($0) })
  }

  /// The absolute path of an input, now or in the original run.
  private func place(of input: PlannedInput) -> String {
    guard let folder = request.documentFolder else { return Path.absolute(input.path) }
    return Path.absolute(Path.join(Path.join(recipe.folder, folder), input.documentPath))
  }
}

extension RunExecution {
  /// Reports `ignore:` entries that have expired or match nothing.
  ///
  /// - Parameter isDone: whether all stages have run. Before that, entries that a later stage can match are left out.
  mutating func reviewIgnores(isDone: Bool) {
    for (planned, ignore) in zip(plan.ignores, collection.ignores) where planned.awaitsEmission == isDone {
      let name = planned.use.name
      if !ignore.holds, let until = planned.use.until {
        let advice =
          ignore.isUsed ? "fix what it hid, or set a later date" : "it would match nothing: delete it"
        collection.report(
          "the `ignore:` entry for \(name) was valid until \(until.value); \(advice)", rule: "expired-ignore",
          severity: .warning, inRecipeAt: planned.use.span)
      } else if !ignore.isUsed, planned.isExpectedToMatch {
        collection.report(
          "the `ignore:` entry for \(name) matches nothing; delete it, or correct its spelling", rule: "unused-ignore",
          severity: .warning, inRecipeAt: planned.use.span)
      }
    }
  }
}
