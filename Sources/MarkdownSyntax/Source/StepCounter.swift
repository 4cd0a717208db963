import Synchronization

/// Counts the steps of the parser in debug builds, so that tests can verify linear time without a clock.
///
/// A step is one byte read by a scan that may read it again, one container or delimiter tried, or one line searched.
final class StepCounter: Sendable {
  #if DEBUG
    @TaskLocal static var current: StepCounter?
  #endif
  private let count = Atomic<Int>(0)
  var steps: Int { count.load(ordering: .relaxed) }
  func add(_ steps: Int) { count.add(steps, ordering: .relaxed) }
}

/// Counts steps in debug builds. Does nothing in release builds.
@inline(__always)
func countSteps(_ steps: @autoclosure () -> Int) {
  #if DEBUG
    StepCounter.current?.add(steps())
  #endif
}
