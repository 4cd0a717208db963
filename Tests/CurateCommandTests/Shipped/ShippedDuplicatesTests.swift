import Testing

/// The duplicates of the shipped list, with their verdicts and reasons.
@Suite struct ShippedDuplicatesTests {
  let links: [CSVTable.Row]
  let duplicates: [CSVTable.Row]

  init() throws {
    let run = try ShippedRun.default.get()
    links = try run.table("links").rows
    duplicates = try run.table("duplicates").rows
  }

  @Test func onlyEntriesAreMerged() {
    let gone = links.filter { $0["fate"] == "merged" || $0["fate"] == "removed" }
    #expect(gone.count == 13)
    #expect(gone.allSatisfy { $0["role"] == "entry" && $0["opens"] == "yes" })
    #expect(gone.allSatisfy { !$0["rule"].isEmpty && !$0["reason"].isEmpty })
  }

  @Test func everyMergedEntryNamesASurvivorInItsOwnSection() throws {
    let byID = Dictionary(uniqueKeysWithValues: links.map { ($0["link_id"], $0) })
    for row in links where row["fate"] == "merged" {
      let survivor = try #require(byID[row["survivor_id"]])
      #expect(survivor["fate"] == "kept" || survivor["fate"] == "changed")
      #expect(survivor["line"] == row["survivor_line"])
      #expect(survivor["section"] == row["section"])
      #expect(survivor["page_key"] == row["page_key"])
    }
  }

  @Test func everyDuplicateHasAReason() {
    #expect(duplicates.count > 150)
    #expect(duplicates.allSatisfy { ["survivor", "merged", "kept", "reported"].contains($0["verdict"]) })
    #expect(duplicates.allSatisfy { !$0["reason"].isEmpty })
    let merged = Set(duplicates.filter { $0["verdict"] == "merged" }.map { $0["link_id"] })
    #expect(merged == Set(links.filter { $0["fate"] == "merged" }.map { $0["link_id"] }))
  }

  /// Of two entries of one section with the same URL one is merged, or the report gives a reason.
  @Test func noPairInsideASectionIsMissing() {
    let reported = Set(duplicates.map { $0["link_id"] })
    let entries = links.filter { $0["role"] == "entry" }
    for (_, group) in Dictionary(grouping: entries, by: { "\($0["section"]) \($0["url"])" }) where group.count > 1 {
      for link in group { #expect(reported.contains(link["link_id"]), "line \(link["line"])") }
      let stay = group.filter { $0["fate"] != "merged" }
      let kept = duplicates.filter { row in
        row["verdict"] == "kept" && stay.contains { $0["link_id"] == row["link_id"] }
      }
      #expect(stay.count == 1 || !kept.isEmpty, "line \(group[0]["line"])")
    }
  }

  @Test func proseIsNeverMerged() {
    let prose = Set(links.filter { $0["role"] == "prose" }.map { $0["link_id"] })
    #expect(duplicates.contains { prose.contains($0["link_id"]) })
    #expect(duplicates.allSatisfy { !prose.contains($0["link_id"]) || $0["verdict"] != "merged" })
  }

  /// Pairs that look similar and are different: other years, other numbers, other articles (lines counted by hand).
  @Test(arguments: [(455, 456), (186, 577), (187, 540), (318, 319), (814, 817), (1518, 1538)])
  func similarLinksAreNotMerged(first: Int, second: Int) {
    let rows = links.filter { [first, second].contains(Int($0["line"]) ?? 0) }
    #expect(rows.count >= 2)
    #expect(rows.allSatisfy { $0["survivor_line"] != "\(first)" && $0["survivor_line"] != "\(second)" })
    #expect(Set(rows.map { $0["page_key"] }).count == rows.count)
  }
}
