import CuratePipeline
import Platform

/// The date of a run: `SOURCE_DATE_EPOCH` if it is set, for reproducible builds (reproducible-builds.org), otherwise the
/// date of the clock.
enum SourceDate {
  /// Returns the date of `SOURCE_DATE_EPOCH`; nil if it is not set.
  static func day() throws(CommandFailure) -> CalendarDate? {
    guard let text = CurrentProcess.environment("SOURCE_DATE_EPOCH") else { return nil }
    guard let seconds = Int(text), (0...latest).contains(seconds) else {
      throw .usage("SOURCE_DATE_EPOCH is '\(text)'; it must be a number of seconds since 1970-01-01, or unset")
    }
    return CalendarDate(secondsSince1970: seconds)
  }

  /// The end of the year 9999, the last year with four digits, in seconds since 1970-01-01.
  private static let latest = 253_402_300_799
}
