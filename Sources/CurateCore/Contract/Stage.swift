/// A step of a pipeline: reads the collection, and changes it through the journal.
///
/// Built-in stages and plugins satisfy this protocol alike. A stage changes the model, never the bytes; the
/// runner names the stage in every event and error, so a stage does neither.
public protocol RunnableStage: Sendable {
  func run(on collection: inout Collection, in context: StageContext) throws(StageError)
  /// The files that an emitting stage will write for documents with these paths, in the order of the documents. A plan
  /// checks that they stay in the output folder and do not collide, before anything runs.
  func places(for documents: [String]) -> [OutputPlace]
}

extension RunnableStage {
  public func places(for documents: [String]) -> [OutputPlace] { [] }
}

/// A stage whose manual and options are Swift: the built-in ones.
public protocol Stage: RunnableStage {
  associatedtype Options: StageOptions
  static var manual: StageManual { get }
  init(_ options: Options)
}

/// What a stage may use besides the collection.
public struct StageContext: Sendable {
  /// The recipe's name, for reports.
  public var recipe: String
  /// The name of the recipe's file, without its folder; empty if it stands in none.
  public var recipeFile: String
  /// Where emitted files go; they appear only if the whole run succeeds.
  public var outputs: any OutputSink
  /// What stands beside the inputs.
  public var files: any FileLookup
  /// Hears how much of its work a long stage has done, and of how much, in bytes; from any thread.
  public var progress: Progress?
  /// The `timeout:` of the recipe, in milliseconds. The runner checks it when the stage is done; a stage that can wait
  /// for something stops by itself.
  public var timeout: Int?
  /// Whether nothing will be written in the end.
  public var isDryRun: Bool
  /// Whether someone asked for a stop; a stage that can wait for something asks now and then.
  public var isCancelled: @Sendable () -> Bool

  public typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  public init(
    recipe: String, recipeFile: String = "", outputs: any OutputSink, files: any FileLookup = UnavailableFileLookup(),
    progress: Progress? = nil, timeout: Int? = nil, isDryRun: Bool = false,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.recipe = recipe
    self.recipeFile = recipeFile
    self.outputs = outputs
    self.files = files
    self.progress = progress
    self.timeout = timeout
    self.isDryRun = isDryRun
    self.isCancelled = isCancelled
  }
}

/// Why a stage could not do its work. The runner adds which stage it was.
public enum StageError: Error, Sendable, Equatable {
  /// A document holds bytes that are not UTF-8; `offset` counts from 0, `line` from 1.
  case notUTF8(document: String, offset: Int, line: Int)
  /// A file could not be written; `code` is the system's `errno`.
  case cannotWrite(path: String, code: Int32)
  /// Two emitted files have the same path.
  case outputCollision(path: String)
  /// A program that the stage ran went wrong: a sentence for people, and the last lines that the program wrote for them.
  case programFailed(String, lastLines: [String])
  /// Anything else, as a sentence for people.
  case failed(String)
}
