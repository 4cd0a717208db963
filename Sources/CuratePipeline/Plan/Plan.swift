public import CurateCore
import Platform

/// A validated plan of a run: a recipe and its arguments, checked against the stages and files.
public struct Plan: Sendable {
  public let recipe: Recipe
  /// The stages in running order: those that transform, then those that emit.
  public let steps: [PlannedStage]
  public let inputs: [PlannedInput]
  /// The output folder (nil: all files are written in place).
  public let output: String?
  /// The `ignore:` entries, in the order of the recipe.
  let ignores: [PlannedIgnore]

  /// The folder of staged files and of the publish record: the output folder, or the folder of the first input.
  public let publicationFolder: String

  /// The changes that a command line makes to a recipe.
  public struct Request: Sendable {
    /// Files that replace the recipe's inputs, relative to the working folder.
    public var inputs: [String]
    /// Replaces the recipe's output folder, relative to the working folder.
    public var output: String?
    /// Ids of stages to run, with those that provide what they need. Other stages that transform do not run; stages
    /// that emit run unless one of them is named.
    public var only: [String]
    /// Ids of stages that do not run.
    public var skip: [String]
    /// Settings of the form `stage.option=value`; the value is YAML.
    public var settings: [String]
    /// Paths of documents whose bytes the caller supplies: they replace the inputs, and no file is searched.
    public var documents: [String]?
    /// The original folder of these documents, relative to the recipe, for the paths in `ignore:`.
    public var documentFolder: String?
    /// The date that decides which `ignore:` entries have expired (nil: the current date in UTC).
    public var today: CalendarDate?

    public init(
      inputs: [String] = [], output: String? = nil, only: [String] = [], skip: [String] = [], settings: [String] = [],
      documents: [String]? = nil, documentFolder: String? = nil, today: CalendarDate? = nil
    ) {
      self.inputs = inputs
      self.documents = documents
      self.documentFolder = documentFolder
      self.output = output
      self.only = only
      self.skip = skip
      self.settings = settings
      self.today = today
    }
  }

  /// Makes a plan, and checks everything that can be checked before a run.
  ///
  /// - Throws: all problems together, including those found while the recipe was decoded.
  public init(_ recipe: Recipe, catalog: StageCatalog, request: Request = Request()) throws(RecipeErrors) {
    var planner = Planner(recipe, catalog: catalog, request: request)
    self = try planner.plan()
  }

  init(
    recipe: Recipe, steps: [PlannedStage], inputs: [PlannedInput], output: String?, ignores: [PlannedIgnore],
    publicationFolder: String
  ) {
    self.recipe = recipe
    self.steps = steps
    self.inputs = inputs
    self.output = output
    self.ignores = ignores
    self.publicationFolder = publicationFolder
  }
}

extension Plan {
  /// The stage names (`uses:`) by id.
  var stageNames: [String: String] {
    Dictionary(steps.map { ($0.id, $0.use.uses.value) }) { first, _ in first }
  }
}

/// A stage of a plan, with its options decoded.
public struct PlannedStage: Sendable {
  public let use: StageUse
  public let manual: StageManual
  public let stage: any RunnableStage

  public var id: String { use.id.value }
}

/// An input file of a plan.
public struct PlannedInput: Sendable, Equatable {
  /// The path in errors and reports, relative to the working folder or absolute.
  public let path: String
  /// The path of the document, relative to the common folder of all inputs.
  public let documentPath: String
  let identity: FileIdentity
}
