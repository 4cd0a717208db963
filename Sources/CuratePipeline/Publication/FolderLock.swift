import Platform

/// Locks a folder against other runs during its lifetime. The kernel releases the lock when the process ends.
///
/// Locks the folder itself, so no file is left behind; locks a file in it if the file system cannot lock folders (NFS).
final class FolderLock {
  let folder: String
  private let file: OpenFile

  private init(folder: String, file: OpenFile) {
    self.folder = folder
    self.file = file
  }

  /// Waits for the lock.
  ///
  /// - Throws: `RunError.busy` after `seconds`; `RunError.interrupted` if `isCancelled` returns true while waiting.
  static func acquire(
    _ folder: String, waitingFor seconds: Int, isCancelled: () -> Bool
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
      CurrentThread.sleep(milliseconds: 20)
    }
  }

  /// Tries to lock the folder once.
  ///
  /// - Returns: nil if another process holds the lock.
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
