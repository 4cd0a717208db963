package import CurateCore
import Synchronization

/// Repeats an earlier run in memory, from its recipe and the bytes that it read. No file is read or written.
package struct Replay: Sendable {
  /// A file that the run would write.
  package struct File: Sendable, Equatable {
    /// Relative to the output folder, or the path of the document for a file written in place.
    package var path: String
    package var isInPlace: Bool
    package var bytes: [UInt8]

    /// The digest in lower-case hexadecimal.
    package var sha256: String { SHA256.hex(of: bytes) }
  }

  package let collection: Collection
  /// The record with its stages, but without outputs.
  package let record: RunRecord
  package let files: [File]

  /// - Parameters:
  ///   - plan: the plan for `documents`; see `Plan.Request.documents`.
  ///   - documents: the bytes that the run read, in its order.
  ///   - files: answers the file lookups as the run recorded them.
  package init(
    _ plan: Plan, documents: [Input], files: any FileLookup, origin: Runner.Origin,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(RunError) {
    var run = RunExecution(
      plan: plan, origin: origin, collection: Collection(documents), files: files, isDryRun: true,
      isCancelled: isCancelled)
    let sink = MemoryOutputs(names: OutputNames(output: plan.output, inputs: plan.inputs))
    try run.transform(observer: nil)
    try run.emit(to: sink, observer: nil)
    collection = run.collection
    record = run.record
    self.files = sink.files
  }
}

/// Collects the files of a run in memory.
final class MemoryOutputs: RunSink {
  private struct State {
    var names: OutputNames
    var files: [Kept] = []
  }

  private let state: Mutex<State>

  init(names: OutputNames) { state = Mutex(State(names: names)) }

  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile {
    try state.withLock { state throws(StageError) in
      let file = Kept(try state.names.claim(place))
      state.files.append(file)
      return file
    }
  }

  var fileNames: [String] { state.withLock { $0.files.map(\.name.name) } }

  /// The closed files, in the order in which they were opened.
  var files: [Replay.File] {
    state.withLock { state in
      state.files.filter(\.isClosed).map {
        Replay.File(path: $0.name.name, isInPlace: $0.name.isInPlace, bytes: $0.bytes)
      }
    }
  }

  func dropFiles(after count: Int) {
    state.withLock { state in
      while state.files.count > count { state.names.release(state.files.removeLast().name.target) }
    }
  }

  /// Unchecked, because one thread at a time writes a file, and it is read only after that.
  private final class Kept: OutputFile, @unchecked Sendable {
    let name: OutputNames.Name
    private(set) var bytes: [UInt8] = []
    private(set) var isClosed = false

    init(_ name: OutputNames.Name) { self.name = name }

    func append(_ bytes: [UInt8]) throws(StageError) { self.bytes += bytes }
    func close() throws(StageError) { isClosed = true }
  }
}
