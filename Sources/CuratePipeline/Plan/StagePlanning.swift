import CurateCore

/// From stage uses to stages.
extension Planner {
  /// Finds the stage and decodes its options.
  mutating func plannedStage(_ use: StageUse) -> PlannedStage? {
    if let obstacle = catalog.unavailableStages[use.uses.value] {
      note(.stageUnusable(obstacle), at: use.uses.span)
      return nil
    }
    guard let entry = catalog[use.uses.value] else {
      note(.unknownStage(use.uses.value, known: catalog.entries.map(\.manual.name)), at: use.uses.span)
      return nil
    }
    if !use.strayKeys.isEmpty { noteStrays(of: use, options: entry.options) }
    do throws(OptionProblems) {
      return PlannedStage(use: use, manual: entry.manual, stage: try entry.make(use.options))
    } catch {
      // Thousands of problems of one kind help no more than the first of them.
      let problems = error.problems.prefix(100)
      let misspelt = problems.compactMap(\.misspeltKey)
      for problem in problems where !misspelt.contains(where: problem.isAbsence) { note(problem, of: use) }
      return nil
    }
  }

  private mutating func noteStrays(of use: StageUse, options: [OptionDescription]) {
    for stray in use.strayKeys {
      if options.contains(where: { $0.name == stray.value }) {
        note(.optionBesideWith(stray.value, stage: use.id.value), at: stray.span)
      } else {
        note(.unknownKey(stray.value, of: .stage(use.id.value), known: RecipeDecoder.stageKeys), at: stray.span)
      }
    }
  }

  private mutating func note(_ problem: OptionProblem, of use: StageUse) {
    let part = RecipeProblem.Part.options(of: use.id.value)
    let key = use.options.flatMap { $0.keys(to: problem.span) } ?? []
    switch problem.fact {
    case .wrongType(let expected, let found):
      let option = key.isEmpty ? "with" : key.joined(separator: ".")
      let expectation = key.isEmpty ? RecipeProblem.Expectation.mapping : .type(expected)
      note(.wrongValue(of: option, in: part, expected: expectation, found: found), at: problem.span)
    case .unknownKey(let name, let known):
      if key.count <= 1, RecipeDecoder.stageKeys.contains(name) {
        note(.stageKeyUnderWith(name, stage: use.id.value), at: problem.span)
      } else {
        note(.unknownKey(key.joined(separator: "."), of: part, known: known), at: problem.span)
      }
    case .missingKey(let name): note(.missingKey((key + [name]).joined(separator: "."), of: part), at: problem.span)
    case .invalid(let why): note(.unfit(of: key.joined(separator: "."), in: part, why), at: problem.span)
    }
  }
}

extension OptionProblem {
  /// The key that an unknown one was probably meant to be.
  fileprivate var misspeltKey: String? {
    guard case .unknownKey(let name, let known) = fact else { return nil }
    return Spelling.suggestion(for: name, among: known)
  }

  /// Whether it tells of nothing but the absence of a key.
  fileprivate func isAbsence(of key: String) -> Bool { fact == .missingKey(key) }
}

extension ConfigNode {
  /// The keys that lead to the node or key with a span; nil if there is none.
  func keys(to span: SourceSpan) -> [String]? {
    switch content {
    case .mapping(let entries):
      for entry in entries {
        if entry.keySpan == span { return [entry.key] }
        if let rest = entry.value.keys(to: span) { return [entry.key] + rest }
      }
      return self.span == span ? [] : nil
    case .sequence(let nodes):
      for node in nodes {
        if let rest = node.keys(to: span) { return rest }
      }
      return self.span == span ? [] : nil
    case .scalar: return self.span == span ? [] : nil
    }
  }
}
