import Foundation
import Glibc

/// A program and its arguments, to run as a child process.
struct Command {
  /// A path, or a name to find on the `PATH`.
  var program: String
  var arguments: [String]
  /// The working folder; the folder of the test process if nil.
  var folder: String?
  /// Variables in addition to those of the test process; nil removes a variable.
  var environment: [String: String?] = [:]
  /// The time limit (120 s by default). A process that exceeds it is killed, with its children.
  var limit: Duration = .seconds(120)

  init(_ program: String, _ arguments: [String], in folder: String? = nil) {
    self.program = program
    self.arguments = arguments
    self.folder = folder
  }

  func run() throws -> Outcome { try start().wait() }

  func start() throws -> ChildProcess { try ChildProcess(self) }
}

/// The result of a child process.
struct Outcome {
  enum Ending: Equatable {
    case exited(Int32)
    case killed(signal: Int32)
    /// The process exceeded its time limit.
    case tooSlow
  }

  var ending: Ending
  var outputBytes: [UInt8]
  var errorBytes: [UInt8]

  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  var error: String { String(decoding: errorBytes, as: UTF8.self) }
}

/// A running child process in its own process group.
///
/// Its output goes to files instead of pipes, so that it never blocks on a full pipe.
final class ChildProcess {
  struct SpawnFailure: Error {
    var program: String
    var reason: String
  }

  let id: pid_t
  private let streams: TemporaryFolder
  private let deadline: ContinuousClock.Instant
  private var ending: Outcome.Ending?

  init(_ command: Command) throws {
    streams = try TemporaryFolder()
    deadline = .now + command.limit
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let writing = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, streams.path("stdout"), writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, streams.path("stderr"), writing, 0o600)

    var environment = ProcessInfo.processInfo.environment
    for (name, value) in command.environment { environment[name] = value }
    // `env -C` changes the folder and then executes the program in the same process.
    let place = command.folder.map { ["env", "-C", $0] } ?? []
    let all = place + [command.program] + command.arguments
    let words = all.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    Self.giveDefaultSignals(&attributes)
    var id = pid_t()
    let code = posix_spawnp(&id, all[0], &actions, &attributes, words, variables)
    guard code == 0 else { throw SpawnFailure(program: command.program, reason: String(cString: strerror(code))) }
    self.id = id
  }

  /// Resets signal handling, so that the child starts as from a shell, whatever the test process ignores or blocks.
  private static func giveDefaultSignals(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  deinit {
    guard ending == nil else { return }
    kill(-id, SIGKILL)
    waitpid(id, nil, 0)
  }

  var isRunning: Bool {
    guard ending == nil else { return false }
    var status: Int32 = 0
    guard waitpid(id, &status, WNOHANG) == id else { return true }
    let signal = status & 0x7F
    ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
    return false
  }

  /// The standard output so far.
  var outputSoFar: String { streams.text("stdout") ?? "" }

  func send(_ signal: Int32) { if isRunning { kill(id, signal) } }

  /// Waits until `condition` holds. Returns false if the process ends or exceeds its time limit before.
  func wait(until condition: () -> Bool) -> Bool {
    while isRunning, ContinuousClock.now < deadline {
      if condition() { return true }
      usleep(300)
    }
    return condition()
  }

  func wait() -> Outcome {
    while isRunning {
      if ContinuousClock.now >= deadline {
        kill(-id, SIGKILL)
        waitpid(id, nil, 0)
        ending = .tooSlow
      } else {
        usleep(1000)
      }
    }
    return Outcome(
      ending: ending ?? .tooSlow, outputBytes: streams.bytes("stdout") ?? [], errorBytes: streams.bytes("stderr") ?? [])
  }
}
