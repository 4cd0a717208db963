public import CurateCore

/// One thing that is wrong with a recipe, an argument, or a file that they name: facts alone.
///
/// `RecipeMessages` puts them into words.
public struct RecipeProblem: Error, Sendable, Equatable {
  public enum Fact: Sendable, Equatable {
    // The file.
    /// `code` is the system's `errno`.
    case unreadable(code: Int32, suggestion: String?)
    case yaml(YAMLFault)
    case unsupportedFormat(String)
    /// `code` is the system's `errno`.
    case unreadableManifest(code: Int32)
    case unsupportedManifest(String)
    case unsetVariable(String)
    case unknownExpression(String)

    // Keys and values.
    case unknownKey(String, of: Part, known: [String])
    case missingKey(String, of: Part)
    case wrongValue(of: String, in: Part, expected: Expectation, found: String)
    /// In the words of the option's type.
    case unfit(of: String, in: Part, String)

    // Stages.
    case noStages
    case unknownStage(String, known: [String])
    case stageUnavailable(StageCatalog.UnavailableStage)
    case shortFormWithOptions(String)
    case optionOutsideWith(String, stage: String)
    case stageKeyUnderWith(String, stage: String)
    case duplicateID(String, firstLine: Int)
    /// `provider` is a stage that would provide it.
    case missingModelPart(stage: String, ModelPart, provider: String?, Absence)
    case shareOfUncountable(Limit.Measure)
    case unknownTestStage(String, known: [String])
    case testRangeBackwards(first: String, last: String)
    case testExpectsNothing(String)
    /// `range` is one that reaches the stage which provides it, if the recipe has it further down.
    case testMissesModelPart(test: String, ModelPart, provider: String?, range: String?)
    /// A finding that none of the test's stages can give.
    case unknownTestRule(String, known: [String])

    // What is left alone.
    case unknownRule(String, known: [String])
    /// Neither rule nor path nor URL.
    case ignoresEverything

    // Inputs and outputs.
    case noInputs
    case inputMissing(path: String, code: Int32)
    case inputIsFolder(path: String)
    case globMatchesNothing(String)
    case excludesNothingYet(String)
    case noOutput(stage: String)
    case outputIsFile(path: String)
    /// `--output` without a name.
    case outputUnnamed
    case outputEscapes(path: String, stage: String)
    case outputReserved(path: String, stage: String)
    case outputCollides(path: String, stage: String, other: String)
    /// `file` is written by `other`, and cannot be a folder as well.
    case outputBelowFile(path: String, stage: String, file: String, other: String)
    case outputIsInput(path: String, stage: String)

    // Arguments.
    case unknownID(String, known: [String])
    case malformedSetting
  }

  /// Why a stage that provides something does not stand before one that needs it.
  public enum Absence: Sendable, Equatable {
    case isNowhere, comesLater
    /// The command line leaves it out.
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
    /// Markdown, or links by their fields.
    case document
  }

  public var fact: Fact
  /// Nil if it is about the file as a whole.
  public var span: SourceSpan?

  public init(_ fact: Fact, at span: SourceSpan?) {
    self.fact = fact
    self.span = span
  }
}
