import Testing

/// Both tables of contents of the shipped list are found without markers, and are up to date.
@Suite struct TableOfContentsTests {
  private static func result(of options: String, on list: [UInt8]? = nil) throws -> (Outcome, TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write("science-of-learning.md", try list ?? Curate.listBytes())
    let toc = "{uses: toc, with: \(options)}"
    let recipe = try folder.writeRecipe(
      inputs: ["science-of-learning.md"], stages: ["parse", toc, "emit-markdown", "emit-csv"])
    return (try Curate.run(recipe), folder)
  }

  @Test func twoTablesAreFound() throws {
    let outcome = try ShippedRun.default.get().outcome
    #expect(outcome.output.contains("1,072 links, 71 sections, 2 tables of contents"))
    let findings = try ShippedRun.default.get().table("findings").rows.filter { $0["stage"] == "toc" }
    #expect(findings.map { $0["rule"] } == ["duplicate-toc"], "there are no broken fragments")
  }

  @Test(arguments: ["{mode: regenerate}", "{mode: repair}"]) func tablesAreUpToDate(options: String) throws {
    let (outcome, folder) = try Self.result(of: options)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    expectSame(folder.bytes("out/science-of-learning.md"), try Curate.listBytes())
  }

  @Test func theDuplicateTableIsRemovedAndNothingElseChanges() throws {
    let (outcome, folder) = try Self.result(of: "{mode: regenerate, duplicates: remove}")
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    let newline = UInt8(ascii: "\n")
    let lines = try Curate.listBytes().split(separator: newline, omittingEmptySubsequences: false)
    // The second table is on lines 106 to 176, directly after a paragraph.
    let rest = lines[..<105] + lines[176...]
    expectSame(folder.bytes("out/science-of-learning.md"), Array(rest.joined(separator: [newline])))
    let links = try CSVTable(try #require(folder.bytes("out/links.csv"))).rows
    #expect(links.filter { $0["fate"] == "removed" }.count == 71)
    #expect(links.filter { $0["fate"] == "removed" }.allSatisfy { $0["role"] == "toc" && !$0["reason"].isEmpty })
  }

  @Test func aBrokenEntryIsRepairedAndNothingElseChanges() throws {
    let good = "](#mathcal-h-matrix-and-deep-learning)"
    let list = String(decoding: try Curate.listBytes(), as: UTF8.self)
    let broken = list.replacing(good, with: "](#h-matrix-and-deep-learning)", maxReplacements: 1)
    try #require(broken != list)
    let (outcome, folder) = try Self.result(of: "{mode: regenerate}", on: Array(broken.utf8))
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    expectSame(folder.bytes("out/science-of-learning.md"), Array(list.utf8))
  }
}
