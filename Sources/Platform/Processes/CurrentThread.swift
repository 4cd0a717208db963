internal import Glibc

/// The thread that calls.
package enum CurrentThread {
  /// Suspends the thread for the whole time, even if signals arrive.
  package static func sleep(milliseconds: Int) {
    var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
    var rest = timespec()
    while nanosleep(&time, &rest) != 0, errno == EINTR { time = rest }
  }
}
