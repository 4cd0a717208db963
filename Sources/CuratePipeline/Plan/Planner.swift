import CurateCore
import Platform

/// Turns a recipe and a request into a plan, noting every problem on the way.
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
    checkFacets(running)
    checkTests()
    checkOutputs(of: steps, inputs: inputs, folder: output)
    checkLimits()
    let ignores = plannedIgnores(running: steps, inputs: inputs)
    guard problems.isEmpty else { throw RecipeErrors(problems, path: recipe.path, text: text) }
    // Files that are written in place may have no other folder in common than `/`.
    let folder = output ?? Path.folder(of: inputs.first.map { Path.absolute($0.path) } ?? ".")
    return Plan(
      recipe: recipe, steps: steps, inputs: inputs, output: output, ignores: ignores, publicationFolder: folder)
  }

  mutating func note(_ fact: RecipeProblem.Fact, at span: SourceSpan?) {
    problems.append(RecipeProblem(fact, at: span))
  }

  /// Gives an argument of the command line a line of its own, so that problems can point to it.
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

  /// What a stage needs must have been provided by one that runs before it.
  mutating func checkFacets(_ uses: [StageUse]) {
    // A stage with a misspelt name may be the very one that provides what is missing.
    let steps = uses.compactMap { use in catalog[use.uses.value].map { (use: use, manual: $0.manual) } }
    guard steps.count == uses.count else { return }
    var provided: Set<ModelPart> = []
    for (index, (use, manual)) in steps.enumerated() {
      for facet in ModelPart.allCases where manual.needs.contains(facet) && !provided.contains(facet) {
        let later = steps[(index + 1)...].first { $0.manual.provides.contains(facet) }?.use.id.value
        let skipped = request.skip.first { id in
          recipe.stages.contains { $0.id.value == id && self.manual(of: $0)?.provides.contains(facet) == true }
        }
        let any = catalog.entries.first { $0.manual.provides.contains(facet) }?.manual.name
        note(
          .missingFacet(
            stage: use.id.value, facet, provider: later ?? skipped ?? any,
            later != nil ? .comesLater : skipped != nil ? .isSkipped : .isNowhere), at: use.uses.span)
        // Told once: the stages after it would lack the same.
        provided.insert(facet)
      }
      provided.formUnion(manual.provides)
    }
  }
}
