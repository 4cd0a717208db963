import Glibc

/// Keeps other runs out of a folder for as long as it lives; the kernel lets go of it when the process dies.
///
/// The folder itself is locked, so nothing is left behind; where the file system cannot do that (NFS), a file in it.
final class FolderLock {
  let folder: String
  private let descriptor: Int32

  private init(folder: String, descriptor: Int32) {
    self.folder = folder
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

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
      usleep(20_000)
    }
  }

  /// - Returns: nil if another process holds it.
  static func attempt(_ folder: String) throws(SystemError) -> FolderLock? {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw SystemError(at: folder) }
    if flock(directory, LOCK_EX | LOCK_NB) == 0 { return FolderLock(folder: folder, descriptor: directory) }
    let code = errno
    close(directory)
    if code == EWOULDBLOCK || code == EINTR { return nil }
    return try attemptFile(in: folder)
  }

  private static func attemptFile(in folder: String) throws(SystemError) -> FolderLock? {
    let path = Path.join(folder, StagedName.lock)
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw SystemError(at: path) }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return FolderLock(folder: folder, descriptor: file) }
    let code = errno
    close(file)
    if code == EWOULDBLOCK || code == EINTR { return nil }
    throw SystemError(path, code)
  }
}
