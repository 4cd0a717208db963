/// Formats text and links as GitHub Markdown.
enum MarkdownText {
  /// Escapes text so that it contains no markup, table cell, tag, link or mention (`@name`).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var previous: Character = " "
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", "|", "$", "~", "&": escaped += "\\\(character)"
      // At the beginning it would start a block quote.
      case ">" where index == 0: escaped += "\\>"
      // A URL in the text would become a link, and the link would end at the first escape.
      case ":" where next == "/": escaped += "\\:"
      case "." where previous == "w" || previous == "W": escaped += "\\."
      // A zero-width space keeps GitHub from mentioning people and linking issues.
      case "@" where next.isLetter || next.isNumber, "#" where next.isNumber: escaped += "\(character)&#8203;"
      case _ where character.isNewline: escaped += " "
      default: escaped.append(character)
      }
      previous = character
    }
    return escaped
  }

  /// Returns a Markdown link.
  ///
  /// - Parameter text: the link text; empty to show the URL.
  static func link(_ text: String, to url: String) -> String {
    let isBare = text.isEmpty || text == url
    if isBare, url.contains(":"), !url.contains(where: { $0.isWhitespace || "<>|".contains($0) }) { return "<\(url)>" }
    return "[\(escaped(isBare ? url : text))](\(destination(url)))"
  }

  /// Returns a link destination, in angle brackets if it could end too early otherwise. Inside of them only `<`, `>` and
  /// `\` need an escape (CommonMark 0.31.2, 6.3), and `|` in tables.
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
