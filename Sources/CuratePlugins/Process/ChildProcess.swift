import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// A program that runs beside curate, in a process group of its own.
///
/// swift-subprocess starts and reaps it; what goes through the pipes is the caller's, who waits in `poll` on one thread
/// of its own.
final class ChildProcess: Sendable {
  let pipes: Pipes
  /// Becomes readable when the program has ended.
  let ended: Event
  private let started: Event
  private let executor = QueueExecutor()
  private let state = Mutex(State.starting)

  private enum State {
    case starting
    case running(pid_t)
    case ended(pid_t, Ending)
    case failed(SubprocessError?)
  }

  /// How a program ended.
  enum Ending: Sendable, Equatable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// Starts the program.
  init(_ launch: Launch) throws(PluginFailure) {
    do throws(Errno) {
      started = try Event()
      ended = try Event()
      pipes = try Pipes()
    } catch { throw .cannotStart(launch.program, code: error.rawValue) }
    Task.detached(executorPreference: executor) { [self] in await run(launch) }
    started.wait()
    if case .failed(let error) = state.withLock({ $0 }) {
      throw .cannotStart(launch.program, code: error?.underlyingError?.rawValue)
    }
  }

  private func run(_ launch: Launch) async {
    var options = PlatformOptions()
    options.processGroupID = 0
    let (input, output, errors) = pipes.takeChildEnds()
    do {
      _ = try await Subprocess.run(
        .path(FilePath(launch.program)), arguments: Arguments(launch.arguments),
        environment: .custom(
          Dictionary(uniqueKeysWithValues: launch.environment.map { (Environment.Key(stringLiteral: $0), $1) })),
        workingDirectory: FilePath(launch.folder), platformOptions: options,
        input: .fileDescriptor(input, closeAfterSpawningProcess: true),
        output: .fileDescriptor(output, closeAfterSpawningProcess: true),
        error: .fileDescriptor(errors, closeAfterSpawningProcess: true)
      ) { execution in
        let pid = execution.processIdentifier.value
        state.withLock { $0 = .running(pid) }
        started.signal()
        // Here, and not by what `run` gives back: that takes a way over Swift's pool of a thread a core, and callers
        // that wait on all of them would wait for ever.
        let ending = Ending(of: pid)
        state.withLock { $0 = .ended(pid, ending) }
        ended.signal()
      }
    } catch {
      state.withLock { if case .starting = $0 { $0 = .failed(error as? SubprocessError) } }
      started.signal()
      ended.signal()
    }
  }

  /// nil as long as it runs.
  var ending: Ending? {
    state.withLock {
      switch $0 {
      case .starting, .running: nil
      case .ended(_, let ending): ending
      case .failed: .exited(127)
      }
    }
  }

  /// Sends a signal to the program and all that it has started, but what has moved to another session.
  ///
  /// The group outlives its leader: members of it may be there when the program itself is long reaped.
  func signal(_ signal: Int32) {
    let group: pid_t? = state.withLock {
      switch $0 {
      case .running(let pid), .ended(let pid, _): pid
      case .starting, .failed: nil
      }
    }
    // ESRCH says that nobody is left, which is what was wanted.
    if let group { kill(-group, signal) }
  }
}

extension ChildProcess.Ending {
  /// Waits for the end of a child and leaves it to be reaped.
  fileprivate init(of pid: pid_t) {
    var info = siginfo_t()
    while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    let status = info._sifields._sigchld.si_status
    self = info.si_code == CLD_EXITED ? .exited(status) : .signalled(status)
  }
}
