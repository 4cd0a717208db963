public import CurateCore
import Platform

/// Why a run did not come to its end: facts alone. Nothing was published, unless the case says so.
///
/// `RunMessages` puts them into words. `code` is the system's `errno`.
public enum RunError: Error, Sendable, Equatable {
  case cannotRead(path: String, code: Int32)
  /// `limit` in bytes.
  case inputTooLarge(path: String, limit: Int)
  case stageFailed(id: String, StageError)
  /// A stage that emits changed the model, whose account was already closed.
  case emitterChangedModel(id: String)
  case timedOut(id: String, milliseconds: Int, limit: Int)
  /// `id` is the stage's; nil for a limit of the whole run.
  case limitBroken(id: String?, Limit, actual: Int, of: Int)
  case unbalanced([Imbalance])
  case cannotWrite(path: String, code: Int32)
  /// Another run has held the folder for `seconds`.
  case busy(folder: String, seconds: Int)
  case history(HistoryFailure)
  /// The run is complete in the history, and the next command will finish what `path` could not take.
  case publicationIncomplete(path: String, code: Int32)
  /// An earlier publication was cut short, and its record does not fit what is there.
  case publicationDamaged(record: String, file: String)
  /// An earlier publication was cut short, and only the history knows whether its run counts.
  case historyNeeded(record: String, run: Int64)
  /// These files are not as a run left them, so it is not undone.
  case filesChanged([String])
  case interrupted

  /// A link that the account cannot find, or cannot explain.
  public struct Imbalance: Sendable, Equatable {
    public var document: String
    /// In the input; nil for a link that came from nowhere.
    public var line: Int?
    public var url: String
    public var isMissing: Bool
    /// The stage that rewrote the text around it, if one is known.
    public var stage: String?
  }

  /// Of the process: 2 recipe or usage, 3 a stage failed, 4 files or history, 130 interrupted.
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
