import Testing

/// `links.csv` and `sections.csv` of the shipped list: every link of the input exactly once, with its role and syntax.
@Suite struct ShippedLinksTests {
  let links: CSVTable
  let sections: CSVTable

  init() throws {
    let run = try ShippedRun.default.get()
    links = try run.table("links")
    sections = try run.table("sections")
  }

  @Test func everyLinkHasOneRow() {
    #expect(links.rows.count == 1072)
    #expect(Set(links.rows.map { $0["link_id"] }).count == 1072)
    #expect(Set(links.rows.map { "\($0["line"]):\($0["column"])" }).count == 1072)
    let places = links.rows.map { (Int($0["line"]) ?? 0, Int($0["column"]) ?? 0) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "rows are in document order")
  }

  @Test func everyLinkHasItsRoleAndSyntax() {
    func counts(_ column: String, where matches: (CSVTable.Row) -> Bool = { _ in true }) -> [String: Int] {
      Dictionary(grouping: links.rows.filter(matches), by: { $0[column] }).mapValues(\.count)
    }
    #expect(counts("role") == ["entry": 882, "prose": 40, "toc": 142, "image": 8])
    #expect(counts("syntax") == ["inline": 540, "bare": 524, "html": 8])
    #expect(counts("syntax", where: { $0["role"] == "toc" }) == ["inline": 142])
    #expect(counts("syntax", where: { $0["role"] == "image" }) == ["html": 8])
  }

  @Test func everyHeadingIsASection() {
    let headed = sections.rows.filter { $0["level"] != "0" }
    #expect(headed.count == 71)
    let anchors = headed.map { $0["anchor"] }
    #expect(Set(anchors).count == 71)
    #expect(anchors.contains("mathcal-h-matrix-and-deep-learning"))
    #expect(anchors.filter { $0.contains("--") }.count == 4)
    let targets = links.rows.filter { $0["role"] == "toc" }.map { $0["url"] }
    #expect(Set(targets) == Set(anchors.map { "#" + $0 }))
  }

  /// Start lines counted in the file by hand.
  @Test(arguments: [
    (751, "https://arxiv.org/pdf/1901.10415.pdf"), (993, "https://deep-inverse.org/"),
    (1385, "http://www.nlpca.org/"),
  ])
  func linkOverSeveralLinesHasItsFirstLine(line: Int, url: String) throws {
    let row = try #require(links.rows.first { $0["line"] == "\(line)" })
    #expect(row["url"] == url)
    #expect(!row["title"].isEmpty && !row["title"].contains("\n"))
  }

  @Test func urlInsideALinkTextIsNotALink() {
    let rows = links.rows.filter { $0["line"] == "204" }
    #expect(rows.map { $0["url"] } == ["http://www.deeplearningpatterns.com/doku.php?id=theory"])
    #expect(rows.map { $0["title"] } == ["On Theory@http://www.deeplearningpatterns.com"])
  }

  @Test(arguments: [936, 1153, 1616]) func parenthesesBelongToTheURL(line: Int) throws {
    let url = try #require(links.rows.first { $0["line"] == "\(line)" })["url"]
    #expect(url.contains("(") && url.count { $0 == "(" } == url.count { $0 == ")" })
  }

  @Test func sectionPathFollowsTheHeadingsAcrossALevelJump() throws {
    let row = try #require(links.rows.first { (952...956).contains(Int($0["line"]) ?? 0) })
    let path = row["section"].components(separatedBy: " > ")
    #expect(path.suffix(2) == ["Approximation Theory for Deep Learning", "Workshop"])
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}
