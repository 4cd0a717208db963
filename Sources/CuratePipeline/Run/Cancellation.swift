import Glibc
import Synchronization

/// Whether someone asked the process to stop (SIGINT, SIGTERM).
public enum Cancellation {
  private static let requested = Atomic<Bool>(false)

  public static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Makes SIGINT and SIGTERM ask for a stop instead of ending the process, for what must not end halfway and asks.
  ///
  /// The second signal of a kind ends the process as usual.
  public static func install() {
    // Touched once here, so that nothing is initialised inside the handler.
    _ = isRequested
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Cancellation.request() }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
  }

  /// Ignores SIGPIPE and SIGXFSZ: a reader that has gone away and a limit on file sizes (`ulimit -f`) come back as errors
  /// of `write`, which say more than a dead process does.
  public static func ignoreFailedWrites() {
    var ignore = sigaction()
    ignore.__sigaction_handler.sa_handler = SIG_IGN
    sigaction(SIGPIPE, &ignore, nil)
    sigaction(SIGXFSZ, &ignore, nil)
  }

  static func request() { requested.store(true, ordering: .relaxed) }
}
