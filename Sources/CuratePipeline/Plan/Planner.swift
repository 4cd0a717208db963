import CurateCore
import Platform

/// Makes a plan of a recipe and a request, and collects all problems.
struct Planner {
  let recipe: Recipe
  let catalog: StageCatalog
  let request: Plan.Request
  var problems: [RecipeProblem]
  var text: SourceText

  init(_ recipe: Recipe, catalog: StageCatalog, request: Plan.Request) {
    self.recipe = recipe
    self.catalog = catalog
    self.request = request
    problems = recipe.problems
    text = recipe.text
  }

  mutating func plan() throws(RecipeErrors) -> Plan {
    let output = outputFolder()
    let inputs = plannedInputs(outsideOf: output)
    checkIDs()
    let uses = withSettings(recipe.stages)
    let selected = selection(of: uses)
    let running = inRunningOrder(uses.filter { selected.contains($0.id.value) })
    let steps = running.compactMap { plannedStage($0) }
    checkModelParts(running)
    checkTests()
    checkOutputs(of: steps, inputs: inputs, folder: output)
    checkLimits()
    let ignores = plannedIgnores(running: steps, inputs: inputs)
    guard problems.isEmpty else { throw RecipeErrors(problems, path: recipe.path, text: text) }
    // The common folder of files written in place may be `/`.
    let folder = output ?? Path.folder(of: inputs.first.map { Path.absolute($0.path) } ?? ".")
    return Plan(
      recipe: recipe, steps: steps, inputs: inputs, output: output, ignores: ignores, publicationFolder: folder)
  }

  mutating func note(_ fact: RecipeProblem.Fact, at span: SourceSpan?) {
    problems.append(RecipeProblem(fact, at: span))
  }

  /// Appends a command-line argument as a line of its own, so that problems can refer to its position.
  mutating func place(of argument: String, flag: String) -> SourceSpan {
    let line = text.add(SourceText.Argument(flag: flag, text: argument))
    return SourceSpan(line: line, column: 1, length: argument.unicodeScalars.count)
  }

  mutating func checkIDs() {
    var lines: [String: Int] = [:]
    for use in recipe.stages {
      if let first = lines[use.id.value] {
        note(.duplicateID(use.id.value, firstLine: first), at: use.id.span)
      } else {
        lines[use.id.value] = use.id.span.line
      }
    }
  }

  func inRunningOrder(_ uses: [StageUse]) -> [StageUse] {
    let emits = { (use: StageUse) in catalog[use.uses.value]?.manual.emits ?? false }
    return uses.filter { !emits($0) } + uses.filter(emits)
  }

  /// Checks that earlier stages provide what each stage needs.
  mutating func checkModelParts(_ uses: [StageUse]) {
    // A stage with a misspelled name may provide what is missing.
    let steps = uses.compactMap { use in catalog[use.uses.value].map { (use: use, manual: $0.manual) } }
    guard steps.count == uses.count else { return }
    var provided: Set<ModelPart> = []
    for (index, (use, manual)) in steps.enumerated() {
      for modelPart in ModelPart.allCases where manual.needs.contains(modelPart) && !provided.contains(modelPart) {
        let later = steps[(index + 1)...].first { $0.manual.provides.contains(modelPart) }?.use.id.value
        let skipped = request.skip.first { id in
          recipe.stages.contains { $0.id.value == id && self.manual(of: $0)?.provides.contains(modelPart) == true }
        }
        let any = catalog.entries.first { $0.manual.provides.contains(modelPart) }?.manual.name
        note(
          .missingModelPart(
            stage: use.id.value, modelPart, provider: later ?? skipped ?? any,
            later != nil ? .comesLater : skipped != nil ? .isSkipped : .isNowhere), at: use.uses.span)
        // Reported once: later stages would lack the same.
        provided.insert(modelPart)
      }
      provided.formUnion(manual.provides)
    }
  }
}

// MARK: - Stages

extension Planner {
  /// Finds the stage in the catalog and decodes its options.
  mutating func plannedStage(_ use: StageUse) -> PlannedStage? {
    if let unavailable = catalog.unavailableStages[use.uses.value] {
      note(.stageUnavailable(unavailable), at: use.uses.span)
      return nil
    }
    guard let entry = catalog[use.uses.value] else {
      note(.unknownStage(use.uses.value, known: catalog.entries.map(\.manual.name)), at: use.uses.span)
      return nil
    }
    if !use.unknownKeys.isEmpty { noteUnknownKeys(of: use, options: entry.options) }
    do throws(OptionProblems) {
      return PlannedStage(use: use, manual: entry.manual, stage: try entry.make(use.options))
    } catch {
      // The first problems suffice.
      let problems = error.problems.prefix(100)
      let misspelled = problems.compactMap(\.misspelledKey)
      for problem in problems where !misspelled.contains(where: problem.isAbsence) { note(problem, of: use) }
      return nil
    }
  }

  private mutating func noteUnknownKeys(of use: StageUse, options: [OptionDescription]) {
    for key in use.unknownKeys {
      if options.contains(where: { $0.name == key.value }) {
        note(.optionOutsideWith(key.value, stage: use.id.value), at: key.span)
      } else {
        note(.unknownKey(key.value, of: .stage(use.id.value), known: RecipeDecoder.stageKeys), at: key.span)
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
  /// The known key that an unknown key probably misspells.
  fileprivate var misspelledKey: String? {
    guard case .unknownKey(let name, let known) = fact else { return nil }
    return Spelling.suggestion(for: name, among: known)
  }

  /// Whether it reports only that a key is missing.
  fileprivate func isAbsence(of key: String) -> Bool { fact == .missingKey(key) }
}

extension ConfigNode {
  /// The path of keys to the node or key with a span (nil if there is none).
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
