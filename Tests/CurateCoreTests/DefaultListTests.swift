import CurateCore
import Foundation
import Testing

/// Facts about the default input, counted by hand.
@Suite struct DefaultListTests {
  static let list: Collection = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let url = root.appending(path: "pipelines/inputs/science-of-learning.md")
    let bytes = (try? Data(contentsOf: url)).map { [UInt8]($0) } ?? []
    var list = Collection([Input(path: "science-of-learning.md", bytes: bytes)])
    do { try list.parse() } catch { Issue.record(error) }
    return list
  }()

  @Test func everyLinkHasItsRole() {
    let roles = Dictionary(grouping: Self.list.links, by: \.role).mapValues(\.count)
    #expect(roles == [.entry: 882, .prose: 40, .toc: 142, .image: 8])
  }

  @Test func everyLinkHasItsSyntax() {
    let forms = Dictionary(grouping: Self.list.links, by: \.syntax).mapValues(\.count)
    #expect(forms == [.inline: 540, .bare: 524, .html: 8])
  }

  @Test func headingsOpenSections() {
    let headed = Self.list.sections.filter { $0.level > 0 }
    #expect(headed.count == 71)
    #expect(Self.list.sections.count == 72, "and one for what stands before the first heading")
  }

  @Test func bothTablesOfContentsAreFoundWithoutMarkers() {
    let document = Self.list.documents[0]
    let tables = document.tablesOfContents
    #expect(tables.map(\.entries.count) == [71, 71])
    #expect(tables.map { document.line(at: $0.range.lowerBound) } == [1, 106])
    #expect(tables.allSatisfy { !$0.isMarked })
    let unresolved = tables.flatMap(\.entries).filter { document.anchors.target(of: $0.fragment) == nil }
    #expect(unresolved.isEmpty)
  }

  @Test(arguments: [
    (751, "https://arxiv.org/pdf/1901.10415.pdf"), (993, "https://deep-inverse.org/"),
    (1385, "http://www.nlpca.org/"),
  ])
  func linkOverSeveralLinesStartsWhereItsTextDoes(line: Int, url: String) throws {
    let link = try #require(links(onLine: line).first)
    #expect(Self.list.url(of: link.id) == url)
    let document = Self.list.documents[0]
    #expect(document.line(at: link.range.upperBound) > line)
    #expect(!Self.list.title(of: link.id).contains("\n"))
  }

  @Test func urlInsideALinkTextIsPartOfTheText() {
    let found = links(onLine: 204)
    #expect(found.map { Self.list.url(of: $0.id) } == ["http://www.deeplearningpatterns.com/doku.php?id=theory"])
    #expect(found.map { Self.list.title(of: $0.id) } == ["On Theory@http://www.deeplearningpatterns.com"])
  }

  @Test(arguments: [936, 1153, 1616])
  func urlWithBalancedParenthesesIsWhole(line: Int) throws {
    let link = try #require(links(onLine: line).first)
    let url = Self.list.url(of: link.id)
    #expect(url.contains("("))
    #expect(url.count { $0 == "(" } == url.count { $0 == ")" })
  }

  @Test func anchorsKeepMathsAndDoubledSpaces() {
    let anchors = Self.list.documents[0].headings.map(\.anchor)
    #expect(anchors.contains("mathcal-h-matrix-and-deep-learning"))
    #expect(anchors.contains("science-of--learning"))
    #expect(anchors.contains("topology-optimization-and--deep-learning"))
  }

  @Test func sectionPathFollowsTheHeadings() throws {
    let link = try #require(links(onLine: 953).first ?? links(onLine: 954).first)
    let path = Self.list.path(of: link.section)
    #expect(path.last == "Workshop")
    #expect(path.dropLast().last == "Approximation Theory for Deep Learning")
  }

  private func links(onLine line: Int) -> [Link] { Self.list.links.filter { Self.list.line(of: $0.id) == line } }
}
