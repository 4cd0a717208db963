/// The last of what a program writes for people, however much it writes.
struct ErrorTail {
  /// How much is kept, in bytes.
  private static let limit = 1 << 14
  /// How many lines an error shows.
  private static let shownLines = 10
  private static let shownWidth = 240

  private var bytes: [UInt8] = []

  mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: more.suffix(Self.limit))
    // Cut now and then, so that a byte is moved once or twice and not with every read.
    if bytes.count > 2 * Self.limit { bytes.removeFirst(bytes.count - Self.limit) }
  }

  /// The last lines, without what a terminal would obey.
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
