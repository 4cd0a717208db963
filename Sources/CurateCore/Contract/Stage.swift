/// A step of a pipeline: reads the collection and changes it through the journal.
///
/// Built-in stages and plugins conform to this protocol. A stage changes the model, never the bytes. The runner adds the
/// name of the stage to every event and error.
public protocol RunnableStage: Sendable {
  /// Runs the stage on a collection.
  func run(on collection: inout Collection, in context: StageContext) throws(StageError)
  /// Returns the files that an emitting stage writes for documents with these paths, in the order of the documents. Before
  /// a run, the plan checks that they are in the output folder and do not collide.
  func places(for documents: [String]) -> [OutputPlace]
}

extension RunnableStage {
  /// Returns no files: the default for stages that write none.
  public func places(for documents: [String]) -> [OutputPlace] { [] }
}

/// A stage with a manual and options in Swift, such as the built-in stages.
public protocol Stage: RunnableStage {
  /// The options that a recipe can set.
  associatedtype Options: StageOptions
  /// The manual of the stage.
  static var manual: StageManual { get }
  /// Creates the stage with the options of a recipe.
  init(_ options: Options)
}

/// Why a stage failed. The runner adds the name of the stage.
public enum StageError: Error, Sendable, Equatable {
  /// A document contains bytes that are not UTF-8. `offset` starts at 0, `line` at 1.
  case notUTF8(document: String, offset: Int, line: Int)
  /// A file could not be written. `code` is the `errno` of the system.
  case cannotWrite(path: String, code: Int32)
  /// Two emitted files have the same path.
  case outputCollision(path: String)
  /// The program of a plugin failed: a message for the user, and the last lines of the program's standard error.
  case programFailed(String, lastLines: [String])
  /// Any other failure, as a message for the user.
  case failed(String)
}
