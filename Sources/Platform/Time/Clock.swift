internal import Glibc

/// A point in time of the monotonic clock (`CLOCK_MONOTONIC`), which never goes back.
package struct MonotonicTime: Comparable, Sendable {
  private let nanoseconds: Int

  package static var now: MonotonicTime { MonotonicTime(nanoseconds: CurrentTime.nanoseconds(CLOCK_MONOTONIC)) }

  /// Milliseconds between an earlier point in time and this one.
  package func milliseconds(since start: MonotonicTime) -> Double { Double(nanoseconds - start.nanoseconds) / 1e6 }

  package static func < (a: MonotonicTime, b: MonotonicTime) -> Bool { a.nanoseconds < b.nanoseconds }

  package static func + (time: MonotonicTime, milliseconds: Int) -> MonotonicTime {
    MonotonicTime(nanoseconds: time.nanoseconds + milliseconds * 1_000_000)
  }

  /// The difference in whole milliseconds, rounded down.
  package static func - (a: MonotonicTime, b: MonotonicTime) -> Int {
    let (quotient, remainder) = (a.nanoseconds - b.nanoseconds).quotientAndRemainder(dividingBy: 1_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

/// The system's clock, in UTC.
package enum CurrentTime {
  package static var millisecondsSince1970: Int64 { Int64(nanoseconds(CLOCK_REALTIME) / 1_000_000) }
  package static var secondsSince1970: Int { nanoseconds(CLOCK_REALTIME) / 1_000_000_000 }

  fileprivate static func nanoseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

/// A point in time as a calendar shows it (Gregorian, `gmtime(3)`, `localtime(3)`).
package struct CalendarTime: Sendable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int
  /// 0 to 23.
  package let hour: Int
  /// 0 to 59.
  package let minute: Int
  /// 0 to 60, for leap seconds.
  package let second: Int

  package enum Zone: Sendable {
    case utc
    /// The zone of the process (`TZ`).
    case local
  }

  package init(secondsSince1970 seconds: Int, in zone: Zone) {
    var time = time_t(seconds)
    var fields = tm()
    switch zone {
    case .utc: gmtime_r(&time, &fields)
    case .local: localtime_r(&time, &fields)
    }
    (year, month, day) = (Int(fields.tm_year) + 1900, Int(fields.tm_mon) + 1, Int(fields.tm_mday))
    (hour, minute, second) = (Int(fields.tm_hour), Int(fields.tm_min), Int(fields.tm_sec))
  }
}
