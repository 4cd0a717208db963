import Testing

@testable import MarkdownSyntax

/// Inputs on which other parsers took quadratic time. Doubling the input must take at most 2.3 times the steps.
struct PathologicalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var size: Int
    var make: @Sendable (Int) -> String
    var testDescription: String { name }
  }

  private static func repeated(_ name: String, _ size: Int, _ text: String, before: String = "", after: String = "")
    -> Case
  {
    Case(name: name, size: size) { before + String(repeating: text, count: $0) + after }
  }

  static let cases: [Case] = [
    repeated("open brackets", 100_000, "["),
    repeated("open brackets of images", 50_000, "!["),
    repeated("closing brackets", 100_000, "]"),
    repeated("nested brackets", 50_000, "[", after: String(repeating: "]", count: 50_000)),
    Case(name: "matched brackets", size: 50_000) {
      String(repeating: "[", count: $0) + "a" + String(repeating: "]", count: $0)
    },
    Case(name: "matched brackets with a definition", size: 20_000) {
      String(repeating: "[", count: $0) + "a" + String(repeating: "]", count: $0) + "\n\n[a]: /u"
    },
    repeated("openers of emphasis", 50_000, "**a *a "),
    repeated("closers of emphasis", 50_000, "a** a* "),
    repeated("emphasis of two kinds", 50_000, "*a_ "),
    repeated("underscores and stars", 50_000, "a_*_b*"),
    repeated("strikethrough", 50_000, "~~a ~b "),
    repeated("tildes and stars", 50_000, "*~"),
    repeated("images in nothing", 50_000, "![[]()"),
    repeated("links in links", 50_000, "[a](b"),
    repeated("open angle destinations", 50_000, "[a](<b"),
    repeated("open titles", 50_000, "[a](b \"c"),
    repeated("open parenthesis titles", 50_000, "[a](b (c"),
    repeated("links with open text", 30_000, "[a](b) ["),
    Case(name: "backticks of growing length", size: 400_000) { size in
      var text = ""
      var length = 1
      while text.utf8.count < size {
        text += String(repeating: "`", count: length) + "a"
        length += 1
      }
      return text
    },
    repeated("open comments", 50_000, "a <!-- "),
    repeated("open declarations", 50_000, "a <!A "),
    repeated("open processing instructions", 50_000, "a <?"),
    repeated("open CDATA", 30_000, "a <![CDATA["),
    repeated("open tags", 50_000, "a <b c=\"d "),
    repeated("open tags with attributes", 30_000, "<a b='c' d=\"e\" "),
    repeated("open autolinks", 50_000, "<http:a"),
    repeated("dollars", 100_000, "$"),
    repeated("dollars and text", 50_000, "$a "),
    repeated("double dollars", 50_000, "$$a$$$"),
    repeated("dollar and backtick", 50_000, "$`a "),
    repeated("mail addresses", 50_000, "a@"),
    repeated("mail addresses with dots", 50_000, "a@b.c@"),
    repeated("mail addresses with underscores", 30_000, "_a@b.c_"),
    repeated("bare URLs", 30_000, "http://a.b)"),
    repeated("bare URLs of one word", 30_000, "https://"),
    repeated("bare www", 30_000, "www."),
    repeated("semicolons of a URL", 50_000, "&a;", before: "http://a.b/"),
    repeated("parentheses of a URL", 50_000, ")", before: "http://a.b/"),
    repeated("entities", 50_000, "&a"),
    repeated("backslashes", 100_000, "\\"),
    repeated("quotes on one line", 10_000, "> ", after: "a\nb"),
    repeated("lists on one line", 10_000, "- ", after: "a"),
    Case(name: "blank lines in nested lists", size: 10_000) {
      String(repeating: "- ", count: $0) + "a" + String(repeating: "\n", count: $0) + "b"
    },
    Case(name: "lazy lines under nested quotes", size: 10_000) {
      String(repeating: "> ", count: $0) + "a" + String(repeating: "\na", count: $0)
    },
    repeated("lines of quotes", 20_000, "> a\n"),
    repeated("items", 50_000, "- a\n"),
    repeated("spaces", 100_000, " ", before: "a", after: "b"),
    repeated("lines of spaces", 20_000, "a   \n"),
    repeated("columns of a table", 10_000, "a|", after: "\n" + String(repeating: "-|", count: 10_000)),
    Case(name: "a wide table", size: 10_000) {
      String(repeating: "a|", count: $0) + "\n" + String(repeating: "-|", count: $0) + "\n"
        + String(repeating: "b|", count: $0)
    },
    repeated("rows that could be headers", 20_000, "a | b\n"),
    repeated("delimiter rows", 20_000, "|-|\n"),
    Case(name: "definitions", size: 100_000) { size in (0..<size).map { "[a\($0)]: /u\n" }.joined() },
    repeated("equal definitions", 50_000, "[a]: /u\n"),
    Case(name: "definitions and their uses", size: 60_000) { size in
      (0..<size).map { "[a\($0)]: /u\n" }.joined() + "\n" + (0..<size).map { "[a\($0)] " }.joined()
    },
    repeated("a definition that never ends", 50_000, "[a\n"),
    repeated("open footnotes", 50_000, "[^a", after: "\n\n[^a]: b"),
    repeated("headings", 50_000, "# #\n"),
    repeated("setext underlines", 30_000, "a\n=\n"),
    repeated("tags of an HTML block", 30_000, "<b c='d", before: "<div>\n"),
    repeated("open script", 30_000, "<script>", before: "<div>\n"),
    repeated("NUL bytes", 100_000, "\u{0}"),
  ]

  #if DEBUG
    @Test(arguments: cases) func stepsAreLinear(_ example: Case) {
      let small = steps(example.make(example.size / 2))
      let large = steps(example.make(example.size))
      #expect(Double(large) <= 2.3 * Double(small) + 1000, "\(small) steps became \(large)")
    }
  #endif

  #if DEBUG
    private func steps(_ text: String) -> Int {
      let counter = StepCounter()
      return StepCounter.$current.withValue(counter) {
        let tree = MarkdownTree(parsing: Array(text.utf8))
        #expect(tree.nodes.upperBound > 0)
        return counter.steps
      }
    }
  #endif

  /// The call depth does not depend on the nesting: not in the parser, the renderer or the plain text.
  @Test func deepNestingDoesNotRecurse() {
    for opening in ["> ", "- ", "*a **b ", "[", "![", "1. "] {
      let text =
        String(repeating: opening, count: 20_000) + "x"
        + (opening == "[" || opening == "![" ? String(repeating: "](u)", count: 20_000) : "")
      let tree = MarkdownTree(parsing: Array(text.utf8))
      #expect(tree.firstInconsistency() == nil)
      #expect(HTMLRenderer.render(tree).count > (opening == "![" ? 30 : 20_000))
      #expect(tree.plainText(of: MarkdownTree.root).contains("x"))
    }
  }
}
