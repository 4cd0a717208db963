import Testing

@testable import MarkdownSyntax

/// Parsing a document in chunks results in the same blocks as parsing it as a whole.
@Suite struct DocumentChunksTests {
  private static let blocks = [
    "# Tea\n\n", "- [Oolong](https://tea.example/oolong)\n- https://tea.example/sencha\n\n", "* other list\n",
    "```\n# no heading\n\n- [no link](x)\n```\n", "<!--\n\n[no link](y)\n\n-->\n\n",
    "| a | b |\n|---|---|\n| [c](d) | e |\n\n",
    "> quote [f](g)\nlazy line\n\n", "Setext\n===\n", "1. one\n\n   more\n2. two\n\n", "    indented\n\n    code\n\n",
    "$$\n\\frac{a}{b}\n$$\n\n", "---\n", "<div>\n<a href=\"h\">i</a>\n</div>\n\n", "text ends\n",
  ]

  /// A document of blocks in a pseudorandom order.
  private static func document(_ seed: UInt64, count: Int) -> [UInt8] {
    var state = seed
    var text = seed.isMultiple(of: 2) ? "---\ntitle: Teas\n---\n" : ""
    for _ in 0..<count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += blocks[Int((state >> 33) % UInt64(blocks.count))]
    }
    return Array(text.utf8)
  }

  @Test(arguments: 1...40) func chunksRenderAsTheWholeDocument(seed: UInt64) {
    let source = Self.document(seed, count: 120)
    let chunks = Array(DocumentChunks(of: source, for: .rendering, size: 200))
    #expect(chunks.count > 3)
    let html = chunks.flatMap { HTMLRenderer.render($0) }
    #expect(
      String(decoding: html, as: UTF8.self)
        == String(decoding: HTMLRenderer.render(MarkdownTree(parsing: source)), as: UTF8.self))
  }

  @Test(arguments: ["[a]: https://tea.example\n", "[^1]: a note\n"]) func aDocumentWithDefinitionsIsOneChunk(
    definition: String
  ) {
    let source = Self.document(7, count: 100) + Array(definition.utf8)
    #expect(Array(DocumentChunks(of: source, for: .rendering, size: 200)).count == 1)
  }

  @Test func aCodeBlockIsNotCut() {
    let source = Array(("```\n" + String(repeating: "line\n\n", count: 500) + "```\n\ntext\n").utf8)
    let chunks = Array(DocumentChunks(of: source, for: .rendering, size: 64))
    #expect(
      chunks.map { HTMLRenderer.render($0) }.joined().elementsEqual(
        HTMLRenderer.render(MarkdownTree(parsing: source))))
    #expect(chunks.count <= 2)
  }

  /// HTML in which adjacent bullet lists are joined.
  private static func withoutListSeams(_ html: some Sequence<UInt8>) -> String {
    String(decoding: Array(html), as: UTF8.self).split(separator: "</ul>\n<ul>\n").joined()
  }

  private static func destinations(_ tree: MarkdownTree, _ nodes: Range<Int>) -> [String] {
    nodes.compactMap { tree.link(NodeID($0)).map { String(decoding: tree.source[$0.destination], as: UTF8.self) } }
  }

  @Test func longTightListIsCutBetweenItems() {
    let items = (0..<100).map { "- [tea \($0)](t\($0))\n" + ($0 % 7 == 0 ? "  - [leaf](l\($0))\n  lazy\n" : "") }
    let source = Array(("# Teas\n\n" + items.joined() + "\nThe end.\n").utf8)
    let chunks = Array(DocumentChunks(of: source, for: .rendering, size: 200))
    #expect(chunks.count > 8 && chunks.allSatisfy(\.isRenderingExact))
    let html = chunks.flatMap { HTMLRenderer.render($0) }
    #expect(Self.withoutListSeams(html) == Self.withoutListSeams(HTMLRenderer.render(MarkdownTree(parsing: source))))
  }

  /// A blank line near the end makes the whole list loose, but its first part is parsed as a tight list.
  @Test func looseRestOfListIsNotExact() {
    let items = (0..<100).map { "- tea \($0)\n" }
    let source = Array((items.joined() + "\n- the last\n").utf8)
    let chunks = Array(DocumentChunks(of: source, for: .rendering, size: 200))
    #expect(chunks.count > 3 && chunks.last?.isRenderingExact == false)
  }

  @Test(arguments: ["\n", ""]) func numberedAndLooseListsAreNotCutForRendering(blank: String) {
    let marker = blank.isEmpty ? "1." : "-"
    let source = Array((0..<100).map { "\(marker) tea \($0)\n\(blank)" }.joined().utf8)
    #expect(Array(DocumentChunks(of: source, for: .rendering, size: 200)).count == 1)
  }

  @Test(arguments: [
    "- [tea N](tN)\n", "1. [tea N](tN)\n\n", "- [tea N](tN)\n\n  1. [leaf](lN)\n\n     more\n", "+ x\n- [tea N](tN)\n",
    "| [tea N](tN) | [leaf](lN) | [beyond the columns](bN) |\n",
  ]) func linksOfLongListsAndTablesAreComplete(part: String) {
    let head = part.hasPrefix("|") ? "text before\n| [head](h) | a |\n|---|:-:|\n" : "# [head](h)\n\n"
    let parts = (0..<100).map {
      part.split(separator: "N", omittingEmptySubsequences: false).joined(separator: "\($0)")
    }
    let source = Array((head + parts.joined() + "\n[end](e)\n").utf8)
    let chunks = Array(DocumentChunks(of: source, for: .links, size: 200))
    #expect(chunks.count > 5)
    let tree = MarkdownTree(parsing: source)
    #expect(chunks.flatMap { Self.destinations($0.tree, $0.nodes) } == Self.destinations(tree, tree.nodes))
  }

  @Test func aDocumentSlightlyLongerThanAChunkIsOneChunkIfItHasDefinitions() {
    let source = Self.document(7, count: 20) + Array("[tea][a]\n\n[a]: https://tea.example\n".utf8)
    #expect(Array(DocumentChunks(of: source, for: .links, size: source.count - 10)).count == 1)
  }

  @Test func anEmptyDocumentHasNoChunks() {
    #expect(Array(DocumentChunks(of: [], for: .links)).isEmpty)
  }
}
