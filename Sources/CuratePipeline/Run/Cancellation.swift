import Glibc
import Synchronization

/// Whether someone asked the process to stop (SIGINT, SIGTERM).
public enum Cancellation {
  private static let requested = Atomic<Bool>(false)

  public static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Makes SIGINT and SIGTERM ask for a stop instead of ending the process, and SIGPIPE harmless.
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
    var ignore = sigaction()
    ignore.__sigaction_handler.sa_handler = SIG_IGN
    sigaction(SIGPIPE, &ignore, nil)
  }

  static func request() { requested.store(true, ordering: .relaxed) }
}
