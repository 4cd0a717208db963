import Testing

@testable import MarkdownSyntax

/// A document parsed some blocks at a time has the same blocks as one parsed whole.
@Suite struct DocumentStretchesTests {
  private static let blocks = [
    "# Tea\n\n", "- [Oolong](https://tea.example/oolong)\n- https://tea.example/sencha\n\n", "* other list\n",
    "```\n# no heading\n\n- [no link](x)\n```\n", "<!--\n\n[no link](y)\n\n-->\n\n",
    "| a | b |\n|---|---|\n| [c](d) | e |\n\n",
    "> quote [f](g)\nlazy line\n\n", "Setext\n===\n", "1. one\n\n   more\n2. two\n\n", "    indented\n\n    code\n\n",
    "$$\n\\frac{a}{b}\n$$\n\n", "---\n", "<div>\n<a href=\"h\">i</a>\n</div>\n\n", "text ends\n",
  ]

  /// Blocks in an order that looks random.
  private static func document(_ seed: UInt64, count: Int) -> [UInt8] {
    var state = seed
    var text = seed.isMultiple(of: 2) ? "---\ntitle: Teas\n---\n" : ""
    for _ in 0..<count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += blocks[Int((state >> 33) % UInt64(blocks.count))]
    }
    return Array(text.utf8)
  }

  @Test(arguments: 1...40) func stretchesRenderAsTheWhole(seed: UInt64) {
    let source = Self.document(seed, count: 120)
    let stretches = Array(DocumentStretches(of: source, size: 200))
    #expect(stretches.count > 3)
    let html = stretches.flatMap { HTMLRenderer.render($0) }
    #expect(
      String(decoding: html, as: UTF8.self)
        == String(decoding: HTMLRenderer.render(MarkdownTree(parsing: source)), as: UTF8.self))
  }

  @Test(arguments: ["[a]: https://tea.example\n", "[^1]: a note\n"]) func definitionsReachTheWholeDocument(
    definition: String
  ) {
    let source = Self.document(7, count: 100) + Array(definition.utf8)
    #expect(Array(DocumentStretches(of: source, size: 200)).count == 1)
  }

  @Test func oneBlockIsNeverCut() {
    let source = Array(("```\n" + String(repeating: "line\n\n", count: 500) + "```\n\ntext\n").utf8)
    let stretches = Array(DocumentStretches(of: source, size: 64))
    #expect(
      stretches.map { HTMLRenderer.render($0) }.joined().elementsEqual(
        HTMLRenderer.render(MarkdownTree(parsing: source))))
    #expect(stretches.count <= 2)
  }

  @Test func nothingHasNoStretches() {
    #expect(Array(DocumentStretches(of: [])).isEmpty)
  }
}
