import Glibc

/// Standard output and standard error, and what they can show.
enum Terminal {
  enum Style: String {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  /// `--color`
  enum ColourChoice: String, CaseIterable {
    case auto, always, never
  }

  /// Colour only on a terminal, and not if `NO_COLOR` or `CI` is set (no-color.org), unless somebody says otherwise.
  static func hasColour(_ descriptor: Int32, _ choice: ColourChoice = .auto) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      isatty(descriptor) == 1 && !isSet("NO_COLOR") && !isSet("CI")
        && getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? false
    }
  }

  /// An empty variable is as good as none.
  static func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }

  static func paint(_ text: String, _ style: Style, if coloured: Bool) -> String {
    coloured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  static func print(_ text: String) { write(Array((text + "\n").utf8), to: STDOUT_FILENO) }

  static func printError(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// Writes all bytes; a reader that has gone away (a closed pipe) is no error of ours.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = UnsafeRawBufferPointer(rebasing: buffer[...])
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          return
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }
}
