internal import Synchronization

/// Maps consecutive ranges of `0..<count` on all cores, and returns the results in order. A single range is mapped on the
/// calling thread.
///
/// - Parameter stretch: the number of elements for one call of `body`; choose it so that a call takes at least 50 µs, the
///   cost of waking a thread.
package func concurrentMap<Part: Sendable>(
  _ count: Int, stretch: Int, _ body: @Sendable (Range<Int>) -> Part
) -> [Part] {
  guard count > stretch else { return count > 0 ? [body(0..<count)] : [] }
  let done = Mutex<[(index: Int, part: Part)]>([])
  ParallelLoop.run((count + stretch - 1) / stretch) { index in
    let part = body(index * stretch..<min(count, (index + 1) * stretch))
    done.withLock { $0.append((index, part)) }
  }
  return done.withLock { $0.sorted { $0.index < $1.index }.map(\.part) }
}

/// Maps as `concurrentMap` does, 16,384 elements at a time, to limit the memory for results.
///
/// - Parameter take: receives the results in order, on the calling thread.
package func concurrentBatches<Part: Sendable>(
  _ count: Int, stretch: Int, _ body: @Sendable (Range<Int>) -> Part, take: (Range<Int>, Part) -> Void
) {
  for start in stride(from: 0, to: count, by: 1 << 14) {
    let parts = concurrentMap(min(1 << 14, count - start), stretch: stretch) { range in
      body(start + range.lowerBound..<start + range.upperBound)
    }
    for (index, part) in parts.enumerated() {
      let first = start + index * stretch
      take(first..<min(first + stretch, start + 1 << 14, count), part)
    }
  }
}

/// A loop whose iterations run on all cores, in any order.
final class ParallelLoop: Sendable {
  private let count: Int
  private let next = Atomic(0)
  private let state: Mutex<State>
  private let isLeft = Semaphore()

  private struct State {
    /// Nil when all iterations are done, for threads that arrive late.
    var body: (@Sendable (Int) -> Void)?
    /// The number of pool threads that run iterations.
    var workers = 0
    var isAwaited = false
  }

  private init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    state = Mutex(State(body: body))
  }

  /// Runs `body` for each of `0..<count` on the calling thread and idle threads of the pool. Returns when all calls are
  /// done.
  static func run(_ count: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let loop = ParallelLoop(count, body)
      for _ in 0..<min(count - 1, ThreadPool.shared.size) { ThreadPool.shared.enqueue { loop.work() } }
      loop.iterate(body)
      loop.finish()
    }
  }

  private func iterate(_ body: (Int) -> Void) {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      body(index)
    }
  }

  private func work() {
    guard enter() else { return }
    let isLast = state.withLock { state in
      state.workers -= 1
      return state.workers == 0 && state.isAwaited
    }
    if isLast { isLeft.signal() }
  }

  /// Runs iterations, and releases `body` before it returns. Returns false if no iterations were left.
  @inline(never)
  private func enter() -> Bool {
    let body = state.withLock { state in
      if state.body != nil { state.workers += 1 }
      return state.body
    }
    guard let body else { return false }
    iterate(body)
    return true
  }

  /// Waits for the pool threads.
  private func finish() {
    let mustWait = state.withLock { state in
      state.body = nil
      state.isAwaited = true
      return state.workers > 0
    }
    if mustWait { isLeft.wait() }
  }
}
