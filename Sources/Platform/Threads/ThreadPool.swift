internal import CPlatform
internal import Glibc
internal import Synchronization

/// Worker threads: one fewer than the processors that this process may use.
///
/// A worker starts on another processor than the thread that creates it, and never preempts the thread that wakes it.
/// Otherwise, on two processors, the main thread lost 2 of 17 ms to its own workers.
final class ThreadPool: Sendable {
  static let shared = ThreadPool()

  /// The maximum number of threads.
  let size = max(0, ProcessorSet.allowed.count - 1)
  private let state = Mutex(State())
  private let isWanted = Semaphore()

  private struct State {
    var jobs: [@Sendable () -> Void] = []
    var threads = 0
    /// The number of threads that wait for a job, or will wait when they start.
    var idle = 0
  }

  private init() {}

  /// Enqueues a job for the next idle worker. Drops it if no worker thread can be started.
  func enqueue(_ job: @escaping @Sendable () -> Void) {
    // On one processor there are no workers, and the job would never be released.
    guard size > 0 else { return }
    let needsThread = state.withLock { state in
      state.jobs.append(job)
      guard state.jobs.count > state.idle, state.threads < size else { return false }
      state.threads += 1
      state.idle += 1
      return true
    }
    isWanted.signal()
    // If no thread can be started, the callers run all iterations themselves.
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

  /// Starts a thread on another processor than the current one. Later it may move to any processor.
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
        // The main thread handles signals.
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        ProcessorSet.allowed.confineThisThread()
        // A worker that the main thread wakes must not preempt it.
        var parameters = sched_param()
        sched_setscheduler(0, batchPolicy, &parameters)
        ThreadPool.shared.work()
        return nil
      }, nil)
    return code == 0
  }
}

/// A counting semaphore (`sem_overview(7)`) with the initial value 0.
final class Semaphore: Sendable {
  private nonisolated(unsafe) let handle: UnsafeMutablePointer<sem_t>

  init() {
    handle = .allocate(capacity: 1)
    sem_init(handle, 0, 0)
  }

  deinit {
    sem_destroy(handle)
    handle.deallocate()
  }

  func signal() { sem_post(handle) }

  /// Waits until the value is positive, and decrements it.
  func wait() {
    // Only a signal can interrupt the call.
    while sem_wait(handle) != 0 {}
  }
}

/// A set of processors that threads may run on (`cpu_set_t`, `CPU_SET(3)`).
struct ProcessorSet {
  private var set = cpu_set_t()

  /// The processors that this process may use. Empty if the system has more than the set can hold.
  static let allowed: ProcessorSet = {
    var processors = ProcessorSet()
    if sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &processors.set) != 0 { processors.set = cpu_set_t() }
    return processors
  }()

  var count: Int { withUnsafeBytes(of: set) { $0.reduce(0) { $0 + $1.nonzeroBitCount } } }

  /// All except the processor that the calling thread runs on.
  var others: ProcessorSet {
    var others = self
    let (word, bit) = Int(sched_getcpu()).quotientAndRemainder(dividingBy: UInt.bitWidth)
    withUnsafeMutableBytes(of: &others.set) { bytes in
      let words = bytes.assumingMemoryBound(to: UInt.self)
      if words.indices.contains(word) { words[word] &= ~(1 << UInt(bit)) }
    }
    return others
  }

  /// Restricts a thread that will be created with the attributes to these processors.
  func confine(_ attributes: inout pthread_attr_t) {
    var set = set
    pthread_attr_setaffinity_np(&attributes, MemoryLayout<cpu_set_t>.size, &set)
  }

  /// Restricts the calling thread to these processors.
  func confineThisThread() {
    var set = set
    pthread_setaffinity_np(pthread_self(), MemoryLayout<cpu_set_t>.size, &set)
  }
}
