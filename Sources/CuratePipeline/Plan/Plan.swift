public import CurateCore
import Platform

/// What a run will do: a recipe and its arguments, checked against the stages and the files that there are.
public struct Plan: Sendable {
  public let recipe: Recipe
  /// In the order in which they run: stages that transform, then stages that emit.
  public let steps: [PlannedStage]
  public let inputs: [PlannedInput]
  /// Where emitted files go; nil if all of them are written in place.
  public let output: String?
  /// In the order of the recipe's `ignore:`.
  let ignores: [PlannedIgnore]

  /// Where staged files and the publish record stand while a run publishes: the output folder, or the folder of the
  /// first input.
  public let publicationFolder: String

  /// What the command line changes about a recipe.
  public struct Request: Sendable {
    /// Files that replace the recipe's inputs, relative to the working folder.
    public var inputs: [String]
    /// Replaces the recipe's output folder, relative to the working folder.
    public var output: String?
    /// Ids: the other stages that transform (or emit, if it names one that emits) do not run, but for those that
    /// provide what the named ones need.
    public var only: [String]
    /// Ids of stages that do not run.
    public var skip: [String]
    /// `stage.option=value`; the value is YAML.
    public var settings: [String]
    /// Paths of documents whose bytes are at hand: they are the inputs, and no file is looked for.
    public var documents: [String]?
    /// Where these documents once stood, as seen from the recipe's folder: its `ignore:` may name paths outside of theirs.
    public var documentFolder: String?
    /// Decides which entries of `ignore:` still hold; the clock's day if nil.
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

  /// Checks everything that can be checked before a run.
  ///
  /// - Throws: all problems at once, those of the recipe's decoding too.
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
  /// The names of the stages by their ids.
  var stageNames: [String: String] {
    Dictionary(steps.map { ($0.id, $0.use.uses.value) }) { first, _ in first }
  }
}

/// A stage with its options decoded.
public struct PlannedStage: Sendable {
  public let use: StageUse
  public let manual: StageManual
  public let stage: any RunnableStage

  public var id: String { use.id.value }
}

/// A file to be read.
public struct PlannedInput: Sendable, Equatable {
  /// As errors and reports name it, relative to the working folder or absolute.
  public let path: String
  /// The path below the common folder of all inputs: the document's path.
  public let documentPath: String
  let identity: FileIdentity
}
