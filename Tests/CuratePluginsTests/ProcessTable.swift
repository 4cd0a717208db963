import Foundation
import Glibc

/// The processes of this machine, as `/proc` tells.
enum ProcessTable {
  /// Those that run in a folder or below it.
  static func running(in folder: String) -> Set<pid_t> {
    Set(
      all.filter { id in
        let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/cwd")
        return path.map { $0 == folder || $0.hasPrefix(folder + "/") } ?? false
      })
  }

  /// Children of this process that lead a group, as plugins do, have ended, and were not waited for. Other suites of the
  /// same process run `curate` itself, and some wait for it late.
  static var zombies: Set<pid_t> {
    Set(
      all.filter { id in
        guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else { return false }
        // The name in parentheses may hold anything; state, parent and group follow the last one.
        let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
        return !text.contains("(curate)") && fields.count > 3 && fields[1] == "Z" && fields[2] == "\(getpid())"
          && fields[3] == "\(id)"
      })
  }

  private static var all: [pid_t] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { pid_t($0) }
  }

  /// Waits until a set of processes is empty; a process that was killed needs a moment to go.
  ///
  /// - Returns: those that are still there after five seconds.
  static func remaining(_ find: () -> Set<pid_t>) -> Set<pid_t> {
    var left = find()
    for _ in 0..<500 where !left.isEmpty {
      usleep(10_000)
      left.formIntersection(find())
    }
    return left
  }
}
