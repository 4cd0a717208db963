import CurateCore
import Platform
import Synchronization

/// A progress line for reading a large collection: share, rate and estimated time left. It is erased at the end.
///
/// Written to standard error, only if that is a terminal and `CI` is not set; without color if `NO_COLOR` is set.
final class ProgressBar: Sendable {
  /// The minimum size of a collection to show progress for, in bytes.
  private static let least = 8 << 20
  /// The minimum time between two updates, in milliseconds.
  private static let interval = 100
  private static let width = 24

  private struct State {
    var start: MonotonicTime?
    var lastDrawn: MonotonicTime?
    /// The number of terminal columns in use.
    var length = 0
  }

  private let state = Mutex(State())
  private let isColored = Terminal.hasColor(.error)

  /// Returns nil if standard error is not a terminal, or cannot show a progress line.
  init?() {
    guard Terminal.canMoveCursor(.error), !Terminal.isSet("CI") else { return nil }
  }

  /// Updates the line, at most every 0.1 s.
  ///
  /// - Parameters:
  ///   - done: the number of bytes read.
  ///   - total: the number of bytes to read.
  func show(_ done: Int, of total: Int) {
    guard total >= Self.least else { return }
    let now = MonotonicTime.now
    state.withLock { state in
      let start = state.start ?? now
      state.start = start
      if let last = state.lastDrawn, now - last < Self.interval { return }
      let (bar, numbers) = Self.parts(done, of: total, after: now.milliseconds(since: start) / 1000)
      let length = "reading ".count + bar.count + numbers.count
      let rest = String(repeating: " ", count: max(0, state.length - length))
      let text = "\rreading \(Terminal.paint(bar, .cyan, if: isColored))\(numbers)\(rest)"
      (state.lastDrawn, state.length) = (now, length)
      Terminal.write(Array(text.utf8), to: .error)
    }
  }

  /// Erases the line so that other text can follow.
  func clear() {
    state.withLock { state in
      guard state.length > 0 else { return }
      let blank = String(repeating: " ", count: state.length)
      Terminal.write(Array("\r\(blank)\r".utf8), to: .error)
      state = State()
    }
  }

  /// `████████░░░░` and ` 43 %  440 of 1,024 MB, 210 MB/s, 3 s left`
  private static func parts(_ done: Int, of total: Int, after seconds: Double) -> (bar: String, numbers: String) {
    let share = total > 0 ? Double(done) / Double(total) : 1
    let full = Int(share * Double(width))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    let megabytes = { (bytes: Double) in Int((bytes / 1e6).rounded()).grouped }
    let numbers = " \(Int(share * 100)) %  \(megabytes(Double(done))) of \(megabytes(Double(total))) MB"
    // At the first update no time has passed, so there is no rate.
    guard seconds > 0, done > 0 else { return (bar, numbers) }
    let rate = Double(done) / seconds
    let left = Int((Double(total - done) / rate).rounded(.up))
    return (bar, numbers + ", \(megabytes(rate)) MB/s, \(left.grouped) s left")
  }
}
