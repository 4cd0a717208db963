import CurateCore
import Synchronization

/// Keeps the files of a run in memory.
final class MemoryOutputs: RunSink {
  private struct State {
    var names: OutputNames
    var files: [Kept] = []
  }

  private let state: Mutex<State>

  init(names: OutputNames) { state = Mutex(State(names: names)) }

  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile {
    try state.withLock { state throws(StageError) in
      let file = Kept(try state.names.take(place))
      state.files.append(file)
      return file
    }
  }

  var fileNames: [String] { state.withLock { $0.files.map(\.name.name) } }

  /// Those that were closed, in the order in which they were opened.
  var files: [Replay.File] {
    state.withLock { state in
      state.files.filter(\.isClosed).map {
        Replay.File(path: $0.name.name, isInPlace: $0.name.isInPlace, bytes: $0.bytes)
      }
    }
  }

  func dropFiles(after count: Int) {
    state.withLock { state in
      while state.files.count > count { state.names.giveBack(state.files.removeLast().name.target) }
    }
  }

  /// Unchecked, because one thread at a time writes a file, and it is looked at only when that is over.
  private final class Kept: OutputFile, @unchecked Sendable {
    let name: OutputNames.Name
    private(set) var bytes: [UInt8] = []
    private(set) var isClosed = false

    init(_ name: OutputNames.Name) { self.name = name }

    func append(_ bytes: [UInt8]) throws(StageError) { self.bytes += bytes }
    func close() throws(StageError) { isClosed = true }
  }
}
