import Glibc

/// How long a plugin may take, in milliseconds.
public struct TimeLimits: Sendable {
  /// From its start to `ready`.
  public var ready = 10_000
  /// Without a line from it or a byte that it reads.
  public var idle = 60_000
  /// From TERM to KILL.
  public var grace = 2_000
  /// All in all: the `timeout:` of the recipe.
  public var total: Int?

  public init() {}
}

/// A point in time that only goes forward.
struct Moment: Comparable {
  /// Since some start, in milliseconds.
  let milliseconds: Int

  static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Moment(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
  }

  static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }
  static func + (a: Moment, milliseconds: Int) -> Moment { Moment(milliseconds: a.milliseconds + milliseconds) }
  static func - (a: Moment, b: Moment) -> Int { a.milliseconds - b.milliseconds }
}
