public import CurateCore
import Platform

/// Why a run failed: facts only. Nothing was published unless the case says so.
///
/// `RunMessages` writes the messages. `code` is an `errno` of the system.
public enum RunError: Error, Sendable, Equatable {
  case cannotRead(path: String, code: Int32)
  /// `limit` in bytes.
  case inputTooLarge(path: String, limit: Int)
  case stageFailed(id: String, StageError)
  /// A stage that emits changed the model after the links were accounted for.
  case emitterChangedModel(id: String)
  case timedOut(id: String, milliseconds: Int, limit: Int)
  /// `id` is the id of the stage (nil: a limit of the run).
  case limitBroken(id: String?, Limit, actual: Int, of: Int)
  case unbalanced([Imbalance])
  case cannotWrite(path: String, code: Int32)
  /// Another run still locked the folder after `seconds`.
  case busy(folder: String, seconds: Int)
  case history(HistoryFailure)
  /// The run is committed to the history, but `path` could not be published. The next command completes it.
  case publicationIncomplete(path: String, code: Int32)
  /// An earlier publication was interrupted, and the files do not match its record.
  case publicationDamaged(record: String, file: String)
  /// An earlier publication was interrupted, and only the history knows whether its run was committed.
  case historyNeeded(record: String, run: Int64)
  /// These files differ from what the run wrote, so it is not undone.
  case filesChanged([String])
  case interrupted

  /// A link that is missing from the output or that no event explains.
  public struct Imbalance: Sendable, Equatable {
    public var document: String
    /// The line in the input (nil for an unexplained link).
    public var line: Int?
    public var url: String
    public var isMissing: Bool
    /// The stage that rewrote the text around it, if known.
    public var stage: String?
  }

  /// The exit code of the process: 2 recipe or usage, 3 failed stage, 4 files or history, 130 interrupted.
  public var exitCode: Int32 {
    switch self {
    case .interrupted: 130
    case .stageFailed(_, .cannotWrite): 4
    case .stageFailed(_, .outputCollision): 2
    case .stageFailed, .emitterChangedModel, .timedOut, .limitBroken, .unbalanced: 3
    case .cannotRead, .inputTooLarge, .cannotWrite, .busy, .history, .publicationIncomplete, .publicationDamaged,
      .historyNeeded, .filesChanged:
      4
    }
  }
}

extension RunError {
  init(writing error: SystemError) { self = .cannotWrite(path: error.path, code: error.code) }
}
