import CurateCore
import CurateHistory
import Testing

/// Links keep their ids when a list changes.
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

  @Test func removingTheFirstOfTwoEqualLinksRemovesItsId() throws {
    let place = try Workplace()
    try place.run("# A\n\n- [Left](https://a.example/x)\n\n# B\n\n- [Right](https://a.example/x)\n")
    try place.run("# A\n\n# B\n\n- [Right](https://a.example/x)\n")
    #expect(try idsByTitle(place, run: 1)["Right"] == idsByTitle(place, run: 2)["Right"])
    #expect(try idsByTitle(place, run: 2)["Left"] == nil)
  }

  @Test func indistinguishableLinksAreMatchedByPosition() throws {
    let place = try Workplace()
    func list(_ titles: [String]) -> String {
      let pages = (1...9).map { "- [Page \($0)](https://a.example/\($0))\n" }
      var lines = pages[..<3] + ["- [\(titles[0])](https://a.example/x)\n"] + pages[3...]
      lines += titles.dropFirst().map { "- [\($0)](https://a.example/x)\n" }
      return "# A\n\n" + lines.joined()
    }
    try place.run(list(["Left", "Right"]))
    // Both titles change, and a third link is inserted between the two, next to the second.
    try place.run(list(["New left", "New middle", "New right"]))
    let (before, after) = (try idsByTitle(place, run: 1), try idsByTitle(place, run: 2))
    #expect(before["Left"] == after["New left"])
    #expect(before["Right"] == after["New middle"])
    #expect(try place.count("link") == 12)
    try place.run(list(["Only"]))
    #expect(try idsByTitle(place, run: 3)["Only"] == before["Left"])
  }

  @Test func aThousandLinksMayHaveOneKey() throws {
    let place = try Workplace()
    let top = "[back](#top)\n\n"
    try place.run(String(repeating: top, count: 1000))
    try place.run(String(repeating: top, count: 999) + "[up](#top)\n\n" + top)
    #expect(try place.count("link") == 1001)
    #expect(try place.query("SELECT count(*) FROM link_state")[0][0] == 1001)
  }

  @Test func aLinkThatIsAddedAgainGetsItsOldId() throws {
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

  @Test func anAddedDuplicateGetsItsOwnId() throws {
    let place = try Workplace()
    try place.run("- [One](https://a.example/1)\n")
    try place.run("- [Another](https://a.example/1)\n- [One](https://a.example/1)\n")
    let (before, after) = (try idsByTitle(place, run: 1), try idsByTitle(place, run: 2))
    #expect(before["One"] == after["One"])
    #expect(after["Another"] != nil)
    #expect(after["Another"] != after["One"])
  }

  @Test func linksOfDifferentDocumentsAreDifferent() throws {
    let place = try Workplace()
    try place.run(["a.md": "- [X](https://a.example/x)\n", "b.md": "- [X](https://a.example/x)\n"])
    try place.run(["b.md": "- [X](https://a.example/x)\n"])
    let history = try #require(try History(reading: place.database))
    #expect(try history.links(of: 1).map(\.document) == ["a.md", "b.md"])
    #expect(try history.links(of: 2).map(\.document) == ["b.md"])
    #expect(try place.query("SELECT document FROM latest_links").map { $0[0] } == ["b.md"])
    #expect(try place.count("link") == 2)
  }

  @Test(arguments: [
    ["http://a.example/x/y", "https://a.example/x/y"],
    ["https://a.example/x/y", "https://www.a.example/x/y/"],
    ["https://a.example/x/y", "HTTPS://A.EXAMPLE:443/x/./y"],
    ["https://a.example/x/y", "https://a.example/x/y?utm_source=list", "https://a.example/x/y?fbclid=1"],
    ["https://a.example/x/y", "https://a.example/x/%79"],
    ["https://a.example/x/y", "https://a.example/x/y#readme"],
  ]) func aLinkKeepsItsIdWhenItsURLTakesAnotherForm(forms: [String]) throws {
    let place = try Workplace()
    for form in forms { try place.run("- [One](\(form))\n- [Two](https://b.example/2)\n") }
    let ids = try (1...Int64(forms.count)).map { try idsByTitle(place, run: $0)["One"] }
    #expect(Set(ids) == [ids[0]])
    let history = try #require(try History(reading: place.database))
    let id = try #require(ids[0])
    let urls = try #require(try history.history(of: id)).spans.map(\.snapshot.originalURL)
    #expect(urls == forms)
  }

  @Test func aLinkKeepsItsIdWhenAStageRewritesItsURL() throws {
    let place = try Workplace()
    let text = "- [One](http://a.example/1)\n"
    try place.run(text)
    try place.run(text) { list in
      list.setURL(LinkID(0), to: "https://elsewhere.example/one", rule: "a/b", reason: "it moved")
    }
    // The output of the last run is the next input.
    try place.run("- [One](https://elsewhere.example/one)\n")
    #expect(try idsByTitle(place, run: 1) == idsByTitle(place, run: 2))
    let history = try #require(try History(reading: place.database))
    // Another page under the same title is another link; `diff` pairs it with the first.
    let diff = try history.diff(from: 2, to: 3)
    #expect(diff.added.isEmpty && diff.gone.isEmpty)
  }

  @Test(arguments: [
    "- <https://a.example/1>\n", "- https://a.example/1\n", "- [One][1]\n\n[1]: https://a.example/1\n",
    "<a href=\"https://a.example/1\">One</a>\n", "| [One](https://a.example/1) |\n|---|\n",
    "> see [it](https://a.example/1)\n",
  ]) func aLinkKeepsItsIdWhenItsSyntaxOrRoleChanges(text: String) throws {
    let place = try Workplace()
    try place.run("- [One](https://a.example/1)\n")
    try place.run(text)
    #expect(try place.count("link") == 1)
    #expect(try place.count("link_state") == 2)
  }

  @Test func firstAndLastSeenCountOnlyRunsThatReadTheDocument() throws {
    let place = try Workplace()
    let (one, two) = ("- [One](https://a.example/1)\n", "- [Two](https://a.example/2)\n")
    try place.run(["a.md": two])
    try place.run(["a.md": one + two])
    try place.run(["b.md": two])
    try place.run(["a.md": one + two])
    try place.run(["b.md": two])
    try place.run(["a.md": two])
    try place.run(["b.md": two])
    func seen(_ title: String, in document: String) throws -> [Int64?] {
      let history = try #require(try History(reading: place.database))
      let links = try history.runs().reversed().flatMap { try history.links(of: $0.number, in: document, line: 1) }
      let link = try #require(links.first { $0.title == title }).link
      let found = try #require(try history.history(of: link))
      let row = try #require(try place.query("SELECT first_run, last_run FROM links WHERE link_id = \(link)").first)
      #expect(row.values == [.integer(found.firstRun), .integer(found.lastRun)])
      return [found.firstRun, found.lastRun]
    }
    #expect(try seen("One", in: "a.md") == [2, 4])
    #expect(try seen("Two", in: "a.md") == [1, 6])
    #expect(try seen("Two", in: "b.md") == [3, 7])
    // Deleted runs no longer count.
    let store = try HistoryStore(path: place.database)
    #expect(try store.prune(keeping: 4) == 3)
    store.close()
    #expect(try seen("One", in: "a.md") == [4, 4])
    #expect(try seen("Two", in: "a.md") == [4, 6])
    #expect(try seen("Two", in: "b.md") == [5, 7])
  }

  /// Edits lists at random over many runs and compares the ids with a model.
  @Test(arguments: 1...8 as ClosedRange<UInt64>) func idsSurviveRandomEdits(seed: UInt64) throws {
    let place = try Workplace()
    var random = SplitMix(state: seed)
    var known: [Int: Int64] = [:]
    /// The pages in order, each page once.
    var pages = Array(0..<20)
    var titles = Dictionary(uniqueKeysWithValues: (0..<60).map { ($0, "Page \($0)") })
    for _ in 0..<12 {
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: 0..<pages.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: pages.swapAt(index, Int.random(in: 0..<pages.count, using: &random))
        case 1: titles[pages[index]]? += "!"
        case 2 where pages.count > 3: pages.remove(at: index)
        default:
          let absent = Set(0..<60).subtracting(pages).sorted()
          if let page = absent.randomElement(using: &random) { pages.insert(page, at: index) }
        }
      }
      var text = "# List\n"
      for (index, page) in pages.enumerated() {
        if Int.random(in: 0..<5, using: &random) == 0 { text += "\n## Part \(index)\n\n" }
        let slash = Bool.random(using: &random) ? "/" : ""
        text += "- [\(titles[page] ?? "")](https://site.example/\(page)\(slash))\n"
      }
      let run = try place.run(text)
      let history = try #require(try History(reading: place.database))
      let links = try history.links(of: run)
      #expect(links.count == pages.count)
      for (link, page) in zip(links, pages) {
        #expect(link.link == known[page, default: link.link], "page \(page) in run \(run)")
        known[page] = link.link
      }
    }
    #expect(Set(known.values).count == known.count)
    #expect(try place.count("link") == known.count)
  }

  /// Links to one page: no id is lost, used twice or created without need, and links with a unique title keep their id.
  @Test(arguments: 1...8 as ClosedRange<UInt64>) func duplicatesKeepTheirIds(seed: UInt64) throws {
    let place = try Workplace()
    var random = SplitMix(state: seed)
    var titles = (0..<5).map { "Copy \($0)" }
    var known: [String: Int64] = [:]
    var most = 0
    for round in 0..<12 {
      let index = Int.random(in: 0..<titles.count, using: &random)
      if Bool.random(using: &random) || titles.count < 3 {
        titles.insert("Copy \(5 + round)", at: index)
      } else {
        titles.remove(at: index)
      }
      most = max(most, titles.count)
      let run = try place.run("# List\n\n" + titles.map { "- [\($0)](https://site.example/x)\n" }.joined())
      let links = try #require(try History(reading: place.database)).links(of: run)
      #expect(links.map(\.title) == titles)
      #expect(Set(links.map(\.link)).count == titles.count)
      for link in links where known[link.title] != nil { #expect(link.link == known[link.title], "\(link.title)") }
      known = Dictionary(uniqueKeysWithValues: links.map { ($0.title, $0.link) })
    }
    #expect(try place.count("link") == most, "an added link takes the id of a removed one")
  }
}

/// Generates the same numbers in every test run (Steele, Lea, Flood: Fast splittable pseudorandom number generators).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
