import Glibc

/// A file or folder on its way to the disk, in a thread of its own.
///
/// Writing through takes milliseconds of waiting for each file; flushes that run side by side share one journal commit.
final class Flush {
  private final class Work {
    let descriptor: Int32
    /// The `errno` of the flush, 0 if it succeeded. Read only after the thread has been joined.
    var code: Int32 = 0

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func run() {
      if fsync(descriptor) != 0 { code = errno }
      if close(descriptor) != 0, code == 0 { code = errno }
    }
  }

  private let path: String
  private let work: Work
  private var thread: pthread_t?

  /// Begins to flush, and closes `descriptor` when done.
  init(_ descriptor: Int32, path: String) {
    self.path = path
    work = Work(descriptor)
    var id = pthread_t()
    let argument = Unmanaged.passRetained(work)
    let result = pthread_create(
      &id, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, argument.toOpaque())
    if result == 0 {
      thread = id
    } else {
      argument.release()
      work.run()
    }
  }

  convenience init(folder: String) throws(SystemError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(at: folder) }
    self.init(descriptor, path: folder)
  }

  func finish() throws(SystemError) {
    wait()
    // Some file systems cannot flush folders; they order their changes themselves.
    if work.code != 0, work.code != EINVAL { throw SystemError(path, work.code) }
  }

  /// Waits for the end; whether it went well, `finish` says.
  func wait() {
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }

  deinit { wait() }
}
