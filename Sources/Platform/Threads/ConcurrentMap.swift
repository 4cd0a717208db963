internal import Dispatch
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
  DispatchQueue.concurrentPerform(iterations: (count + stretch - 1) / stretch) { index in
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
