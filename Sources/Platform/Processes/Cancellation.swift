internal import Glibc
internal import Synchronization

/// Whether the user asked the process to stop (SIGINT, SIGTERM).
package enum Cancellation {
  private static let requested = Atomic<Bool>(false)

  /// Whether one of the signals has arrived since `install`.
  package static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Makes SIGINT and SIGTERM request a stop instead of ending the process, for work that must not end halfway and polls
  /// `isRequested`.
  ///
  /// The second signal of a kind ends the process.
  package static func install() {
    // Initializes the value before the handler can run: a handler must not initialize anything.
    _ = isRequested
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Cancellation.requested.store(true, ordering: .relaxed) }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
  }
}
