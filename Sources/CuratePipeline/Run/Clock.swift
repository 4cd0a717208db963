import Glibc

/// Times of a run, for people and the history; never in an output.
enum Clock {
  typealias Instant = timespec

  static var now: Instant { read(CLOCK_MONOTONIC) }

  static var millisecondsSince1970: Int64 {
    let time = read(CLOCK_REALTIME)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  static func milliseconds(since start: Instant) -> Double {
    let end = now
    return Double(end.tv_sec - start.tv_sec) * 1e3 + Double(end.tv_nsec - start.tv_nsec) / 1e6
  }

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    clock_gettime(clock, &time)
    return time
  }
}
