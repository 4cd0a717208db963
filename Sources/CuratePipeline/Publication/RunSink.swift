import CurateCore
import Synchronization

/// What a run asks of the place that its files go to.
protocol RunSink: OutputSink {
  /// The files so far, as reports name them.
  var fileNames: [String] { get }
  /// Why the sink takes no more, if a stage's error cannot say it.
  var failure: RunError? { get }
  /// Takes back what came after the first `count` files.
  func dropFiles(after count: Int)
}

extension RunSink {
  var failure: RunError? { nil }
}

/// Takes the files of a run that writes nothing: only their names are looked at.
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

/// For stages that transform: they have nothing to write.
struct NoOutputs: RunSink {
  var fileNames: [String] { [] }
  func dropFiles(after count: Int) {}

  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile {
    throw .failed("only stages that emit can write files")
  }
}
