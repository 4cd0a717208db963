/// Shortens text of a list for one line of output.
enum Excerpt {
  /// Returns the text on one line, with one space for each run of white space, cut at the limit.
  ///
  /// - Parameter limit: the maximum number of characters (60 by default).
  static func of(_ text: String, limit: Int = 60) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }
}
