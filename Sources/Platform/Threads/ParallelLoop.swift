internal import Synchronization

/// A loop whose iterations run on all cores, in no order.
final class ParallelLoop: Sendable {
  private let count: Int
  private let next = Atomic(0)
  private let state: Mutex<State>
  private let isLeft = Semaphore()

  private struct State {
    /// Nil when all iterations are done: helpers that come late find nothing.
    var body: (@Sendable (Int) -> Void)?
    /// How many threads run iterations beside the one that began the loop.
    var helpers = 0
    var isAwaited = false
  }

  private init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    state = Mutex(State(body: body))
  }

  /// Runs `body` for each of `0..<count`, on this thread and those of the pool that are free; returns when all is done.
  static func run(_ count: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let loop = ParallelLoop(count, body)
      for _ in 0..<min(count - 1, ThreadPool.shared.size) { ThreadPool.shared.add { loop.help() } }
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

  private func help() {
    guard enter() else { return }
    let isLast = state.withLock { state in
      state.helpers -= 1
      return state.helpers == 0 && state.isAwaited
    }
    if isLast { isLeft.signal() }
  }

  /// Runs iterations, and holds no more of `body` when it returns; false if there are none left.
  @inline(never)
  private func enter() -> Bool {
    let body = state.withLock { state in
      if state.body != nil { state.helpers += 1 }
      return state.body
    }
    guard let body else { return false }
    iterate(body)
    return true
  }

  /// Waits for the helpers.
  private func finish() {
    let mustWait = state.withLock { state in
      state.body = nil
      state.isAwaited = true
      return state.helpers > 0
    }
    if mustWait { isLeft.wait() }
  }
}
