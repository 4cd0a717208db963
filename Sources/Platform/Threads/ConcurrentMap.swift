internal import Synchronization

/// Maps stretches of `0..<count` on all cores, and gives the results in order; a single stretch stays on this thread.
///
/// - Parameter stretch: how many elements one call of `body` takes; enough for about 50 µs, the price of waking a thread.
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

/// Works on all cores as `concurrentMap` does, some ten thousand elements at a time, so that few results are held in
/// memory.
///
/// - Parameter take: gets the results in order, on this thread.
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
