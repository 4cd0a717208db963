import CuratePipeline
import Platform

/// The day that a run takes for today: `SOURCE_DATE_EPOCH` if it is set, so that a build can be repeated
/// (reproducible-builds.org), else what the clock says.
enum SourceDate {
  /// - Returns: nil for the clock's day.
  static func day() throws(CommandFailure) -> CalendarDate? {
    guard let text = CurrentProcess.environment("SOURCE_DATE_EPOCH") else { return nil }
    guard let seconds = Int(text), (0...latest).contains(seconds) else {
      throw .usage("SOURCE_DATE_EPOCH is '\(text)'; it must be a number of seconds since 1970-01-01, or unset")
    }
    return CalendarDate(secondsSince1970: seconds)
  }

  /// The end of the year 9999, the last that four digits can write.
  private static let latest = 253_402_300_799
}
