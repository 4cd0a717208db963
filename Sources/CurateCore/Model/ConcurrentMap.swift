import Dispatch
import Synchronization

/// Maps stretches of `0..<count` on all cores, and gives the results in order; a single stretch stays on this thread.
///
/// - Parameter stretch: how many elements one call of `body` takes; enough for about 50 µs, the price of a thread.
package func concurrentMap<Part: Sendable>(
  _ count: Int, stretch: Int, _ body: @Sendable (Range<Int>) -> Part
) -> [Part] {
  guard count > stretch else { return count > 0 ? [body(0..<count)] : [] }
  let done = Mutex<[(index: Int, part: Part)]>([])
  DispatchQueue.concurrentPerform(iterations: (count + stretch - 1) / stretch) { index in
    let part = body(index * stretch..<min(count, (index + 1) * stretch))
    done.withLock { $0.append((index, part)) }
  }
  return done.withLock { $0.sorted { $0.index < $1.index }.map(\.part) }
}
