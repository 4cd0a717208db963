import Synchronization
import Testing

@testable import Platform

@Suite struct ParallelMapTests {
  @Test func resultsStandInOrder() {
    let parts = concurrentMap(1_000, stretch: 7) { Array($0) }
    #expect(parts.flatMap { $0 } == Array(0..<1_000))
    #expect(parts.count == 143)
  }

  @Test func nothingIsDoneForNothing() {
    #expect(concurrentMap(0, stretch: 4) { $0 }.isEmpty)
    #expect(concurrentMap(3, stretch: 4) { $0 } == [0..<3])
  }

  @Test func batchesComeInOrderAndOnce() {
    let count = 1 << 15 + 5
    var seen: [Int] = []
    concurrentBatches(count, stretch: 100) { range in
      range.map { $0 * 2 }
    } take: { range, part in
      #expect(part == range.map { $0 * 2 })
      seen += range
    }
    #expect(seen == Array(0..<count))
  }

  /// Every thread waits in an outer loop while the inner loops run.
  @Test func loopsWithinLoopsEnd() {
    let sums = concurrentMap(64, stretch: 1) { outer in
      concurrentMap(64, stretch: 1) { inner in outer.lowerBound * inner.lowerBound }.reduce(0, +)
    }
    #expect(sums == (0..<64).map { $0 * 2_016 })
  }

  @Test func valuesOfTheFutureMayWaitForEachOther() {
    let futures = (0..<100).map { number in
      Future { Future { concurrentMap(10, stretch: 1) { $0.lowerBound + number }.reduce(0, +) }.value }
    }
    #expect(futures.map(\.value) == (0..<100).map { 45 + 10 * $0 })
  }

  @Test func aFutureIsWorkedOutOnce() {
    let times = Counter()
    let future = Future { times.count.add(1, ordering: .relaxed).newValue }
    let seen = concurrentMap(50, stretch: 1) { _ in future.value }
    #expect(seen == Array(repeating: 1, count: 50))
    #expect(times.count.load(ordering: .relaxed) == 1)
  }

  /// A thread that still held what the loop read would make the next change of an array copy it.
  @Test func valuesAreReleasedWhenTheLoopEnds() {
    for _ in 0..<2_000 {
      var counter: Counter? = Counter()
      read(counter)
      #expect(isKnownUniquelyReferenced(&counter))
    }
  }

  private func read(_ counter: Counter?) {
    _ = concurrentMap(8, stretch: 1) { _ in counter?.count.add(1, ordering: .relaxed) }
  }

  private final class Counter: Sendable {
    let count = Atomic(0)
  }
}
