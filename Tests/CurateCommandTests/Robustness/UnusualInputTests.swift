import Testing

/// Lists that are unusual but valid: they are read, and nothing is lost.
@Suite struct UnusualInputTests {
  /// Runs a list through all stages and returns the output.
  private static func cleaned(_ list: [UInt8]) throws -> (markdown: [UInt8], links: CSVTable) {
    let folder = try TemporaryFolder()
    let outcome = try Curate.run(try folder.writeTrial(list))
    try #require(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(leftovers(in: folder).isEmpty)
    return (try #require(folder.bytes("out/list.md")), try CSVTable(try #require(folder.bytes("out/links.csv"))))
  }

  @Test(arguments: ["", "\n", "\u{FEFF}", "just words, no link\n", "   \n\t\n", "# Only a heading\n"])
  func listWithoutLinksIsUnchanged(text: String) throws {
    let (markdown, links) = try Self.cleaned(Array(text.utf8))
    #expect(links.rows.isEmpty)
    #expect(markdown == Array(text.utf8) || text.allSatisfy(\.isWhitespace))
  }

  @Test func emptyFileGivesAnEmptyFile() throws {
    let (markdown, links) = try Self.cleaned([])
    #expect(markdown.isEmpty && links.rows.isEmpty)
  }

  @Test func listWithoutAHeadingIsCleaned() throws {
    let text = "- [A](https://a.example)\n- [B](https://b.example) \n- [A](https://a.example)\n"
    let (markdown, links) = try Self.cleaned(Array(text.utf8))
    #expect(String(decoding: markdown, as: UTF8.self) == "- [A](https://a.example)\n- [B](https://b.example)\n")
    #expect(links.rows.map { $0["section"] } == ["", "", ""])
    #expect(links.rows.map { $0["fate"] } == ["kept", "kept", "merged"])
  }

  @Test func nulBytesAreKept() throws {
    let text = "# T\0ea\n\n- [x\0y](https://a.example/x)\n- [z](https://b.example) \n\n\0\n"
    let (markdown, links) = try Self.cleaned(Array(text.utf8))
    #expect(markdown == Array(text.replacing("example) \n", with: "example)\n").utf8))
    #expect(links.rows.map { $0["url"] } == ["https://a.example/x", "https://b.example"])
  }

  @Test func lineEndingsAndByteOrderMarkAreKept() throws {
    let text = "\u{FEFF}" + SampleList.untidy.replacing("\n", with: "\r\n")
    let (markdown, links) = try Self.cleaned(Array(text.utf8))
    #expect(markdown == Array(("\u{FEFF}" + SampleList.tidied.replacing("\n", with: "\r\n")).utf8))
    #expect(links.rows.map { $0["line"] } == ["3", "4", "5", "6"])
    #expect(links.rows.map { $0["section"] } == Array(repeating: "Teas", count: 4))
  }

  @Test func lastLineWithoutAnEndStaysWithoutOne() throws {
    let text = "- [A](https://a.example) \n- [B](https://b.example)"
    let (markdown, _) = try Self.cleaned(Array(text.utf8))
    #expect(String(decoding: markdown, as: UTF8.self) == "- [A](https://a.example)\n- [B](https://b.example)")
  }

  /// 50 MB of words in one line, with a link after every 10,000 words.
  @Test func oneLineOf50MegabytesIsRead() throws {
    let link = "[tea](https://tea.example/leaf) "
    let words = Array((String(repeating: "word ", count: 10_000) + link).utf8)
    var list: [UInt8] = []
    while list.count < 50_000_000 { list += words }
    list[list.count - 1] = UInt8(ascii: "\n")
    let folder = try TemporaryFolder()
    try folder.write("list.md", list)
    let recipe = try folder.writeRecipe(stages: ["parse", "normalize-urls", "emit-markdown", "emit-csv"])
    let outcome = try Curate.run(recipe, "--no-history")
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    expectSame(folder.bytes("out/list.md"), list)
    let links = try CSVTable(try #require(folder.bytes("out/links.csv")))
    #expect(links.rows.count == (list.count + words.count - 1) / words.count)
    #expect(links.rows.last?["column"] == "\(list.count - link.utf8.count + 1)")
  }

  /// The same size with many links, which is too slow for a binary that is not optimized.
  @Test func oneLineOfLinksIsRead() throws {
    let link = Array("[a](https://a.example/x) some words, ".utf8)
    let count = (Curate.isGiven ? 50_000_000 : 500_000) / link.count
    let list = Array(repeatElement(link, count: count).joined()) + [UInt8(ascii: "\n")]
    let folder = try TemporaryFolder()
    try folder.write("list.md", list)
    let recipe = try folder.writeRecipe(stages: ["parse", "emit-markdown"])
    let outcome = try Curate.run(recipe, "--no-history")
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    expectSame(folder.bytes("out/list.md"), list)
  }
}
