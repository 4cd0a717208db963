import Platform

/// A date of the Gregorian calendar, written as in ISO 8601: `2027-01-01`.
public struct CalendarDate: Sendable, Equatable, Comparable, CustomStringConvertible {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// Parses a date.
  ///
  /// - Returns: nil for an invalid date, such as `2027-02-30` or `1.1.2027`.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || Self.isDigit($0) }),
      let year = Int(String(parts[0]) ?? ""), let month = Int(String(parts[1]) ?? ""),
      let day = Int(String(parts[2]) ?? ""), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The date in UTC of an instant (seconds since 1970-01-01).
  public init(secondsSince1970 seconds: Int) {
    let time = CalendarTime(secondsSince1970: seconds, in: .utc)
    (year, month, day) = (time.year, time.month, time.day)
  }

  /// The current date in UTC.
  public static var today: CalendarDate { CalendarDate(secondsSince1970: CurrentTime.secondsSince1970) }

  public var description: String {
    func digits(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  public static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
