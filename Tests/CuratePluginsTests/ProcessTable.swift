import Foundation
import Glibc

/// The processes of this machine, as `/proc` tells.
enum ProcessTable {
  /// Those that run in a folder or below it, or run a program that lies there. Ended ones have neither.
  static func running(in folder: String) -> Set<pid_t> {
    Set(
      all.filter { id in
        let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/cwd")
        if let place, place == folder || place.hasPrefix(folder + "/") { return true }
        let words = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") ?? Data()
        return String(decoding: words, as: UTF8.self).contains(folder + "/")
      })
  }

  private static var all: [pid_t] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { pid_t($0) }
  }

  /// Whether this process has a child, be it one that has ended and was not waited for.
  static var hasChildren: Bool {
    var info = siginfo_t()
    return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0 || errno != ECHILD
  }

  /// Waits until something is no more; a process that was killed needs a moment to go.
  ///
  /// - Returns: false if it is still so after 20 seconds, a third of the time that fixtures sleep.
  static func ends(_ condition: () -> Bool) -> Bool {
    for _ in 0..<2_000 {
      if !condition() { return true }
      usleep(10_000)
    }
    return false
  }
}
