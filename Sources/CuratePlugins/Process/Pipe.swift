import Glibc
import SystemPackage

/// A pipe whose ends no program inherits by chance.
enum Pipe {
  /// Linux's F_SETPIPE_SZ, which Glibc's module leaves out.
  private static let setSize: Int32 = 1031
  /// As much as the system lets anybody have: fewer turns between two programs that talk much.
  private static let largeSize: Int32 = 1 << 20

  static func make() throws(Errno) -> (read: Int32, write: Int32) {
    _ = ignoresBrokenPipes
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Errno(rawValue: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Lets a write to a program that reads no more come back as an error instead of ending curate; whoever has a handler
  /// of their own keeps it. Programs that are started get all signals as they come with the system.
  static let ignoresBrokenPipes: Bool = {
    var action = sigaction()
    guard sigaction(SIGPIPE, nil, &action) == 0, action.sa_flags & SA_SIGINFO == 0,
      action.__sigaction_handler.sa_handler == nil
    else { return true }
    action.__sigaction_handler.sa_handler = SIG_IGN
    return sigaction(SIGPIPE, &action, nil) == 0
  }()

  /// Where the system says no, the pipe keeps the size that it has.
  static func enlarge(_ descriptor: Int32) { _ = fcntl(descriptor, setSize, largeSize) }
}
