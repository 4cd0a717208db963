internal import Glibc
internal import Synchronization

/// The pipes to the standard input, output and error of a child process. curate's ends never block.
package final class ChildPipes: Sendable {
  /// A stream that the child process writes.
  package enum Stream: Sendable { case output, errors }

  /// The result of a read or write.
  package enum Transfer: Sendable, Equatable {
    /// The number of bytes that were moved; 0 only if the given buffer is empty.
    case moved(Int)
    /// The pipe is empty or full for now.
    case wouldBlock
    /// The other end is closed: there is nothing more to read.
    case ended
    /// An `errno` value.
    case failed(code: Int32)
  }

  /// The file descriptors of the child's ends.
  package typealias ChildEnds = (input: Int32, output: Int32, errors: Int32)

  private let output: Int32
  private let errors: Int32
  private let input: Mutex<Int32?>
  /// Nil once they have been taken.
  private let childEnds: Mutex<ChildEnds?>

  package init() throws(SystemError) {
    var open: [(read: Int32, write: Int32)] = []
    do throws(SystemError) {
      for _ in 0..<3 { open.append(try Pipe.make()) }
    } catch {
      for ends in open {
        close(ends.read)
        close(ends.write)
      }
      throw error
    }
    let (input, output, errors) = (open[0], open[1], open[2])
    self.input = Mutex(input.write)
    self.output = output.read
    self.errors = errors.read
    childEnds = Mutex((input: input.read, output: output.write, errors: errors.write))
    for descriptor in [input.write, output.read, errors.read] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    Pipe.enlarge(input.write)
    Pipe.enlarge(output.read)
  }

  deinit {
    closeInput()
    close(output)
    close(errors)
    guard let ends = takeChildEnds() else { return }
    close(ends.input)
    close(ends.output)
    close(ends.errors)
  }

  /// Whether the child's standard input can still be written to.
  package var isInputOpen: Bool { input.withLock { $0 != nil } }

  /// Closes the child's standard input.
  package func closeInput() {
    input.withLock {
      if let descriptor = $0 { close(descriptor) }
      $0 = nil
    }
  }

  /// Returns the file descriptors of the child's ends, which the caller must close; nil after the first call.
  package func takeChildEnds() -> ChildEnds? {
    childEnds.withLock { ends in
      defer { ends = nil }
      return ends
    }
  }

  /// Writes to the child's standard input what the pipe has room for.
  package func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Transfer {
    guard let descriptor = input.withLock({ $0 }) else { return .ended }
    if bytes.isEmpty { return .moved(0) }
    return Self.transfer { Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
  }

  /// Reads what a stream holds, up to the size of `buffer`.
  package func read(_ stream: Stream, into buffer: inout [UInt8]) -> Transfer {
    let descriptor = stream == .output ? output : errors
    let size = buffer.count
    if size == 0 { return .moved(0) }
    return Self.transfer { Glibc.read(descriptor, &buffer, size) }
  }

  private static func transfer(_ call: () -> Int) -> Transfer {
    while true {
      let count = call()
      if count > 0 { return .moved(count) }
      if count == 0 { return .ended }
      switch errno {
      case EINTR: continue
      case EAGAIN: return .wouldBlock
      default: return .failed(code: errno)
      }
    }
  }

  /// Which of the pipes to wait for; after `wait`, which of them are ready.
  package struct Readiness: Sendable, Equatable {
    package var output: Bool
    package var errors: Bool
    package var input: Bool

    package init(output: Bool, errors: Bool, input: Bool) {
      self.output = output
      self.errors = errors
      self.input = input
    }
  }

  /// Waits until one of the pipes is ready, the flag is set, a signal arrives or the time is over (`poll(2)`).
  ///
  /// - Parameters:
  ///   - flag: nil to wait for pipes alone.
  ///   - milliseconds: 0 to return at once.
  /// - Returns: the pipes that are ready; nil if nothing was.
  package func wait(for pipes: Readiness, or flag: WaitableFlag?, milliseconds: Int) -> Readiness? {
    let input = pipes.input ? input.withLock { $0 } : nil
    // poll ignores negative descriptors.
    var requests = [
      pollfd(fd: flag?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipes.output ? output : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipes.errors ? errors : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: input ?? -1, events: Int16(POLLOUT), revents: 0),
    ]
    guard poll(&requests, nfds_t(requests.count), Int32(clamping: milliseconds)) > 0 else { return nil }
    return Readiness(
      output: requests[1].revents != 0, errors: requests[2].revents != 0, input: requests[3].revents != 0)
  }
}
