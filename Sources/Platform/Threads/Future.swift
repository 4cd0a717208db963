internal import Dispatch
internal import Synchronization

/// A value that is computed on another thread while the calling thread goes on.
package final class Future<Value: Sendable>: Sendable {
  private let state: Mutex<State>
  private let isDone = DispatchSemaphore(value: 0)

  private enum State {
    case waiting(@Sendable () -> Value)
    case running
    case done(Value)

    var value: Value? {
      if case .done(let value) = self { value } else { nil }
    }
  }

  /// Starts the computation on the next idle thread of the global queue.
  package init(_ body: @escaping @Sendable () -> Value) {
    state = Mutex(.waiting(body))
    DispatchQueue.global(qos: .userInitiated).async { self.begin() }
  }

  /// Waits for the value, or computes it if no other thread has started to.
  package var value: Value {
    begin()
    while true {
      if let value = state.withLock({ $0.value }) { return value }
      isDone.wait()
      // For other waiting threads.
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
