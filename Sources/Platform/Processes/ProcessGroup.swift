internal import Glibc

/// The ending of a process.
package enum ProcessEnding: Sendable, Equatable {
  case exited(Int32)
  case signalled(Int32)

  /// The system's name for a signal: `Killed`, `Segmentation fault`.
  package static func signalName(_ signal: Int32) -> String { String(cString: strsignal(signal)) }

  /// Waits for the end of a child process, and leaves it to be reaped (`waitid(2)`, `WNOWAIT`).
  ///
  /// The ending is `.exited(127)` if there is no such child.
  package init(of pid: Int32) {
    var info = siginfo_t()
    while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) != 0 {
      guard errno == EINTR else {
        self = .exited(127)
        return
      }
    }
    let status = info._sifields._sigchld.si_status
    self = info.si_code == CLD_EXITED ? .exited(status) : .signalled(status)
  }
}

/// A child process and all processes that it has started, except those that have moved to another session.
package struct ProcessGroup: Sendable {
  /// The process that the group is named after. The group exists until its last member has ended, even if the leader has
  /// been reaped.
  private let leader: Int32

  package init(leader: Int32) { self.leader = leader }

  /// Asks the group to end (SIGTERM).
  package func terminate() { signal(SIGTERM) }

  /// Ends the group (SIGKILL).
  package func kill() { signal(SIGKILL) }

  /// ESRCH, for a group without members, needs no handling.
  private func signal(_ signal: Int32) { _ = Glibc.kill(-leader, signal) }
}
