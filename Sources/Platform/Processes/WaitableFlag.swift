internal import Glibc

/// A flag that is set once and that any thread can wait for, alone or together with pipes (`ChildPipes.wait`).
package final class WaitableFlag: Sendable {
  /// Becomes readable when the flag is set.
  let descriptor: Int32
  private let writeEnd: Int32

  package init() throws(SystemError) { (descriptor, writeEnd) = try Pipe.make() }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  /// Sets the flag; every thread that waits for it now or later continues.
  package func set() {
    var byte: UInt8 = 0
    // A pipe has room for a byte or two, so the only possible error is an interruption by a signal.
    while write(writeEnd, &byte, 1) < 0, errno == EINTR {}
  }

  /// Waits until the flag is set.
  package func wait() {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, -1) < 1 {}
  }

  /// Waits until the flag is set, a signal arrives or the time is over.
  package func wait(milliseconds: Int) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&request, 1, Int32(clamping: milliseconds))
  }
}
