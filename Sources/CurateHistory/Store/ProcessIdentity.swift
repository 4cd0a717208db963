import Glibc

/// A process, told apart from a later one with the same number by the moment it began.
struct ProcessIdentity: Equatable, Sendable {
  var number: Int
  /// Clock ticks between the machine's start and the process's (proc(5), `stat`, field 22).
  var start: Int

  static func current() -> Self { Self(number: Int(getpid()), start: start(of: "self") ?? 0) }

  /// Whether the process still runs.
  var isAlive: Bool {
    if let start = Self.start(of: "\(number)") { return start == self.start }
    // Without /proc there is only the number to go by.
    return access("/proc/self/stat", R_OK) != 0 && kill(pid_t(truncatingIfNeeded: number), 0) == 0
  }

  private static func start(of process: String) -> Int? {
    let file = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = Glibc.read(file, &buffer, buffer.count)
    // The name in field 2 stands in parentheses and may itself hold some; what follows the last one is field 3.
    guard count > 0, let end = buffer[..<count].lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = buffer[(end + 1)..<count].split(separator: UInt8(ascii: " "))
    return fields.count > 19 ? Int(String(decoding: fields[19], as: UTF8.self)) : nil
  }
}
