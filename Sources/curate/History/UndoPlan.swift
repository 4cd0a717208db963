import CurateCore
import CurateHistory
import CuratePipeline

/// What has to be done to undo a run.
struct UndoPlan {
  /// The run that is undone.
  var run: Int64
  /// The last finished run before it; nil if it was the first.
  var predecessor: Int64?
  var files: [Restoration.File] = []
  var record: RunRecord
  /// The links as the restored files have them.
  var collection = Collection([])
  /// What people should know: a sentence each.
  var notes: [String] = []
}

/// Why a run cannot be undone: facts, which `UndoMessages` puts into words.
enum UndoFailure: Error {
  case notFinished(Int64, RunSummary.Status)
  /// Contents that held credentials, which the history does not keep.
  case notKept(Int64, [String])
  /// Reports that cannot be made again, of the run that wrote them.
  case cannotRemake([String], of: Int64, why: String)
  /// `later` is the newest run after the one to be undone.
  case filesChanged(Int64, [String], later: Int64?)

  var exitCode: Int32 { if case .notFinished = self { 2 } else { 4 } }
}
