import CurateCore
import Synchronization

/// An output sink that a run can inspect and roll back.
protocol RunSink: OutputSink {
  /// The names of the files so far, for reports.
  var fileNames: [String] { get }
  /// The error of the run, if a `StageError` cannot express it.
  var failure: RunError? { get }
  /// Discards all files after the first `count`.
  func dropFiles(after count: Int)
}

extension RunSink {
  var failure: RunError? { nil }
}

/// Records the names of files and discards their bytes, for a dry run.
final class NamedOutputs: RunSink {
  private struct State {
    var names: OutputNames
    var files: [OutputNames.Name] = []
  }

  private let state: Mutex<State>

  init(names: OutputNames) { state = Mutex(State(names: names)) }

  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile {
    try state.withLock { state throws(StageError) in state.files.append(try state.names.claim(place)) }
    return Discarded()
  }

  var fileNames: [String] { state.withLock { $0.files.map(\.name) } }

  func dropFiles(after count: Int) {
    state.withLock { state in
      while state.files.count > count { state.names.release(state.files.removeLast().target) }
    }
  }

  private final class Discarded: OutputFile {
    func append(_ bytes: [UInt8]) throws(StageError) {}
    func close() throws(StageError) {}
  }
}

/// The sink of stages that transform: it rejects every file.
struct NoOutputs: RunSink {
  var fileNames: [String] { [] }
  func dropFiles(after count: Int) {}

  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile {
    throw .failed("only stages that emit can write files")
  }
}
