import Foundation
import Glibc

/// The processes of this machine, as listed in `/proc`.
enum ProcessTable {
  /// Returns the processes whose working folder or program is inside a folder. Zombies have neither.
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

  /// Whether this process has a child, including zombies.
  static var hasChildren: Bool {
    var info = siginfo_t()
    return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0 || errno != ECHILD
  }

  /// Waits until a condition is false. A killed process needs a moment to disappear.
  ///
  /// - Returns: false if the condition is still true after 20 s, a third of the time that fixtures sleep.
  static func ends(_ condition: () -> Bool) -> Bool {
    for _ in 0..<2_000 {
      if !condition() { return true }
      usleep(10_000)
    }
    return false
  }
}
