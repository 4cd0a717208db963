internal import Glibc

/// Flushes a file or folder to the disk on a thread of its own, and closes it.
///
/// Each flush waits for milliseconds; flushes that run at the same time share one commit of the file system's journal.
package final class BackgroundFlush {
  private final class Work {
    let file: OpenFile
    /// Nil if the flush succeeded. Read only after the thread has been joined.
    var error: SystemError?

    init(_ file: OpenFile) { self.file = file }

    func run() {
      do throws(SystemError) { try file.synchronize() } catch { self.error = error }
      do throws(SystemError) { try file.close() } catch { self.error = self.error ?? error }
    }
  }

  private let work: Work
  private var thread: pthread_t?

  /// Starts the flush, on this thread if no other can be started.
  package init(_ file: OpenFile) {
    work = Work(file)
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

  package convenience init(folder: String) throws(SystemError) { self.init(try OpenFile(folder, .folder)) }

  /// Waits for the end of the flush, and throws its error.
  package func finish() throws(SystemError) {
    wait()
    // Some file systems cannot flush folders; they order their changes themselves.
    if let error = work.error, error.code != EINVAL { throw error }
  }

  /// Waits for the end of the flush. `finish` reports whether it succeeded.
  package func wait() {
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }

  deinit { wait() }
}
