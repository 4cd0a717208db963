import CurateCore

extension InspectRule {
  static let oddLinkText = InspectRule(
    "odd-link-text",
    "Reports a link text that begins or ends with a space, comma or semicolon, begins with a closing bracket, or ends with a slash or an opening bracket. The end of a text that is a URL is not checked, nor are links in HTML.",
    severity: .note,
    examples: [StageExample("a text that ends with a space", "- [Oolong ](https://tea.example)\n", ["odd-link-text"])],
    check: .linkText { link, collection in
      guard link.syntax != .html else { return nil }
      let bytes = collection[link.document].source[link.text.range]
      guard let first = bytes.first, let last = bytes.last else { return nil }
      let (startsOddly, endsOddly) = (isOddAtStart(first), isOddAtEnd(last))
      guard startsOddly || endsOddly else { return nil }
      let text = "'\(String(decoding: bytes, as: UTF8.self))'"
      if startsOddly { return "the link text \(text) begins with \(phrase(first))" }
      let isURL = bytes.starts(with: "http".utf8) || bytes.starts(with: "www.".utf8)
      return isURL ? nil : "the link text \(text) ends with \(phrase(last))"
    })

  private static func phrase(_ byte: UInt8) -> String {
    byte == 0x20 || byte == 0x09 ? "a space" : "'\(Character(Unicode.Scalar(byte)))'"
  }

  private static func isOddAtStart(_ byte: UInt8) -> Bool { isSpaceOrComma(byte) || byte == UInt8(ascii: ")") }

  private static func isOddAtEnd(_ byte: UInt8) -> Bool {
    isSpaceOrComma(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "/")
  }

  private static func isSpaceOrComma(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }
}
