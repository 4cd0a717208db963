import Dispatch
import Synchronization

/// A value that is worked out beside the thread that will need it.
///
/// Unlike a part of `concurrentMap`, it may use `concurrentMap` itself: Dispatch runs a nested one on one core.
package final class Future<Value: Sendable>: Sendable {
  private let work = DispatchGroup()
  private let result = Mutex<Value?>(nil)

  /// Begins at once.
  package init(_ body: @escaping @Sendable () -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: work) {
      let value = body()
      self.result.withLock { $0 = value }
    }
  }

  /// Waits until it is there.
  package var value: Value {
    while true {
      if let value = result.withLock({ $0 }) { return value }
      work.wait()
    }
  }
}
