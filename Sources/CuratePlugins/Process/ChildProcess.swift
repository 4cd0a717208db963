import Platform
import Subprocess
import Synchronization
import SystemPackage

/// A program that runs in a process group of its own.
///
/// swift-subprocess starts and reaps it. The caller reads and writes the pipes, and waits for them on one thread.
final class ChildProcess: Sendable {
  let pipes: ChildPipes
  /// Is set when the program has ended.
  let ended: WaitableFlag
  private let started: WaitableFlag
  private let executor = QueueExecutor(label: "curate.plugins")
  private let state = Mutex(State.starting)

  private enum State {
    case starting
    case running(Int32)
    case ended(Int32, ProcessEnding)
    case failed(SubprocessError?)
  }

  /// Starts the program.
  init(_ launch: Launch) throws(PluginFailure) {
    do throws(SystemError) {
      started = try WaitableFlag()
      ended = try WaitableFlag()
      pipes = try ChildPipes()
    } catch { throw .cannotStart(launch.program, code: error.code) }
    Task.detached(executorPreference: executor) { [self] in await run(launch) }
    started.wait()
    if case .failed(let error) = state.withLock({ $0 }) {
      throw .cannotStart(launch.program, code: error?.underlyingError?.rawValue)
    }
  }

  private func run(_ launch: Launch) async {
    guard let ends = pipes.takeChildEnds() else { return fail(nil) }
    var options = PlatformOptions()
    options.processGroupID = 0
    do {
      _ = try await Subprocess.run(
        .path(FilePath(launch.program)), arguments: Arguments(launch.arguments),
        environment: .custom(
          Dictionary(uniqueKeysWithValues: launch.environment.map { (Environment.Key(stringLiteral: $0), $1) })),
        workingDirectory: FilePath(launch.folder), platformOptions: options,
        input: .fileDescriptor(FileDescriptor(rawValue: ends.input), closeAfterSpawningProcess: true),
        output: .fileDescriptor(FileDescriptor(rawValue: ends.output), closeAfterSpawningProcess: true),
        error: .fileDescriptor(FileDescriptor(rawValue: ends.errors), closeAfterSpawningProcess: true)
      ) { execution in
        let pid = execution.processIdentifier.value
        state.withLock { $0 = .running(pid) }
        started.set()
        // Waits here instead of for the result of `run`: that needs a thread of Swift's pool (one a core), and callers
        // that block all of them would wait forever.
        let ending = ProcessEnding(of: pid)
        state.withLock { $0 = .ended(pid, ending) }
        ended.set()
      }
    } catch {
      fail(error as? SubprocessError)
    }
  }

  /// Reports that the program cannot be started, unless it has run.
  private func fail(_ error: SubprocessError?) {
    state.withLock { if case .starting = $0 { $0 = .failed(error) } }
    started.set()
    ended.set()
  }

  /// The ending of the program; nil while it runs.
  var ending: ProcessEnding? {
    state.withLock {
      switch $0 {
      case .starting, .running: nil
      case .ended(_, let ending): ending
      case .failed: .exited(127)
      }
    }
  }

  /// Asks the program and all processes that it has started to end.
  func terminate() { group?.terminate() }

  /// Ends the program and all processes that it has started.
  func kill() { group?.kill() }

  private var group: ProcessGroup? {
    state.withLock {
      switch $0 {
      case .running(let pid), .ended(let pid, _): ProcessGroup(leader: pid)
      case .starting, .failed: nil
      }
    }
  }
}
