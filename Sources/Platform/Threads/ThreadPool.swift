internal import CPlatform
internal import Glibc
internal import Synchronization

/// The threads that work beside the one that asks: at most one fewer than the processors that this process may use.
///
/// Dispatch has threads for each quality of service, and starts more while others sleep. The kernel begins a new thread on
/// the processor of the one that made it, which then has to stand aside: on two processors the main thread lost 2 of
/// 17 ms to its own helpers.
final class ThreadPool: Sendable {
  static let shared = ThreadPool()

  /// How many threads there may be.
  let size = max(0, ProcessorSet.allowed.count - 1)
  private let state = Mutex(State())
  private let isWanted = Semaphore()

  private struct State {
    var jobs: [@Sendable () -> Void] = []
    var threads = 0
    /// How many threads wait for a job, or will as soon as they run.
    var idle = 0
  }

  private init() {}

  /// Has a job done by a thread that is free, or else by the next one; by nobody if there is no thread to be had.
  func add(_ job: @escaping @Sendable () -> Void) {
    // On one processor nobody would ever take it, and what it holds would stay.
    guard size > 0 else { return }
    let needsThread = state.withLock { state in
      state.jobs.append(job)
      guard state.jobs.count > state.idle, state.threads < size else { return false }
      state.threads += 1
      state.idle += 1
      return true
    }
    isWanted.signal()
    // A thread that cannot be made is not missed: who asks for help does what nobody else does.
    guard needsThread, !startThread() else { return }
    state.withLock { state in
      state.idle -= 1
      state.threads -= 1
      if state.threads == 0 { state.jobs = [] }
    }
  }

  private func work() {
    while true {
      isWanted.wait()
      let job = state.withLock { state in
        state.idle -= 1
        return state.jobs.isEmpty ? nil : state.jobs.removeFirst()
      }
      job?()
      state.withLock { $0.idle += 1 }
    }
  }

  /// Starts a thread away from the processor that this one runs on; later it may run on any.
  private func startThread() -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    ProcessorSet.allowed.others.confine(&attributes)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, &attributes,
      { _ in
        // Signals are for the main thread.
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        ProcessorSet.allowed.confineThisThread()
        // To be woken by the main thread is no reason to stop it.
        var parameters = sched_param()
        sched_setscheduler(0, batchPolicy, &parameters)
        ThreadPool.shared.work()
        return nil
      }, nil)
    return code == 0
  }
}
