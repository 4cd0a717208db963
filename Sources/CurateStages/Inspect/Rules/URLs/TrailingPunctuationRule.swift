import CurateCore

extension InspectRule {
  static let trailingPunctuation = InspectRule(
    "trailing-punctuation",
    "Reports a URL that ends with punctuation that probably belongs to the sentence. Not reported for a balanced bracket (`/a_(b)`), a full stop at the end of a Wikipedia URL, or a text fragment.",
    severity: .warning,
    examples: [
      StageExample("punctuation of the sentence", "- [Tea](https://tea.example/green,)\n", ["trailing-punctuation"])
    ],
    check: .url { url in
      guard url.schemeLength > 0, let last = url.bytes.last, ".,;:\"|<>`)]".utf8.contains(last),
        !url.url.contains(":~:text=")
      else { return nil }
      func count(_ bracket: Unicode.Scalar) -> Int { url.bytes.count { $0 == UInt8(ascii: bracket) } }
      let isPartOfURL =
        switch last {
        case UInt8(ascii: "."): url.url.contains("wikipedia.org/")
        case UInt8(ascii: ")"): count(")") <= count("(")
        case UInt8(ascii: "]"): count("]") <= count("[")
        default: false
        }
      return isPartOfURL ? nil : "'\(url.url)' ends with '\(Unicode.Scalar(last))'"
    })
}
