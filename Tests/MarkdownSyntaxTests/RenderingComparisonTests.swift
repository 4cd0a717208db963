import Testing

@testable import MarkdownSyntax

/// Trees that are reported as equal have the same HTML. The reverse need not hold.
@Suite struct RenderingComparisonTests {
  private static let seam = "</ul>\n<ul>\n"

  private static func html(_ source: String) -> String {
    String(decoding: HTMLRenderer.render(MarkdownTree(parsing: Array(source.utf8))), as: UTF8.self)
  }

  private static func areProvablyEqual(_ a: String, _ b: String) -> Bool {
    MarkdownTree(parsing: Array(a.utf8)).provablyRenders(like: MarkdownTree(parsing: Array(b.utf8)))
  }

  /// Small random changes of random documents: no document with different HTML is reported as equal.
  @Test(arguments: 1...60) func changedHTMLIsNeverReportedAsEqual(seed: UInt64) {
    var generator = DocumentGenerator(seed: seed)
    var random = SplitMix(state: seed)
    var equal = 0
    for _ in 0..<60 {
      let source = generator.document()
      guard !source.isEmpty else { continue }
      for _ in 0..<20 {
        var changed = source
        let place = random.next(below: source.count)
        switch random.next(below: 5) {
        case 0: changed.remove(at: place)
        case 1: changed.insert(0x20, at: place)
        case 2: changed.insert(0x0A, at: place)
        case 3: changed[place] = Array("*-+ \n`>#0".utf8)[random.next(below: 9)]
        default: changed.swapAt(place, source.count - 1)
        }
        let (before, after) = (MarkdownTree(parsing: source), MarkdownTree(parsing: changed))
        guard before.provablyRenders(like: after) else { continue }
        equal += 1
        let pages = [before, after].map {
          String(decoding: HTMLRenderer.render($0), as: UTF8.self).replacing(Self.seam, with: "")
        }
        #expect(pages[0] == pages[1], "\(String(decoding: source, as: UTF8.self).debugDescription)")
      }
    }
    #expect(equal > 20)
  }

  @Test(arguments: [
    ("- a\n* b\n- c\n", "- a\n- b\n- c\n"),
    ("1. a\n\n   - b\n   * c\n2. d\n", "1. a\n\n   - b\n   - c\n2. d\n"),
    ("# A\n\n\n\ntext \nmore\n", "# A\n\ntext\nmore\n"),
    ("##   A\n-   b\n", "## A\n- b\n"),
    (
      "[a](b 'c')\n![d](e)\n<f@g.h> https://i.example `j` $k$ &amp; \\*\n ",
      "[a](b 'c')\n![d](e)\n<f@g.h> https://i.example `j` $k$ &amp; \\*\n"
    ),
    ("x[^1] \n\n[^1]: y \n", "x[^1]\n\n[^1]: y\n"),
    (
      "| a | b |\n|---|--:|\n| c | d |\n \n> ```x\n> y\n> ```\n\n<b>z</b>\n",
      "| a | b |\n|---|--:|\n| c | d |\n\n> ```x\n> y\n> ```\n\n<b>z</b>\n"
    ),
  ]) func differencesInTheSourceOnlyAreEqual(before: String, after: String) {
    #expect(Self.areProvablyEqual(before, after))
  }

  @Test(arguments: [
    ("- a\n- b\n", "- a\n\n- b\n"), ("- a\n", "1. a\n"), ("1. a\n", "2. a\n"), ("- [ ] a\n", "- [x] a\n"),
    ("# a\n", "## a\n"), ("[a](b)\n", "[a](c)\n"), ("[a](b)\n", "[a](b 'c')\n"), ("![a](b)\n", "[a](b)\n"),
    ("- a\n  - b\n", "- a\n- b\n"), ("`a  b`\n", "`a b`\n"), ("```x\na\n```\n", "```y\na\n```\n"),
    ("```\na\n```\n", "```\n a\n```\n"), ("- ```\n  a\n  ```\n", "-  ```\n  a\n  ```\n"), ("<b>a</b>\n", "<i>a</b>\n"),
    ("|a|\n|-|\n", "|a|\n|-:|\n"), ("|a|b|\n|-|-|\n|c|d|\n", "|a|b|\n|-|-|\n|c|\n"),
    ("www.a.example\n", "http://www.a.example\n"),
    ("[a]\n\n[a]: b\n", "[a]\n\n[a]: c\n"), ("x[^1]\n\n[^1]: y\n", "x[^1]\n\n[^1]: z\n"), ("$a$\n", "$b$\n"),
  ]) func visibleDifferencesAreNotEqual(before: String, after: String) {
    #expect(Self.html(before) != Self.html(after))
    #expect(!Self.areProvablyEqual(before, after))
  }

  /// A text of three megabytes is parsed in chunks.
  @Test func longTextsAreComparedInChunks() {
    let part =
      "## Tea\n\n* [Oolong](https://tea.example/oolong)\n- [Sencha](https://tea.example/sencha)\n\nSome text.\n\n"
    let tidied = part.replacing("* [", with: "- [")
    func text(_ part: String, count: Int = 30_000) -> [UInt8] { Array(String(repeating: part, count: count).utf8) }
    let tree = MarkdownTree(parsing: text(part))
    #expect(tree.provablyRenders(likeText: text(tidied)))
    #expect(!tree.provablyRenders(likeText: text(tidied, count: 29_999)))
    #expect(!tree.provablyRenders(likeText: text(tidied, count: 30_001)))
    #expect(
      !tree.provablyRenders(
        likeText: text(tidied, count: 29_999) + text(tidied.replacing("Some", with: "Same"), count: 1)))
    #expect(!tree.provablyRenders(likeText: text(tidied.replacing("\n- [S", with: "\n\n- [S"))))
  }
}
