import Glibc
import SystemPackage

/// Something that happens once and can be waited for with `poll`, from any thread.
final class Event: Sendable {
  let descriptor: Int32
  private let writeEnd: Int32

  init() throws(Errno) { (descriptor, writeEnd) = try Pipe.make() }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  /// Lets everybody through who waits now or later.
  func signal() {
    var byte: UInt8 = 0
    // A pipe of a byte or two has room, so the only error is a signal that came between.
    while write(writeEnd, &byte, 1) < 0, errno == EINTR {}
  }

  func wait() {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, -1) < 1 {}
  }
}
