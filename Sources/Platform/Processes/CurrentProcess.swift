internal import Glibc

/// The process that runs curate.
package enum CurrentProcess {
  package static var id: Int32 { getpid() }

  /// The value of an environment variable; nil if it is not set.
  package static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Ends the process without releasing its memory first.
  package static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

  /// Ignores SIGPIPE and SIGXFSZ, so that a closed pipe and a limit on file sizes (`ulimit -f`) are reported as errors
  /// of `write`, which say more than the end of the process.
  package static func ignoreSignalsOfFailedWrites() {
    var ignore = sigaction()
    ignore.__sigaction_handler.sa_handler = SIG_IGN
    sigaction(SIGPIPE, &ignore, nil)
    sigaction(SIGXFSZ, &ignore, nil)
  }
}

/// A process, distinguished from a later one with the same number by its start time.
package struct ProcessIdentity: Equatable, Sendable {
  package var number: Int
  /// Clock ticks between the start of the system and of the process (proc(5), `stat`, field 22).
  package var start: Int

  package init(number: Int, start: Int) {
    self.number = number
    self.start = start
  }

  package static func current() -> Self { Self(number: Int(getpid()), start: startTime(of: "self") ?? 0) }

  /// Whether the process still runs.
  package var isAlive: Bool {
    if let start = Self.startTime(of: "\(number)") { return start == self.start }
    // Without /proc only the number is known.
    return access("/proc/self/stat", R_OK) != 0 && kill(pid_t(truncatingIfNeeded: number), 0) == 0
  }

  private static func startTime(of process: String) -> Int? {
    guard let stat = try? FileSystem.head(of: "/proc/\(process)/stat", 1024) else { return nil }
    // Field 2 is the name in parentheses and may itself contain some; field 3 follows the last one.
    guard let end = stat.lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = stat[(end + 1)...].split(separator: UInt8(ascii: " "))
    return fields.count > 19 ? Int(String(decoding: fields[19], as: UTF8.self)) : nil
  }
}
