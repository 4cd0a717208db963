import CurateCore
import Glibc
import Synchronization

/// A line on the terminal that shows how much of a large collection has been read, how fast, and how long the rest will
/// take. It is gone when the reading is done.
///
/// It goes to standard error, and only if that is a terminal that can clear a line and no `CI` watches.
final class ProgressBar: Sendable {
  /// Bytes below which there is nothing to wait for.
  private static let least = 8 << 20
  /// Seconds between two drawings.
  private static let interval = 0.1
  private static let width = 24

  private struct State {
    var start: Double?
    var lastDrawn = -Double.infinity
    var isDrawn = false
  }

  private let state = Mutex(State())
  private let coloured = Terminal.hasColour(STDERR_FILENO)

  /// Nil where nobody would see it.
  init?() {
    guard isatty(STDERR_FILENO) == 1, getenv("CI") == nil, getenv("TERM").map({ strcmp($0, "dumb") != 0 }) ?? false
    else { return nil }
  }

  /// - Parameters:
  ///   - done: bytes, of `total`.
  func show(_ done: Int, of total: Int) {
    guard total >= Self.least else { return }
    let now = Self.seconds
    state.withLock { state in
      let start = state.start ?? now
      state.start = start
      guard now - state.lastDrawn >= Self.interval else { return }
      (state.lastDrawn, state.isDrawn) = (now, true)
      let text = Self.text(done, of: total, after: now - start, coloured: coloured)
      Terminal.write(Array("\r\(text)\u{1B}[K".utf8), to: STDERR_FILENO)
    }
  }

  /// Takes the bar away, so that other text may follow.
  func clear() {
    state.withLock { state in
      guard state.isDrawn else { return }
      Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
      state = State()
    }
  }

  /// `reading ████████░░░░  43 %  440 of 1,024 MB, 210 MB/s, 3 s left`
  static func text(_ done: Int, of total: Int, after seconds: Double, coloured: Bool) -> String {
    let share = total > 0 ? Double(done) / Double(total) : 1
    let full = Int(share * Double(width))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    let megabytes = { (bytes: Double) in Int((bytes / 1e6).rounded()).grouped }
    var text = "reading \(Terminal.paint(bar, .cyan, if: coloured)) \(Int(share * 100)) %"
    text += "  \(megabytes(Double(done))) of \(megabytes(Double(total))) MB"
    // The first document is read while there is no time to measure yet.
    guard seconds > 0 else { return text }
    let rate = Double(done) / seconds
    guard rate > 0 else { return text }
    return text + ", \(megabytes(rate)) MB/s, \(Int((Double(total - done) / rate).rounded(.up)).grouped) s left"
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
