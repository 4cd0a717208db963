import Platform

/// Formats times in the local time zone; the history stores UTC.
enum LocalTime {
  /// `2026-03-01 09:30`
  ///
  /// - Parameter milliseconds: since 1970-01-01 UTC.
  static func minute(_ milliseconds: Int64) -> String {
    let parts = parts(of: milliseconds)
    return "\(date(parts)) \(two(parts.hour)):\(two(parts.minute))"
  }

  /// `2026-03-01 09:30:12`
  static func second(_ milliseconds: Int64) -> String {
    "\(minute(milliseconds)):\(two(parts(of: milliseconds).second))"
  }

  /// `2026-03-01T09:30:12Z`, for programs and for output that is read in other time zones.
  static func utc(_ milliseconds: Int64) -> String {
    let parts = CalendarTime(secondsSince1970: Int(milliseconds / 1000), in: .utc)
    return "\(date(parts))T\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))Z"
  }

  private static func parts(of milliseconds: Int64) -> CalendarTime {
    CalendarTime(secondsSince1970: Int(milliseconds / 1000), in: .local)
  }

  private static func date(_ parts: CalendarTime) -> String {
    "\(parts.year)-\(two(parts.month))-\(two(parts.day))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
