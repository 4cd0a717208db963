import CurateCore
import Platform

/// The message for each problem of a recipe: what is wrong, and a hint that is shown next to the caret.
enum RecipeMessages {
  struct Message: Equatable {
    var text: String
    var hint: String?

    init(_ text: String, _ hint: String? = nil) {
      // A quoted text can be as long as the file.
      self.text = text.unicodeScalars.count > 400 ? String(text.unicodeScalars.prefix(400)) + "…" : text
      self.hint = hint
    }
  }

  static func message(for fact: RecipeProblem.Fact) -> Message {
    switch fact {
    case .unreadable(let code, let suggestion):
      Message(
        "cannot read the recipe: \(ErrorCode.message(code))",
        suggestion.map { "did you mean \($0)?" } ?? recipeHint(code))
    case .yaml(let fault): message(for: fault)
    case .unsupportedFormat(let found):
      Message("recipe format '\(found)' is not supported", "this version of curate reads `curate: 1`")
    case .unreadableManifest(let code): Message("cannot read the manifest: \(ErrorCode.message(code))")
    case .unsupportedManifest(let found):
      Message("manifest format '\(found)' is not supported", "this version of curate reads `curate-stage: 1`")
    case .unsetVariable(let name): Message("the environment variable '\(name)' is not set", "set it, or write a value")
    case .unknownExpression(let text): Message("'\(text)' cannot be expanded", "write ${{ env.NAME }}")
    case .unknownKey, .missingKey, .wrongValue, .unfit: valueMessage(for: fact)
    case .noInputs, .inputMissing, .inputIsFolder, .globMatchesNothing, .excludesNothingYet, .noOutput, .outputIsFile,
      .outputUnnamed, .outputEscapes, .outputReserved, .outputCollides, .outputBelowFile, .outputIsInput:
      fileMessage(for: fact)
    default: stageMessage(for: fact)
    }
  }

  static func didYouMean(_ word: String, _ known: [String]) -> String? {
    Spelling.suggestion(for: word, among: known).map { "did you mean '\($0)'?" }
  }

  static func list(_ what: String, _ names: [String]) -> String? {
    names.isEmpty ? nil : "\(what): \(names.joined(separator: ", "))"
  }

  private static func recipeHint(_ code: Int32) -> String? {
    switch code {
    case ErrorCode.isFolder: "name a .yaml file in it, or a list (.md)"
    case ErrorCode.permissionDenied: nil
    default: "`curate README.md` needs no recipe; `curate new recipe NAME` creates one"
    }
  }
}

// MARK: - Stages, tests and arguments

extension RecipeMessages {
  private static func stageMessage(for fact: RecipeProblem.Fact) -> Message {
    switch fact {
    case .noStages: Message("the recipe has no stages", "begin with `- parse`")
    case .unknownStage(let name, let known):
      Message("unknown stage '\(name)'", didYouMean(name, known) ?? "`curate stages` lists all stages")
    case .stageUnavailable(let stage): Message(stage.message, stage.hint)
    case .shortFormWithOptions(let name):
      Message("a stage with options needs `uses:`", "write - {uses: \(name), with: {…}}")
    case .optionOutsideWith(let name, let stage):
      Message("'\(name)' is an option of stage '\(stage)'", "move it under `with:`")
    case .stageKeyUnderWith(let name, let stage):
      Message("'\(name)' is not an option of stage '\(stage)'", "move it out of `with:`, next to `uses:`")
    case .duplicateID(let id, let line):
      Message("the stage id '\(id)' is already used in line \(line)", "give one of the stages another `id:`")
    case .missingModelPart(let stage, let modelPart, let provider, let absence):
      missingModelPart(stage, modelPart, provider, absence)
    case .shareOfUncountable(let measure):
      Message("'\(measure.rawValue)' cannot be limited by a percentage", "write a number")
    case .unknownTestStage(let name, let known), .unknownID(let name, let known):
      Message("no stage of the recipe has the id '\(name)'", didYouMean(name, known) ?? list("known ids", known))
    case .testRangeBackwards(let first, let last):
      Message("'\(first)' comes after '\(last)' in the recipe", "write \(last)..\(first)")
    case .testExpectsNothing(let name):
      Message("test '\(name)' has no expected result", "add `expect:` or `findings:`")
    case .testMissesModelPart(let name, let modelPart, let provider, let range):
      Message(
        "test '\(name)' needs \(phrase(for: modelPart)), which none of its stages provides",
        range.map { "write `stage: \($0)`" } ?? provider.map { "add `- \($0)` to the recipe" })
    case .unknownTestRule(let name, let known):
      Message("no stage of this test reports the rule '\(name)'", didYouMean(name, known) ?? list("known rules", known))
    case .unknownRule(let name, let known):
      Message("no stage has the rule '\(name)'", didYouMean(name, known) ?? "`curate stages NAME` lists its rules")
    case .ignoresEverything:
      Message("this entry would ignore all changes and findings", "add `rule:`, `path:` or `url:`")
    case .malformedSetting:
      Message("a setting must have the form stage.option=value", "for example dedupe.scope=document")
    default: Message("unknown problem")
    }
  }

  private static func missingModelPart(
    _ stage: String, _ modelPart: ModelPart, _ provider: String?, _ absence: RecipeProblem.Absence
  ) -> Message {
    let what = phrase(for: modelPart)
    guard let provider else { return Message("'\(stage)' needs \(what), which no stage provides") }
    let hint =
      switch absence {
      case .comesLater: "move '\(provider)' before it"
      case .isSkipped: "`--skip \(provider)` excludes it: keep '\(provider)', or skip '\(stage)' too"
      case .isNowhere: "add `- \(provider)` before it"
      }
    return Message("'\(stage)' needs \(what), which '\(provider)' provides", hint)
  }

  private static func phrase(for modelPart: ModelPart) -> String {
    switch modelPart {
    case .model: "the documents and their links"
    case .labels: "the labels of links"
    }
  }
}

// MARK: - Inputs and outputs

extension RecipeMessages {
  private static func fileMessage(for fact: RecipeProblem.Fact) -> Message {
    switch fact {
    case .noInputs: Message("no input files", "add files under `inputs:`, or name them after the recipe")
    case .inputMissing(let path, let code): Message("cannot read \(path): \(ErrorCode.message(code))")
    case .inputIsFolder(let path): Message("\(path) is a folder", "write \(path)/**/*.md to read all lists in it")
    case .globMatchesNothing(let pattern):
      Message("no file matches '\(pattern)'", "paths are relative to the recipe's folder")
    case .excludesNothingYet(let pattern):
      Message("'\(pattern)' excludes files listed before it, but there are none", "move it to the end")
    case .noOutput(let stage):
      Message("'\(stage)' writes files, but the recipe has no output folder", "add `output: ../output`")
    case .outputUnnamed: Message("--output needs a folder", "for example --output ../output")
    case .outputIsFile(let path): Message("the output folder \(path) is a file", "name a folder")
    case .outputEscapes(let path, let stage):
      Message("'\(stage)' would write '\(path)', outside the output folder", "use a relative path without `..`")
    case .outputReserved(let path, let stage):
      Message("'\(stage)' would write '\(path)', a name that curate reserves", "choose another name")
    case .outputCollides(let path, let stage, let other):
      stage == other
        ? Message("'\(stage)' would write '\(path)' for more than one input", "use {path} or {stem} in the path")
        : Message("'\(stage)' and '\(other)' would both write '\(path)'", "give one of them another path")
    case .outputBelowFile(let path, let stage, let file, let other):
      Message(
        "'\(stage)' would write '\(path)', but '\(other)' writes a file named '\(file)'",
        "give one of them another path")
    case .outputIsInput(let path, let stage):
      Message("'\(stage)' would overwrite the input \(path)", "to do so on purpose, use `write: in-place`")
    default: Message("unknown problem")
    }
  }
}

// MARK: - Keys and values

extension RecipeMessages {
  private static func valueMessage(for fact: RecipeProblem.Fact) -> Message {
    switch fact {
    case .unknownKey(let key, let part, let known):
      Message(
        "unknown \(kind(of: part)) '\(key)'\(owner(part))",
        didYouMean(lastComponent(key), known) ?? list("known \(kind(of: part))s", known)
          ?? "it has no \(kind(of: part))s")
    case .missingKey(let key, let part):
      Message("'\(key)' is missing\(place(part))", formatHint(for: key))
    case .wrongValue(let key, let part, let expected, let found): wrongValue(of: key, part, expected, found)
    case .unfit(let key, let part, let why): Message("\(subject(key, part)): \(why)")
    default: Message("unknown problem")
    }
  }

  private static func wrongValue(
    of key: String, _ part: RecipeProblem.Part, _ expected: RecipeProblem.Expectation, _ found: String
  ) -> Message {
    let actual = found == "nothing" ? "but is empty" : "not \(found)"
    if expected == .stage { return Message("a stage must be a name, or a mapping with `uses:`, \(actual)") }
    return Message(
      "\(subject(key, part)) must be \(phrase(for: expected)), \(actual)", hint(for: expected, found: found))
  }

  private static func phrase(for expected: RecipeProblem.Expectation) -> String {
    switch expected {
    case .type(let type): type.phrase
    case .mapping: "a mapping of keys and values"
    case .list(let elements): "a list of \(elements)"
    case .stage: "a stage"
    case .amount: "a number such as 12, or a percentage such as 10%"
    case .duration: "a duration such as 500ms, 60s or 2m"
    case .date: "a date such as 2027-01-31"
    case .identifier: "a word of letters, digits, '-' and '_'"
    case .nonEmpty: "a text"
    case .document: "Markdown or a list of links"
    }
  }

  private static func hint(for expected: RecipeProblem.Expectation, found: String) -> String? {
    let word = found.hasPrefix("'") ? String(found.dropFirst().dropLast()) : nil
    switch expected {
    case .type(.boolean):
      if word == "true" || word == "false" { return "write it without quotes" }
      guard let word = word?.lowercased() else { return nil }
      if ["yes", "on", "y", "true"].contains(word) { return "write true" }
      return ["no", "off", "n", "false"].contains(word) ? "write false" : nil
    case .type(.choice(let names)): return word.flatMap { didYouMean($0, names) }
    case .type(.either(let types)):
      let names = types.flatMap { if case .choice(let names) = $0 { names } else { [String]() } }
      return word.flatMap { didYouMean($0, names) }
    case .type(.string):
      return found == "a mapping" ? "put quotes around it" : found == "nothing" ? "write \"\" for an empty text" : nil
    case .type(.list), .list:
      return word.map { $0.hasPrefix("-") ? "put a space after each '-'" : "write [\($0)]" }
    default: return nil
    }
  }

  /// The key that names the format comes first.
  private static func formatHint(for key: String) -> String? {
    ["curate", "curate-stage"].contains(key) ? "begin with `\(key): 1`" : nil
  }

  private static func kind(of part: RecipeProblem.Part) -> String {
    switch part {
    case .recipe, .manifest, .declaration, .stage, .test, .ignore: "key"
    case .options: "option"
    case .limits, .runLimits: "limit"
    }
  }

  /// `host` of `rules.host`.
  private static func lastComponent(_ key: String) -> String { key.split(separator: ".").last.map(String.init) ?? key }

  /// ` of stage 'dedupe'`; empty for the recipe itself.
  private static func owner(_ part: RecipeProblem.Part) -> String {
    switch part {
    case .recipe, .manifest: ""
    case .declaration(let name): " of option '\(name)'"
    case .stage(""): " of a stage"
    case .stage(let name), .options(let name), .limits(let name): " of stage '\(name)'"
    case .test(""): " of a test"
    case .test(let name): " of test '\(name)'"
    case .ignore: " of an `ignore:` entry"
    case .runLimits: " of the run"
    }
  }

  private static func place(_ part: RecipeProblem.Part) -> String {
    part == .recipe || part == .manifest ? "" : owner(part).replacingPrefix(" of ", with: " in ")
  }

  /// `'scope' of stage 'dedupe'`, `stage 'dedupe'`, `the recipe`.
  private static func subject(_ key: String, _ part: RecipeProblem.Part) -> String {
    if !key.isEmpty { return "'\(key)'\(owner(part))" }
    if part == .manifest { return "the manifest" }
    return part == .recipe ? "the recipe" : String(owner(part).dropFirst(" of ".count))
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
