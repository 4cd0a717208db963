public import CurateCore

/// A problem of a recipe, an argument, or a file that they name: facts only.
///
/// `RecipeMessages` writes the messages.
public struct RecipeProblem: Error, Sendable, Equatable {
  /// The kind of problem.
  public enum Fact: Sendable, Equatable {
    // The file.
    /// `code` is an `errno` of the system.
    case unreadable(code: Int32, suggestion: String?)
    case yaml(YAMLFault)
    case unsupportedFormat(String)
    /// `code` is an `errno` of the system.
    case unreadableManifest(code: Int32)
    case unsupportedManifest(String)
    case unsetVariable(String)
    case unknownExpression(String)

    // Keys and values.
    case unknownKey(String, of: Part, known: [String])
    case missingKey(String, of: Part)
    case wrongValue(of: String, in: Part, expected: Expectation, found: String)
    /// Rejected by the type of the option, with its reason.
    case unfit(of: String, in: Part, String)

    // Stages.
    case noStages
    case unknownStage(String, known: [String])
    case stageUnavailable(StageCatalog.UnavailableStage)
    case shortFormWithOptions(String)
    case optionOutsideWith(String, stage: String)
    case stageKeyUnderWith(String, stage: String)
    case duplicateID(String, firstLine: Int)
    /// `provider` is a stage that can provide it.
    case missingModelPart(stage: String, ModelPart, provider: String?, Absence)
    case shareOfUncountable(Limit.Measure)
    case unknownTestStage(String, known: [String])
    case testRangeBackwards(first: String, last: String)
    case testExpectsNothing(String)
    /// `range` reaches up to a later stage that provides it, if the recipe has one.
    case testMissesModelPart(test: String, ModelPart, provider: String?, range: String?)
    /// None of the stages of the test reports the rule.
    case unknownTestRule(String, known: [String])

    // Ignores.
    case unknownRule(String, known: [String])
    /// The entry has neither rule, path nor URL.
    case ignoresEverything

    // Inputs and outputs.
    case noInputs
    case inputMissing(path: String, code: Int32)
    case inputIsFolder(path: String)
    case globMatchesNothing(String)
    case excludesNothingYet(String)
    case noOutput(stage: String)
    case outputIsFile(path: String)
    /// `--output` is empty.
    case outputUnnamed
    case outputEscapes(path: String, stage: String)
    case outputReserved(path: String, stage: String)
    case outputCollides(path: String, stage: String, other: String)
    /// `other` writes `file`, which cannot also be a folder.
    case outputBelowFile(path: String, stage: String, file: String, other: String)
    case outputIsInput(path: String, stage: String)

    // Arguments.
    case unknownID(String, known: [String])
    case malformedSetting
  }

  /// Why no earlier stage provides what a stage needs.
  public enum Absence: Sendable, Equatable {
    case isNowhere, comesLater
    /// The command line skips the stage.
    case isSkipped
  }

  /// The part of a recipe that a key belongs to.
  public enum Part: Sendable, Equatable {
    case recipe
    /// The manifest of a plugin.
    case manifest
    /// An option that a manifest declares.
    case declaration(of: String)
    case stage(String)
    case options(of: String)
    case limits(of: String)
    case test(String)
    case ignore
    /// The limits of the run as a whole.
    case runLimits
  }

  /// The kind of value that a key must have.
  public enum Expectation: Sendable, Equatable {
    case type(OptionType)
    case mapping
    case list(of: String)
    case stage
    case amount
    case duration
    case date
    case identifier
    case nonEmpty
    /// Markdown or a list of links.
    case document
  }

  public var fact: Fact
  /// The position (nil: the whole file).
  public var span: SourceSpan?

  public init(_ fact: Fact, at span: SourceSpan?) {
    self.fact = fact
    self.span = span
  }
}
