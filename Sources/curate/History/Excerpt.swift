/// Texts of a list as one line of a report shows them.
enum Excerpt {
  /// On one line, runs of white space as one space, and cut where it gets long.
  ///
  /// - Parameter limit: the most characters.
  static func of(_ text: String, limit: Int = 60) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }
}
