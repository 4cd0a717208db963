/// The end of what a program writes to standard error.
struct ErrorTail {
  /// The number of bytes that are kept.
  private static let limit = 1 << 14
  /// The number of lines that an error shows.
  private static let shownLines = 10
  private static let shownWidth = 240

  private var bytes: [UInt8] = []

  mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: more.suffix(Self.limit))
    // Truncated only at twice the limit, so that each byte is moved once or twice instead of with every read.
    if bytes.count > 2 * Self.limit { bytes.removeFirst(bytes.count - Self.limit) }
  }

  /// The last lines, without control characters.
  var lines: [String] {
    let text = String(decoding: bytes.suffix(Self.limit), as: UTF8.self)
    return text.split(separator: "\n").suffix(Self.shownLines).map { Self.shown($0) }
  }

  static func shown(_ line: Substring) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars.prefix(shownWidth) {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\t"
      scalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(scalars) + (line.unicodeScalars.count > shownWidth ? "…" : "")
  }
}
