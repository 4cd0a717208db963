internal import Glibc
internal import Synchronization

/// The pipes to the standard input, output and error of a child process. curate's ends never block.
package final class ChildPipes: Sendable {
  /// A stream that the child process writes.
  package enum Stream: Sendable { case output, errors }

  /// The result of a read or write.
  package enum Transfer: Sendable, Equatable {
    /// The number of bytes that were moved; at least 1.
    case moved(Int)
    /// The pipe is empty or full for now.
    case wouldBlock
    /// The other end is closed: there is nothing more to read.
    case ended
    /// An `errno` value.
    case failed(code: Int32)
  }

  private let output: Int32
  private let errors: Int32
  private let input: Mutex<Int32?>
  private let childEnds: Mutex<[Int32]>

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
    childEnds = Mutex([input.read, output.write, errors.write])
    for descriptor in [input.write, output.read, errors.read] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    Pipe.enlarge(input.write)
    Pipe.enlarge(output.read)
  }

  deinit {
    closeInput()
    close(output)
    close(errors)
    for descriptor in childEnds.withLock({ $0 }) { close(descriptor) }
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

  /// Returns the file descriptors of the child's ends, which the caller must close.
  package func takeChildEnds() -> (input: Int32, output: Int32, errors: Int32) {
    let ends = childEnds.withLock { ends in
      defer { ends = [] }
      return ends
    }
    return (ends[0], ends[1], ends[2])
  }

  /// Writes to the child's standard input what the pipe has room for.
  package func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Transfer {
    guard let descriptor = input.withLock({ $0 }) else { return .ended }
    return Self.transfer { Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
  }

  /// Reads what a stream holds, up to the size of `buffer`.
  package func read(_ stream: Stream, into buffer: inout [UInt8]) -> Transfer {
    let descriptor = stream == .output ? output : errors
    let size = buffer.count
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

/// A pipe whose ends child processes do not inherit by chance.
enum Pipe {
  /// Linux's F_SETPIPE_SZ, which the Glibc module leaves out.
  private static let setSize: Int32 = 1031
  /// The largest size that Linux grants every user; fewer switches between two processes that exchange much.
  private static let largeSize: Int32 = 1 << 20

  static func make() throws(SystemError) -> (read: Int32, write: Int32) {
    _ = ignoresBrokenPipes
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError(at: "pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Makes a write to a closed pipe fail with an error instead of ending the process, unless a handler for SIGPIPE is
  /// installed. Child processes start with the system's default handlers.
  private static let ignoresBrokenPipes: Bool = {
    var action = sigaction()
    guard sigaction(SIGPIPE, nil, &action) == 0, action.sa_flags & SA_SIGINFO == 0,
      action.__sigaction_handler.sa_handler == nil
    else { return true }
    action.__sigaction_handler.sa_handler = SIG_IGN
    return sigaction(SIGPIPE, &action, nil) == 0
  }()

  /// Enlarges a pipe. It keeps its size if the system refuses.
  static func enlarge(_ descriptor: Int32) { _ = fcntl(descriptor, setSize, largeSize) }
}
