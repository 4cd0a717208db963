import Foundation
import Testing

@testable import LinkIdentity

/// The labels of the links in the default list.
@Suite struct DefaultListTests {
  /// The external links, found without the Markdown module. The scan is exact enough for shares.
  static func urls() throws -> [String] {
    let path = Suites.packageRoot.appendingPathComponent("pipelines/inputs/science-of-learning.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    var urls: [String] = []
    for start in text.ranges(of: /https?:\/\//) {
      var url = text[start.lowerBound...].prefix { !$0.isWhitespace && !"<>]\"".contains($0) }
      while let last = url.last, ".,;:!?'*_".contains(last) { url = url.dropLast() }
      while url.last == ")", url.filter({ $0 == ")" }).count > url.filter({ $0 == "(" }).count { url = url.dropLast() }
      urls.append(String(url))
    }
    return urls
  }

  @Test func fewLinksHaveNoLabels() throws {
    let urls = try Self.urls()
    #expect(urls.count > 900)
    let labels = urls.map { Labeler().labels(of: $0) }
    let other = Double(labels.count { $0.hostClass == .other }) / Double(urls.count)
    let unknown = Double(labels.count { $0.category == .unknown }) / Double(urls.count)
    #expect(other <= 0.25, "host class other: \(other)")
    #expect(unknown <= 0.35, "category unknown: \(unknown)")
  }

  @Test func everyArxivAndGitHubLinkIsRight() throws {
    for url in try Self.urls() {
      let host = hostAndDomain(of: url).host
      let labels = Labeler().labels(of: url)
      switch host {
      case "arxiv.org":
        #expect(labels.hostClass == .arxiv && labels.category == .preprint && labels.site == "arXiv", "\(url)")
        #expect(Identity(of: url)?.work?.scheme == .arxiv, "\(url)")
      case "github.com", "raw.githubusercontent.com": #expect(labels.hostClass == .github, "\(url)")
      case _ where host.hasSuffix(".github.io"): #expect(labels.hostClass == .githubPages, "\(url)")
      default:
        #expect(labels.hostClass != .arxiv && labels.hostClass != .github && labels.hostClass != .githubPages, "\(url)")
      }
    }
  }

  /// At least 97 % of the labels of 200 links are those that a person chose.
  @Test func theHandLabeledSample() throws {
    let rows = try fixture("hand-labels.tsv", fields: 6)
    #expect(rows.count == 200)
    var given = 0
    var wrong: [String] = []
    for row in rows {
      let labels = Labeler().labels(of: row[5], isImage: row[1] == "image", heading: row[2])
      let answers = [
        (labels.hostClass == .other ? nil : labels.hostClass.rawValue, row[3]),
        (labels.category == .unknown ? nil : labels.category.rawValue, row[4]),
      ]
      for case (let label?, let right) in answers {
        given += 1
        if !right.split(separator: "|").contains(Substring(label)) { wrong.append("\(row[5]): \(label), not \(right)") }
      }
    }
    #expect(Double(given - wrong.count) / Double(given) >= 0.97, "\(wrong)")
    #expect(given >= 280)
  }

  @Test func everyLabelHasARule() throws {
    for url in try Self.urls() {
      let labels = Labeler().labels(of: url)
      #expect((labels.hostClass == .other) == labels.hostClassRule.isEmpty, "\(url)")
      #expect((labels.category == .unknown) == labels.categoryRule.isEmpty, "\(url)")
    }
  }

  @Test func noLinkOfTheListChanges() throws {
    for url in try Self.urls() { #expect(URLNormalizer().outputForm(of: url).outcome == .unchanged, "\(url)") }
  }
}
