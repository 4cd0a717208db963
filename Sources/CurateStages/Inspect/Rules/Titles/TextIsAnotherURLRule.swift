import CurateCore
import LinkIdentity

extension InspectRule {
  static let textIsAnotherURL = InspectRule(
    "text-is-another-url",
    "Reports a link text that is the URL of another page than the destination. Not reported for a text that is abbreviated (`…`), or for two URLs of one page (http and https).",
    severity: .warning,
    examples: [
      StageExample(
        "the text is another URL", "- [https://tea.example](https://coffee.example)\n", ["text-is-another-url"])
    ],
    check: .linkText { link, collection in
      guard collection.withTitle(of: link.id, mayBeURL) else { return nil }
      let text = collection.title(of: link.id)
      let lower = text.lowercased()
      guard lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www."),
        !text.contains(where: \.isWhitespace), !text.hasSuffix("…"), !text.hasSuffix("...")
      else { return nil }
      let url = collection.url(of: link.id)
      guard let textKey = pageKey(of: lower.hasPrefix("www.") ? "http://" + text : text),
        let key = collection.knownIdentity(of: link.id)?.key ?? pageKey(of: url)
      else { return nil }
      return textKey == key ? nil : "the link text is '\(text)', but the destination is '\(url)'"
    })

  /// Whether the first letter is that of a URL, which rules out most titles.
  private static func mayBeURL(_ title: Span<UInt8>) -> Bool {
    !title.isEmpty && (title[0] | 0x20 == UInt8(ascii: "h") || title[0] | 0x20 == UInt8(ascii: "w"))
  }
}
