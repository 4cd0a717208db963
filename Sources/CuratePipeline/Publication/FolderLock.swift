import Platform

/// Keeps other runs out of a folder for as long as it lives; the kernel lets go of it when the process dies.
///
/// The folder itself is locked, so nothing is left behind; where the file system cannot do that (NFS), a file in it.
final class FolderLock {
  let folder: String
  private let file: OpenFile

  private init(folder: String, file: OpenFile) {
    self.folder = folder
    self.file = file
  }

  /// Waits until the folder is free.
  ///
  /// - Throws: `RunError.busy` after `seconds`, `RunError.interrupted` if `isCancelled` says so meanwhile.
  static func acquire(
    _ folder: String, waitingFor seconds: Int, isCancelled: () -> Bool = { Cancellation.isRequested }
  ) throws(RunError) -> FolderLock {
    var rest = seconds * 50
    while true {
      do throws(SystemError) {
        if let lock = try attempt(folder) { return lock }
      } catch {
        throw RunError(writing: error)
      }
      if isCancelled() { throw .interrupted }
      guard rest > 0 else { throw .busy(folder: folder, seconds: seconds) }
      rest -= 1
      CurrentTime.sleep(milliseconds: 20)
    }
  }

  /// - Returns: nil if another process holds it.
  static func attempt(_ folder: String) throws(SystemError) -> FolderLock? {
    let directory = try OpenFile(folder, .folder)
    switch directory.tryLock() {
    case .locked: return FolderLock(folder: folder, file: directory)
    case .heldElsewhere: return nil
    case .failed: break
    }
    let file = try OpenFile(Path.join(folder, StagedName.lock), .lock)
    switch file.tryLock() {
    case .locked: return FolderLock(folder: folder, file: file)
    case .heldElsewhere: return nil
    case .failed(let code): throw SystemError(file.path, code)
    }
  }
}
