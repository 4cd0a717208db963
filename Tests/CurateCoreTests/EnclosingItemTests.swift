import Testing

@testable import CurateCore

/// Which bytes the removal of an entry deletes, and which entries can be removed.
struct EnclosingItemTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var input: String
    /// The output after the removal of `https://x.example`; nil if it must be refused.
    var output: String?
    var testDescription: String { name }

    init(_ name: String, _ input: String, _ output: String?) {
      self.name = name
      self.input = input
      self.output = output
    }
  }

  static let cases = [
    Case("first", "- [X](https://x.example)\n- [A](https://a.example)\n", "- [A](https://a.example)\n"),
    Case("last", "- [A](https://a.example)\n- [X](https://x.example)\n", "- [A](https://a.example)\n"),
    Case(
      "last without a line ending", "- [A](https://a.example)\n- [X](https://x.example)", "- [A](https://a.example)\n"),
    Case(
      "loose list, middle", "- [A](https://a.example)\n\n- [X](https://x.example)\n\n- [B](https://b.example)\n",
      "- [A](https://a.example)\n\n- [B](https://b.example)\n"),
    Case(
      "loose list, last", "- [A](https://a.example)\n\n- [X](https://x.example)\n\nText\n",
      "- [A](https://a.example)\n\nText\n"),
    Case(
      "CRLF", "- [A](https://a.example)\r\n- [X](https://x.example)\r\n- [B](https://b.example)\r\n",
      "- [A](https://a.example)\r\n- [B](https://b.example)\r\n"),
    Case(
      "heading right behind", "- [A](https://a.example)\n- [X](https://x.example)\n# H\n",
      "- [A](https://a.example)\n# H\n"),
    Case(
      "several lines", "- [A](https://a.example)\n- [X\n  y](https://x.example)\n- [B](https://b.example)\n",
      "- [A](https://a.example)\n- [B](https://b.example)\n"),
    Case(
      "nested", "- g\n  - [A](https://a.example)\n  - [X](https://x.example)\n- h\n",
      "- g\n  - [A](https://a.example)\n- h\n"),
    Case(
      "mixed markers", "- [A](https://a.example)\n* [X](https://x.example)\n- [B](https://b.example)\n",
      "- [A](https://a.example)\n- [B](https://b.example)\n"),
    Case(
      "row", "| a | b |\n|---|---|\n| [A](https://a.example) | 1 |\n| [X](https://x.example) | |\n",
      "| a | b |\n|---|---|\n| [A](https://a.example) | 1 |\n"),
    Case(
      "with its badge", "- ![b](https://b.example/i) [X](https://x.example)\n- [A](https://a.example)\n",
      "- [A](https://a.example)\n"),
    Case("only item", "- [X](https://x.example)\n", nil),
    Case("ordered", "1. [X](https://x.example)\n2. [A](https://a.example)\n", nil),
    Case("children", "- [X](https://x.example)\n  - [A](https://a.example)\n- b\n", nil),
    Case("other link", "- [X](https://x.example) [A](https://a.example)\n- b\n", nil),
    Case("does not open", "- See [X](https://x.example)\n- b\n", nil),
    Case("prose", "[X](https://x.example)\n", nil),
    Case("quote", "> - [X](https://x.example)\n> - b\n", nil),
    Case("heading", "# [X](https://x.example)\n", nil),
    Case("kept by a comment", "- [X](https://x.example) <!-- curate: keep -->\n- b\n", nil),
    Case("item on another's line", "- - [X](https://x.example)\n  - b\n- c\n", nil),
    Case("only row", "| a |\n|---|\n| [X](https://x.example) |\n", nil),
    Case(
      "between two lists", "- [A](https://a.example)\n\n* [X](https://x.example)\n\n- [B](https://b.example)\n", nil),
  ]

  @Test(arguments: cases) func removal(_ item: Case) throws {
    var trial = try Trial(item.input)
    let refusal = trial.list.remove(try trial.link("https://x.example"), rule: "test", reason: "test")
    #expect(trial.output == item.output ?? item.input)
    #expect((refusal == nil) == (item.output != nil), "\(String(describing: refusal))")
    #expect(trial.account.isBalanced)
  }

  /// A list never loses its last item, in whatever order removals are requested.
  @Test func listsKeepOneItem() throws {
    var generator = Generator(seed: 2)
    for _ in 0..<200 {
      let markers = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        ["- ", "* ", "\n- ", "- ", "  - "][Int.random(in: 0..<5, using: &generator)]
      }
      let text = markers.enumerated().map { "\($1)[t](https://x.example/\($0))\n" }.joined()
      var trial = try Trial("Before\n\n" + text + "\nAfter\n")
      for link in trial.list.links.map(\.id).shuffled(using: &generator) {
        trial.list.remove(link, rule: "test", reason: "test")
      }
      #expect(trial.account.isBalanced, "\(text)")
      #expect(trial.output.hasPrefix("Before\n\n") && trial.output.hasSuffix("\nAfter\n"), "\(text)")
      let again = try Trial(trial.output)
      #expect(!again.list.links.isEmpty)
      #expect(again.list.links.allSatisfy { $0.role == .entry }, "\(text)\n\(trial.output)")
    }
  }

  @Test(arguments: [
    ("- [X](https://x.example)", ""), ("- [X](https://x.example).", ""), ("- **[X](https://x.example)** -", ""),
    ("- [X](https://x.example) - a  fine\n  thing", "- a fine thing"), ("- ⭐ [X](https://x.example)", "⭐"),
    ("- [x] [X](https://x.example)", "[x]"), ("- [ ] [X](https://x.example)", ""),
  ])
  func textWithoutTheLink(input: String, words: String) throws {
    let trial = try Trial(input + "\n")
    let link = trial.list[try trial.link("https://x.example")]
    let scope = try #require(EnclosingItem(of: link, in: trial.list.documents[0]))
    #expect(String(decoding: scope.text(without: link, in: trial.list.documents[0]), as: UTF8.self) == words)
  }
}
