import CurateCore
import CurateHistory
import Testing

/// Who is who when a list changes.
@Suite struct LinkIdentityTests {
  private func idsByTitle(_ place: Workplace, run: Int64) throws -> [String: Int64] {
    let history = try #require(try History(reading: place.database))
    return Dictionary(try history.links(of: run).map { ($0.title, $0.link) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func aLinkKeepsItsIdWhenLineTitleSectionOrDescriptionChange() throws {
    let place = try Workplace()
    try place.run("# A\n\n- [One](https://a.example/1)\n- [Two](https://a.example/2)\n")
    try place.run("# A\n\nText.\n\n- [Two](https://a.example/2)\n\n# B\n\n- [First](https://a.example/1): good\n")
    let (before, after) = (try idsByTitle(place, run: 1), try idsByTitle(place, run: 2))
    #expect(before["One"] == after["First"])
    #expect(before["Two"] == after["Two"])
    #expect(try place.count("link") == 2)
  }

  @Test func theFirstOfTwoThatGoesTakesItsIdAlong() throws {
    let place = try Workplace()
    try place.run("# A\n\n- [Left](https://a.example/x)\n\n# B\n\n- [Right](https://a.example/x)\n")
    try place.run("# A\n\n# B\n\n- [Right](https://a.example/x)\n")
    #expect(try idsByTitle(place, run: 1)["Right"] == idsByTitle(place, run: 2)["Right"])
    #expect(try idsByTitle(place, run: 2)["Left"] == nil)
  }

  @Test func ofLinksThatNothingTellsApartTheNearestIsTheSame() throws {
    let place = try Workplace()
    func list(_ titles: [String]) -> String {
      let pages = (1...9).map { "- [Page \($0)](https://a.example/\($0))\n" }
      var lines = pages[..<3] + ["- [\(titles[0])](https://a.example/x)\n"] + pages[3...]
      lines += titles.dropFirst().map { "- [\($0)](https://a.example/x)\n" }
      return "# A\n\n" + lines.joined()
    }
    try place.run(list(["Left", "Right"]))
    // Both titles change, and a third link comes between the two, next to the second.
    try place.run(list(["New left", "New middle", "New right"]))
    let (before, after) = (try idsByTitle(place, run: 1), try idsByTitle(place, run: 2))
    #expect(before["Left"] == after["New left"])
    #expect(before["Right"] == after["New middle"])
    #expect(try place.count("link") == 12)
    try place.run(list(["Only"]))
    #expect(try idsByTitle(place, run: 3)["Only"] == before["Left"])
  }

  @Test func aThousandLinksWithOneKeyAreNoTrouble() throws {
    let place = try Workplace()
    let top = "[back](#top)\n\n"
    try place.run(String(repeating: top, count: 1000))
    try place.run(String(repeating: top, count: 999) + "[up](#top)\n\n" + top)
    #expect(try place.count("link") == 1001)
    #expect(try place.query("SELECT count(*) FROM link_state")[0][0] == 1001)
  }

  @Test func aLinkThatComesBackIsTheOneItWas() throws {
    let place = try Workplace()
    let (with, without) = (
      "- [One](https://a.example/1)\n- [Two](https://a.example/2)\n", "- [Two](https://a.example/2)\n"
    )
    for text in [with, without, with] { try place.run(text) }
    #expect(try idsByTitle(place, run: 1) == idsByTitle(place, run: 3))
    let history = try #require(try History(reading: place.database))
    let id = try #require(try idsByTitle(place, run: 1)["One"])
    let spans = try #require(try history.history(of: id)).spans
    #expect(spans.map(\.firstRun) == [1, 3])
    #expect(spans.map(\.lastRun) == [1, 3])
    #expect(spans.map(\.isCurrent) == [false, true])
  }

  @Test func aDuplicateThatIsAddedIsALinkOfItsOwn() throws {
    let place = try Workplace()
    try place.run("- [One](https://a.example/1)\n")
    try place.run("- [Another](https://a.example/1)\n- [One](https://a.example/1)\n")
    let (before, after) = (try idsByTitle(place, run: 1), try idsByTitle(place, run: 2))
    #expect(before["One"] == after["One"])
    #expect(after["Another"] != nil)
    #expect(after["Another"] != after["One"])
  }

  @Test func documentsKeepTheirLinksApart() throws {
    let place = try Workplace()
    try place.run(["a.md": "- [X](https://a.example/x)\n", "b.md": "- [X](https://a.example/x)\n"])
    try place.run(["b.md": "- [X](https://a.example/x)\n"])
    let history = try #require(try History(reading: place.database))
    #expect(try history.links(of: 1).map(\.document) == ["a.md", "b.md"])
    #expect(try history.links(of: 2).map(\.document) == ["b.md"])
    #expect(try place.query("SELECT document FROM latest_links").map { $0[0] } == ["b.md"])
    #expect(try place.count("link") == 2)
  }
}
