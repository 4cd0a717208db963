internal import Glibc

/// A counting semaphore (`sem_overview(7)`), from zero.
final class Semaphore: Sendable {
  private nonisolated(unsafe) let handle: UnsafeMutablePointer<sem_t>

  init() {
    handle = .allocate(capacity: 1)
    sem_init(handle, 0, 0)
  }

  deinit {
    sem_destroy(handle)
    handle.deallocate()
  }

  func signal() { sem_post(handle) }

  /// Waits for a signal that nobody else has taken.
  func wait() {
    // Only a signal of the system can interrupt it.
    while sem_wait(handle) != 0 {}
  }
}
