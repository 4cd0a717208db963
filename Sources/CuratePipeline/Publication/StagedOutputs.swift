import CurateCore
import Platform
import Synchronization

/// Stages the files of a run until it is published.
final class StagedOutputs: RunSink {
  private struct State {
    var names: OutputNames
    var files: [StagedFile] = []
    var madeFolders: [String] = []
    /// Locks of other folders than the publication folder that contain files written in place.
    var locks: [FolderLock] = []
    var count = 0
    var failure: RunError?
  }

  let folder: String
  private let state: Mutex<State>
  private let isCancelled: @Sendable () -> Bool
  /// The time to wait for another run in a folder (in seconds).
  private let lockTimeout: Int

  init(folder: String, names: OutputNames, lockTimeout: Int, isCancelled: @escaping @Sendable () -> Bool) {
    self.folder = folder
    self.lockTimeout = lockTimeout
    self.isCancelled = isCancelled
    state = Mutex(State(names: names))
  }

  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile {
    try state.withLock { state throws(StageError) in
      let name = try state.names.claim(place)
      if FileStatus(name.target)?.isFolder == true { throw .cannotWrite(path: name.target, code: ErrorCode.isFolder) }
      let around = Path.folder(of: name.target)
      if !name.isInPlace { try prepare(around, &state) } else { try lock(around, &state) }
      // At most this many files are open at once.
      if state.files.count >= 64 { state.files[state.files.count - 64].flush?.wait() }
      state.count += 1
      let staged = Path.join(name.isInPlace ? around : folder, StagedName.make(state.count))
      let file = StagedFile(
        name: name.name, target: name.target, staged: staged, isInPlace: name.isInPlace, isCancelled: isCancelled)
      state.files.append(file)
      return file
    }
  }

  var fileNames: [String] { state.withLock { $0.files.map(\.name) } }

  var failure: RunError? { state.withLock { $0.failure } }

  func dropFiles(after count: Int) {
    state.withLock { state in
      while state.files.count > count {
        let file = state.files.removeLast()
        file.discard()
        state.names.release(file.target)
      }
    }
  }

  /// Waits until every file is on disk.
  ///
  /// - Returns: the closed files, in the order in which they were opened.
  func finish() throws(RunError) -> [StagedFile] {
    let files = state.withLock { state in
      let open = state.files.filter { !$0.isClosed }
      for file in open { file.discard() }
      state.files.removeAll { !$0.isClosed }
      return state.files
    }
    for file in files {
      do throws(SystemError) {
        try file.flush?.finish()
      } catch {
        throw .cannotWrite(path: file.target, code: error.code)
      }
    }
    return files
  }

  /// Deletes the staged files and the folders that were created for them.
  func discard() {
    dropFiles(after: 0)
    state.withLock { state in
      for folder in state.madeFolders.reversed() { FileSystem.deleteEmptyFolder(folder) }
      state.madeFolders = []
    }
  }

  private func prepare(_ around: String, _ state: inout State) throws(StageError) {
    guard around != folder else { return }
    do throws(SystemError) {
      state.madeFolders += try FileSystem.makeFolder(around)
    } catch {
      throw .cannotWrite(path: error.path, code: error.code)
    }
    guard FileStatus(around)?.identity.device == FileStatus(folder)?.identity.device else {
      throw .cannotWrite(path: around, code: ErrorCode.otherFileSystem)
    }
  }

  private func lock(_ around: String, _ state: inout State) throws(StageError) {
    guard FileStatus(around)?.identity != FileStatus(folder)?.identity,
      !state.locks.contains(where: { $0.folder == around })
    else { return }
    do throws(RunError) {
      state.locks.append(try FolderLock.acquire(around, waitingFor: lockTimeout, isCancelled: isCancelled))
      Publication.removeStagedFiles(in: around)
    } catch {
      state.failure = error
      throw .failed(error.description)
    }
  }
}
