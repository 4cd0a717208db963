import Glibc

/// Moments by the clock of whoever looks; the history keeps them in UTC.
enum LocalTime {
  /// `2026-03-01 09:30`
  ///
  /// - Parameter milliseconds: since 1970-01-01 UTC.
  static func minute(_ milliseconds: Int64) -> String {
    let parts = parts(of: milliseconds)
    return "\(date(parts)) \(two(parts.tm_hour)):\(two(parts.tm_min))"
  }

  /// `2026-03-01 09:30:12`
  static func second(_ milliseconds: Int64) -> String {
    "\(minute(milliseconds)):\(two(parts(of: milliseconds).tm_sec))"
  }

  /// `2026-03-01T09:30:12Z`: for programs, and for text that is read elsewhere.
  static func utc(_ milliseconds: Int64) -> String {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return "\(date(parts))T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  private static func parts(of milliseconds: Int64) -> tm {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts
  }

  private static func date(_ parts: tm) -> String {
    "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
