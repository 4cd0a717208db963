import Testing

/// The parts of the shipped list that cleaning must not change, checked with a scan that does not use the product's parser.
@Suite struct ShippedTextTests {
  static let before = Result { ListScan(try Curate.listBytes()) }
  static let recipes = ["default", "strict", "audit"]

  private static func output(of recipe: String) throws -> ListScan {
    switch recipe {
    case "default": ListScan(try ShippedRun.default.get().markdown())
    case "strict": ListScan(try ShippedRun.strict.get().markdown())
    default: ListScan(try ShippedRun.audit.get().markdown())
    }
  }

  @Test func theScanAgreesWithCountsByHand() throws {
    let before = try Self.before.get()
    #expect(before.formulas.count == 31)
    #expect(before.codeSpans.count == 14)
    #expect(before.imageTags.count == 8)
    #expect(before.hardBreaks.count == 5)
    #expect(before.prose.count > 300)
  }

  @Test(arguments: recipes) func formulasCodeImagesAndHardBreaksAreUnchanged(recipe: String) throws {
    let before = try Self.before.get()
    let after = try Self.output(of: recipe)
    // `strict` removes the second table of contents, and with it one copy of a heading with a formula.
    let formulas = recipe == "strict" ? Array(before.formulas.dropFirst()) : before.formulas
    #expect(after.formulas == formulas)
    #expect(after.codeSpans == before.codeSpans)
    #expect(after.imageTags == before.imageTags)
    #expect(after.hardBreaks == before.hardBreaks)
  }

  @Test(arguments: recipes) func noLineOfProseIsChangedOrLost(recipe: String) throws {
    let before = try Self.before.get()
    #expect(try Self.output(of: recipe).prose == before.prose)
  }

  /// Every missing line is a list item whose link was merged, and every new line is a survivor that adopted the link of its
  /// duplicate.
  @Test func onlyItemsThatWereMergedAreGone() throws {
    let run = try ShippedRun.default.get()
    let links = try run.table("links").rows
    let merged = Set(links.filter { $0["fate"] == "merged" }.compactMap { Int($0["line"]) })
    let changed = Set(links.filter { $0["fate"] == "changed" }.compactMap { Int($0["line"]) })
    #expect(merged.count == 13)
    let before = try Self.before.get().items.filter { !merged.contains($0.line) }
    let after = try Self.output(of: "default").items
    try #require(before.count == after.count)
    for (old, new) in zip(before, after) where !changed.contains(old.line) { #expect(old.text == new.text) }
    let urls = Set(links.filter { $0["fate"] == "merged" }.map { $0["url"] })
    for (old, new) in zip(before, after) where changed.contains(old.line) {
      #expect(urls.contains { new.text.contains($0) }, "line \(old.line) has a link of no merged entry")
    }
  }
}
