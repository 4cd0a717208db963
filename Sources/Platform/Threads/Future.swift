internal import Synchronization

/// A value that is worked out beside the thread that will need it.
package final class Future<Value: Sendable>: Sendable {
  private let state: Mutex<State>
  private let isDone = Semaphore()

  private enum State {
    case waiting(@Sendable () -> Value)
    case running
    case done(Value)

    var value: Value? {
      if case .done(let value) = self { value } else { nil }
    }
  }

  /// Begins as soon as a thread is free.
  package init(_ body: @escaping @Sendable () -> Value) {
    state = Mutex(.waiting(body))
    ThreadPool.shared.add { self.begin() }
  }

  /// Waits until it is there, or works it out if nobody has begun to.
  package var value: Value {
    begin()
    while true {
      if let value = state.withLock({ $0.value }) { return value }
      isDone.wait()
      // For the next who waits.
      isDone.signal()
    }
  }

  private func begin() {
    let body = state.withLock { state in
      guard case .waiting(let body) = state else { return (@Sendable () -> Value)?.none }
      state = .running
      return body
    }
    guard let body else { return }
    let value = body()
    state.withLock { $0 = .done(value) }
    isDone.signal()
  }
}
