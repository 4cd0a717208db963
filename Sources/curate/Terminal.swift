import Platform

/// Writes text to standard output and standard error, with color where the terminal supports it.
enum Terminal {
  enum Style: String {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  /// The values of `--color`.
  enum ColorChoice: String, CaseIterable {
    case auto, always, never
  }

  /// Whether text is colored: with `auto` only on a terminal, and not if `NO_COLOR` or `CI` is set (no-color.org).
  static func hasColor(_ stream: StandardStream, _ choice: ColorChoice = .auto) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      canMoveCursor(stream) && !isSet("NO_COLOR") && !isSet("CI")
    }
  }

  /// Whether the stream is a terminal that understands escape sequences (`TERM` is set, and not `dumb`).
  static func canMoveCursor(_ stream: StandardStream) -> Bool {
    stream.isTerminal && CurrentProcess.environment("TERM").map { $0 != "dumb" } ?? false
  }

  /// Whether an environment variable is set and not empty.
  static func isSet(_ name: String) -> Bool { CurrentProcess.environment(name).map { !$0.isEmpty } ?? false }

  static func paint(_ text: String, _ style: Style, if isColored: Bool) -> String {
    isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  static func print(_ text: String) { write(Array((text + "\n").utf8), to: .output) }

  static func printError(_ text: String) { write(Array((text + "\n").utf8), to: .error) }

  /// Writes all bytes. A reader that has closed the pipe is not an error.
  static func write(_ bytes: [UInt8], to stream: StandardStream) {
    // Ignored: such a reader has read what it needs, and another error could be reported only to the same terminal.
    try? stream.write(bytes)
  }
}
