import Foundation
import MarkdownSyntax
import Testing

/// The accessors of a tree.
struct TreeAccessTests {
  private func tree(_ text: String) -> MarkdownTree { MarkdownTree(parsing: Array(text.utf8)) }

  private func first(_ kind: NodeKind, in tree: MarkdownTree) -> NodeID? {
    tree.nodes.lazy.map { NodeID($0) }.first { tree.kind(of: $0) == kind }
  }

  @Test(arguments: [
    ("# A *b* `c` [d](e)", "A b c d"),
    ("# x &amp; y \\* z", "x & y * z"),
    ("# $\\mathcal H$ matrix", "$\\mathcal H$ matrix"),
    ("# a ![alt *text*](i) b", "a alt text b"),
    ("# <b>bold</b> <!-- no --> end", "bold  end"),
    ("# www.a.b and <http://c.d>", "www.a.b and http://c.d"),
    ("over\ntwo\\\nlines\n===", "over two lines"),
    ("# ~~gone~~ text[^1]\n\n[^1]: note", "gone text"),
  ]) func plainTextOfHeadings(source: String, expected: String) throws {
    let tree = tree(source)
    let heading = try #require(first(.heading, in: tree) ?? first(.setextHeading, in: tree))
    #expect(tree.plainText(of: heading) == expected)
  }

  @Test func plainTextCanDropImages() throws {
    let tree = tree("# a ![alt](i)b")
    #expect(tree.plainText(of: MarkdownTree.root, images: .dropped) == "a b")
  }

  @Test func plainTextRepairsInvalidUTF8() {
    let tree = MarkdownTree(parsing: [0x61, 0xFF, 0x62])
    #expect(tree.plainText(of: MarkdownTree.root) == "a\u{FFFD}b")
  }

  @Test(arguments: [
    ("a\\)b", "a)b"), ("x&amp;y", "x&y"), ("&#x41;&#66;", "AB"), ("&NotEqualTilde;", "\u{2242}\u{338}"),
    ("&Tab;|&NewLine;", "\t|\n"),
    ("&nope; &#0; &#x110000;", "&nope; \u{FFFD} \u{FFFD}"), ("\\a", "\\a"), ("&ngE;&zwnj;", "\u{2267}\u{338}\u{200C}"),
  ]) func decodesEscapesAndEntities(source: String, expected: String) {
    let tree = tree(source)
    #expect(String(decoding: tree.decoded(0..<source.utf8.count), as: UTF8.self) == expected)
  }

  @Test func decodedTitleOmitsContainerPrefixes() throws {
    let tree = tree("> [a](u \"one\n> two\")")
    let link = try #require(first(.link, in: tree))
    let title = try #require(tree.link(link)?.title)
    #expect(String(decoding: tree.decoded(title), as: UTF8.self) == "one\ntwo")
  }

  @Test func navigation() throws {
    let tree = tree("- a\n- b\n\nc")
    let list = try #require(tree.firstChild(of: MarkdownTree.root))
    let paragraph = try #require(tree.nextSibling(of: list))
    #expect(tree.kind(of: list) == .list && tree.kind(of: paragraph) == .paragraph)
    #expect(tree.nextSibling(of: paragraph) == nil && tree.parent(of: paragraph) == MarkdownTree.root)
    #expect(tree.parent(of: MarkdownTree.root) == nil && tree.nextSibling(of: MarkdownTree.root) == nil)
    #expect(tree.subtree(of: list).count == 7)
  }

  /// The shipped list has the numbers of nodes that were counted by hand.
  @Test func nodesOfTheShippedList() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "pipelines/inputs/science-of-learning.md"))
    let tree = MarkdownTree(parsing: Array(data))
    var counts: [NodeKind: Int] = [:]
    var images = 0
    for index in tree.nodes {
      let node = NodeID(index)
      counts[tree.kind(of: node), default: 0] += 1
      if let tag = tree.htmlTag(node), String(decoding: tree.source[tag.name], as: UTF8.self) == "img" { images += 1 }
    }
    #expect(counts[.link] == 540)
    #expect(counts[.extendedAutolink] == 524)
    #expect(images == 8)
    #expect(counts[.heading] == 71)
    #expect((counts[.math] ?? 0) + (counts[.mathBlock] ?? 0) == 31)
    #expect(counts[.code] == 14)
    #expect(counts[.hardBreak] == 5)
    #expect(counts[.thematicBreak] == 5)
    #expect(tree.firstInconsistency() == nil)
    #expect(TreeDump.spliced(tree) == tree.source)
  }

  /// Without extensions, a document is plain CommonMark.
  @Test func extensionsCanBeOff() {
    let text = "---\na: b\n---\n\n| a |\n|---|\n\n- [ ] x ~~y~~ $z$ www.a.b [^1]\n\n[^1]: n"
    let kinds = Set(MarkdownTree(parsing: Array(text.utf8), options: .commonMark).kindsOfNodes)
    #expect(
      kinds.isDisjoint(with: [
        .frontMatter, .table, .strikethrough, .math, .extendedAutolink, .footnoteReference, .footnoteDefinition,
      ]))
    let github = Set(MarkdownTree(parsing: Array(text.utf8)).kindsOfNodes)
    #expect(
      github.isSuperset(of: [
        .frontMatter, .table, .strikethrough, .math, .extendedAutolink, .footnoteReference, .footnoteDefinition,
      ]))
  }
}

extension MarkdownTree {
  var kindsOfNodes: [NodeKind] { nodes.map { kind(of: NodeID($0)) } }
}
