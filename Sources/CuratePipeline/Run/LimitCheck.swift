import CurateCore

extension Run {
  /// Stops the run if a stage went beyond its limits.
  func check(_ limits: [Limit], of step: PlannedStage, counts: StepCounts, start: StepCounts.Start) throws(RunError) {
    for limit in limits { try check(limit, id: step.id, counts: counts, start: start) }
  }

  /// Stops the run if it went beyond the recipe's own limits.
  func checkLimits() throws(RunError) {
    guard !plan.recipe.limits.isEmpty else { return }
    let start = StepCounts.Start(ofRun: collection)
    let counts = StepCounts(since: start, in: collection)
    for limit in plan.recipe.limits { try check(limit, id: nil, counts: counts, start: start) }
  }

  private func check(_ limit: Limit, id: String?, counts: StepCounts, start: StepCounts.Start) throws(RunError) {
    let (actual, total) = measure(limit, counts, start)
    guard limit.allows(actual, of: total) else { throw .limitBroken(id: id, limit, actual: actual, of: total) }
  }

  /// What a limit looks at, and what a share is a share of.
  private func measure(_ limit: Limit, _ counts: StepCounts, _ start: StepCounts.Start) -> (actual: Int, total: Int) {
    switch limit.measure {
    case .removed: (counts.removed + counts.merged, start.entries)
    case .merged: (counts.merged, start.entries)
    case .changed: (counts.changed, start.links)
    case .edits: (counts.edits, 0)
    case .findings: (limit.rule.map { findings(of: $0, since: start) } ?? counts.findings, 0)
    case .links: (collection.links.count { $0.fate.isPresent } + counts.added, start.links)
    }
  }

  private func findings(of rule: RuleID, since start: StepCounts.Start) -> Int {
    let pattern = RulePattern(rule)
    return collection.journal.findings[start.findings...].count { finding in
      pattern.matches(stage: finding.stage, uses: plan.stageNames[finding.stage], rule: finding.rule)
    }
  }
}
