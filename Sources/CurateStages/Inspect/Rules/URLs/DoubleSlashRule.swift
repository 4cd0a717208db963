import CurateCore

extension InspectRule {
  static let doubleSlash = InspectRule(
    "double-slash",
    "Reports `//` in the path of a URL: a segment between the slashes may be missing. Not reported in the query or fragment, or after a colon, where another URL is embedded.",
    severity: .note,
    examples: [
      StageExample("two slashes in a path", "- [Tea](https://tea.example//green)\n", ["double-slash"]),
      StageExample("an embedded URL is not reported", "- [Tea](https://web.example/https://tea.example)\n", []),
    ],
    check: .url { url in
      guard url.schemeLength > 0 else { return nil }
      var previous: UInt8 = 0
      var beforePrevious: UInt8 = 0
      for byte in url.bytes[url.schemeLength...] {
        if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return nil }
        if byte == UInt8(ascii: "/"), previous == byte, beforePrevious != UInt8(ascii: ":") {
          return "'//' in '\(url.url)'"
        }
        (beforePrevious, previous) = (previous, byte)
      }
      return nil
    })
}
