import Testing

/// No byte without a reason: a recipe without changes reproduces the input, and a second run changes nothing.
@Suite struct ByteIdentityTests {
  @Test func auditChangesNothing() throws {
    expectSame(try ShippedRun.audit.get().markdown(), try Curate.listBytes())
  }

  /// An audit reports broken links to headings and files, which other recipes repair if they can.
  @Test func auditReportsBrokenLinksAndDoesNotChangeThem() throws {
    let folder = try TemporaryFolder()
    let list =
      "- [Green tea](#green_tea)\n- [Pots](#pots)\n- [Cups](#cups)\n\n# Green tea\n\n# Pots\n\n[Rules](rules.md)\n\n# Cups\n"
    try folder.write("list.md", list)
    let outcome = try Curate.run(
      Curate.recipe("audit"), "list.md", "--output", "out", "--no-history", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    expectSame(folder.bytes("out/list.md"), Array(list.utf8))
    let findings = try CSVTable(try #require(folder.bytes("out/findings.csv"))).rows
    #expect(
      findings.filter { $0["stage"] == "toc" }.map { "\($0["line"]) \($0["rule"]): \($0["message"])" } == [
        "1 broken-fragment: no heading or anchor matches '#green_tea'; did you mean '#green-tea'?",
        "9 missing-file: the file 'rules.md' does not exist",
      ])
  }

  @Test func parseAndEmitReproduceTheInput() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeRecipe(stages: ["parse", "emit-markdown"])
    let outcome = try Curate.run(recipe, Curate.list)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    expectSame(folder.bytes("out/science-of-learning.md"), try Curate.listBytes())
  }

  @Test func ownOutputNeedsNoEdit() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("science-of-learning.md", try ShippedRun.default.get().markdown())
    let again = try ShippedRun("default", files: [list])
    expectSame(try again.markdown(), try ShippedRun.default.get().markdown())
    #expect(try again.table("changes").rows.isEmpty)
    #expect(again.outcome.output.contains(" lines changed, 0 entries merged, 0 links lost"))
  }

  @Test func strictOutputNeedsNoEdit() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("science-of-learning.md", try ShippedRun.strict.get().markdown())
    let again = try ShippedRun("strict", files: [list])
    #expect(try again.table("changes").rows.isEmpty)
    expectSame(try again.markdown(), try ShippedRun.strict.get().markdown())
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    let first = try ShippedRun.default.get()
    let second = try ShippedRun("default")
    #expect(first.deterministicFiles.keys.sorted() == second.deterministicFiles.keys.sorted())
    for (name, bytes) in first.deterministicFiles { expectSame(second.files[name], bytes) }
  }

  /// The results of a second run into the same folder do not depend on its history.
  @Test func aHistoryDoesNotChangeTheResults() throws {
    let folder = try TemporaryFolder()
    for _ in 1...2 {
      let outcome = try Curate.run(Curate.recipe("default"), "--output", folder.path("out"))
      #expect(outcome.ending == .exited(0), "\(outcome.error)")
    }
    let files = folder.files(in: folder.path("out"), except: ["history.sqlite"])
    let expected = try ShippedRun.default.get().deterministicFiles
    #expect(files.keys.sorted() == expected.keys.sorted())
    for (name, bytes) in expected { expectSame(files[name], bytes) }
    #expect(leftovers(in: folder).isEmpty)
  }
}
