internal import Glibc

/// A pipe whose ends child processes do not inherit by chance.
enum Pipe {
  /// Linux's F_SETPIPE_SZ, which the Glibc module leaves out.
  private static let setSize: Int32 = 1031
  /// The largest size that Linux grants every user; fewer switches between two processes that exchange much.
  private static let largeSize: Int32 = 1 << 20

  static func make() throws(SystemError) -> (read: Int32, write: Int32) {
    _ = ignoresBrokenPipes
    var ends: [Int32] = [-1, -1]
    // Glibc's module has no `pipe2`: a process that another thread starts between the two calls may inherit the ends.
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
