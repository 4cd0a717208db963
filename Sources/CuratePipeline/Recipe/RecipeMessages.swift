import CurateCore
import Platform

/// The words for every problem of a recipe: what is wrong, and a hint that stands beside the caret.
enum RecipeMessages {
  struct Sentence: Equatable {
    var message: String
    var hint: String?

    init(_ message: String, _ hint: String? = nil) {
      // A quoted text can be as long as the file.
      self.message = message.unicodeScalars.count > 400 ? String(message.unicodeScalars.prefix(400)) + "…" : message
      self.hint = hint
    }
  }

  static func sentence(for fact: RecipeProblem.Fact) -> Sentence {
    switch fact {
    case .unreadable(let code, let suggestion):
      Sentence(
        "cannot read the recipe: \(ErrorCode.message(code))",
        suggestion.map { "did you mean \($0)?" } ?? recipeHint(code))
    case .yaml(let fault): sentence(for: fault)
    case .unsupportedFormat(let found):
      Sentence("recipe format '\(found)' is not known", "this curate reads `curate: 1`")
    case .unreadableManifest(let code): Sentence("cannot read the manifest: \(ErrorCode.message(code))")
    case .unsupportedManifest(let found):
      Sentence("manifest format '\(found)' is not known", "this curate reads `curate-stage: 1`")
    case .unsetVariable(let name): Sentence("the environment variable '\(name)' is not set", "set it, or write a value")
    case .unknownExpression(let text): Sentence("'\(text)' cannot be expanded", "write ${{ env.NAME }}")
    case .unknownKey, .missingKey, .wrongValue, .unfit: valueSentence(for: fact)
    case .noInputs, .inputMissing, .inputIsFolder, .globMatchesNothing, .excludesNothingYet, .noOutput, .outputIsFile,
      .outputUnnamed, .outputEscapes, .outputReserved, .outputCollides, .outputBelowFile, .outputIsInput:
      fileSentence(for: fact)
    default: stageSentence(for: fact)
    }
  }

  private static func stageSentence(for fact: RecipeProblem.Fact) -> Sentence {
    switch fact {
    case .noStages: Sentence("the recipe has no stages", "begin with `- parse`")
    case .unknownStage(let name, let known):
      Sentence("unknown stage '\(name)'", didYouMean(name, known) ?? "`curate stages` lists them")
    case .stageUnusable(let obstacle): Sentence(obstacle.message, obstacle.hint)
    case .shortFormWithOptions(let name):
      Sentence("a stage with options is written with `uses:`", "- {uses: \(name), with: {…}}")
    case .optionBesideWith(let name, let stage):
      Sentence("'\(name)' is an option of stage '\(stage)'", "it belongs under `with:`")
    case .stageKeyUnderWith(let name, let stage):
      Sentence("'\(name)' is no option of stage '\(stage)'", "it belongs beside `uses:`, not under `with:`")
    case .duplicateID(let id, let line):
      Sentence("two stages have the id '\(id)', the first in line \(line)", "give one of them another `id:`")
    case .missingFacet(let stage, let facet, let provider, let absence):
      missingFacet(stage, facet, provider, absence)
    case .shareOfUncountable(let measure):
      Sentence("'\(measure.rawValue)' cannot be limited by a share", "write a number")
    case .unknownTestStage(let name, let known):
      Sentence("no stage of this recipe has the id '\(name)'", didYouMean(name, known) ?? list("its ids", known))
    case .testRangeBackwards(let first, let last):
      Sentence("'\(first)' comes after '\(last)'", "write \(last)..\(first)")
    case .testExpectsNothing(let name):
      Sentence("test '\(name)' expects nothing", "add `expect:` or `findings:`")
    case .testLacksFacet(let name, let facet, let provider, let range):
      Sentence(
        "test '\(name)' asks for \(phrase(for: facet)), which none of its stages provides",
        range.map { "write stage: \($0)" } ?? provider.map { "add `- \($0)` to the recipe" })
    case .unknownTestRule(let name, let known):
      Sentence("no stage of this test reports '\(name)'", didYouMean(name, known) ?? list("they report", known))
    case .unknownID(let name, let known):
      Sentence("no stage of the recipe has the id '\(name)'", didYouMean(name, known) ?? list("its ids", known))
    case .unknownRule(let name, let known):
      Sentence("no stage has the rule '\(name)'", didYouMean(name, known) ?? "`curate stages NAME` lists the rules")
    case .ignoresEverything: Sentence("this would ignore everything", "add `rule:`, `path:` or `url:`")
    case .malformedSetting: Sentence("a setting is written stage.option=value", "for example dedupe.scope=document")
    default: Sentence("unknown problem")
    }
  }

  private static func missingFacet(
    _ stage: String, _ facet: ModelPart, _ provider: String?, _ absence: RecipeProblem.Absence
  ) -> Sentence {
    let what = phrase(for: facet)
    guard let provider else { return Sentence("'\(stage)' needs \(what), which no stage provides") }
    let hint =
      switch absence {
      case .comesLater: "move '\(provider)' before it"
      case .isSkipped: "`--skip \(provider)` leaves that out; do not skip it, or skip '\(stage)' as well"
      case .isNowhere: "put `- \(provider)` before it"
      }
    return Sentence("'\(stage)' needs \(what), which '\(provider)' provides", hint)
  }

  private static func phrase(for facet: ModelPart) -> String {
    switch facet {
    case .model: "the documents and their links"
    case .labels: "the labels of links"
    }
  }

  private static func fileSentence(for fact: RecipeProblem.Fact) -> Sentence {
    switch fact {
    case .noInputs: Sentence("there is nothing to read", "name files under `inputs:` or after the recipe")
    case .inputMissing(let path, let code): Sentence("cannot read \(path): \(ErrorCode.message(code))")
    case .inputIsFolder(let path): Sentence("\(path) is a folder", "write \(path)/**/*.md for all lists in it")
    case .globMatchesNothing(let pattern): Sentence("no file matches '\(pattern)'", "paths are relative to the recipe")
    case .excludesNothingYet(let pattern):
      Sentence("'\(pattern)' leaves out files that come before it, and none do", "put it last")
    case .noOutput(let stage):
      Sentence("'\(stage)' writes files, and the recipe names no folder for them", "add `output: ../output`")
    case .outputUnnamed: Sentence("--output needs a folder", "for example --output ../output")
    case .outputIsFile(let path): Sentence("the output folder \(path) is a file", "name a folder")
    case .outputEscapes(let path, let stage):
      Sentence("'\(stage)' would write '\(path)', outside the output folder", "use a path without `..`")
    case .outputReserved(let path, let stage):
      Sentence("'\(stage)' would write '\(path)', a name that curate itself uses", "choose another")
    case .outputCollides(let path, let stage, let other):
      stage == other
        ? Sentence("'\(stage)' would write '\(path)' for more than one input", "put {path} or {stem} into the path")
        : Sentence("'\(stage)' would write '\(path)', as '\(other)' does", "give one of them another path")
    case .outputBelowFile(let path, let stage, let file, let other):
      Sentence(
        "'\(stage)' would write '\(path)' below '\(file)', which is a file of '\(other)'",
        "give one of them another path")
    case .outputIsInput(let path, let stage):
      Sentence("'\(stage)' would overwrite the input \(path)", "`write: in-place` does so on purpose")
    default: Sentence("unknown problem")
    }
  }

  private static func recipeHint(_ code: Int32) -> String? {
    switch code {
    case ErrorCode.isFolder: "name a .yaml file in it, or a list (.md)"
    case ErrorCode.permissionDenied: nil
    default: "`curate README.md` needs no recipe; `curate new recipe NAME` writes one to start from"
    }
  }

  static func didYouMean(_ word: String, _ known: [String]) -> String? {
    Spelling.suggestion(for: word, among: known).map { "did you mean '\($0)'?" }
  }

  static func list(_ what: String, _ names: [String]) -> String? {
    names.isEmpty ? nil : "\(what): \(names.joined(separator: ", "))"
  }
}
