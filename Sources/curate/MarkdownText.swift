/// Text and links for Markdown that GitHub shows.
enum MarkdownText {
  /// Text that means itself: no markup, no table cell, no tag, no link, and nobody is called by `@name`.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var previous: Character = " "
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", "|", "$", "~", "&": escaped += "\\\(character)"
      // It begins a quotation.
      case ">" where index == 0: escaped += "\\>"
      // Otherwise a URL would become a link that ends where the escapes of its text begin.
      case ":" where next == "/": escaped += "\\:"
      case "." where previous == "w" || previous == "W": escaped += "\\."
      // A space without width keeps GitHub from calling people, and from linking issues.
      case "@" where next.isLetter || next.isNumber, "#" where next.isNumber: escaped += "\(character)&#8203;"
      case _ where character.isNewline: escaped += " "
      default: escaped.append(character)
      }
      previous = character
    }
    return escaped
  }

  /// - Parameter text: empty for a link that shows its URL.
  static func link(_ text: String, to url: String) -> String {
    let isBare = text.isEmpty || text == url
    if isBare, url.contains(":"), !url.contains(where: { $0.isWhitespace || "<>|".contains($0) }) { return "<\(url)>" }
    return "[\(escaped(isBare ? url : text))](\(destination(url)))"
  }

  /// In angle brackets if it could end too early otherwise; within them only these need an escape (CommonMark 0.31.2,
  /// 6.3), and `|` for tables.
  private static func destination(_ url: String) -> String {
    guard url.isEmpty || url.contains(where: { $0.isWhitespace || "()<>|\\".contains($0) }) else { return url }
    var destination = "<"
    for character in url where !character.isNewline {
      if "<>\\|".contains(character) { destination.append("\\") }
      destination.append(character)
    }
    return destination + ">"
  }
}
