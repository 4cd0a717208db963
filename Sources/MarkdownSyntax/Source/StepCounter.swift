import Synchronization

/// Counts the parser's steps in debug builds, so that tests can hold it to linear time without a clock.
///
/// A step is one byte looked at by a scan that may look at it again, one container or delimiter tried, one line sought.
final class StepCounter: Sendable {
  #if DEBUG
    @TaskLocal static var current: StepCounter?
  #endif
  private let count = Atomic<Int>(0)
  var steps: Int { count.load(ordering: .relaxed) }
  func add(_ steps: Int) { count.add(steps, ordering: .relaxed) }
}

/// Notes steps; nothing in release builds.
@inline(__always)
func countSteps(_ steps: @autoclosure () -> Int) {
  #if DEBUG
    StepCounter.current?.add(steps())
  #endif
}
