import CurateCore
import Foundation
import Testing

struct GitHubAnchorTests {
  private struct Case: Decodable {
    var name: String
    var input: String
    var expected: String
  }

  private static let suite = suiteFile("github-slugger.json")

  @Test(.enabled(if: suite != nil, "github-slugger.json is absent: set CURATE_SUITES to the folder that holds it"))
  func suiteAnchors() throws {
    let data = try Data(contentsOf: #require(Self.suite))
    let cases = try JSONDecoder().decode([Case].self, from: data)
    #expect(cases.count == 78)
    var numbering = AnchorNumbering()
    for item in cases {
      let anchor = numbering.anchor(for: GitHubAnchor.slug(of: item.input))
      // Compared by scalars: equal strings may differ in normalization, anchors may not.
      #expect(Array(anchor.unicodeScalars) == Array(item.expected.unicodeScalars), "\(item.name)")
    }
  }

  @Test(arguments: [
    ("Science of  Learning", "science-of--learning"),
    ("$\\mathcal H$ matrix and deep learning", "mathcal-h-matrix-and-deep-learning"),
    ("C++ & C#", "c--c"),
    ("⚙️ Tools", "️-tools"),
    ("数学 とコード", "数学-とコード"),
    ("", ""),
  ])
  func slugs(text: String, slug: String) {
    #expect(Array(GitHubAnchor.slug(of: text).unicodeScalars) == Array(slug.unicodeScalars))
  }

  @Test func numbersCountGeneratedAnchorsAsUsed() {
    var numbering = AnchorNumbering()
    let anchors = ["tea", "tea", "tea-1", "tea", "tea-1"].map { numbering.anchor(for: $0) }
    #expect(anchors == ["tea", "tea-1", "tea-1-1", "tea-2", "tea-1-2"])
  }
}

/// A file of the public suites, which live outside the repository; nil if it is absent.
func suiteFile(_ name: String) -> URL? {
  let folder =
    ProcessInfo.processInfo.environment["CURATE_SUITES"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/suites")
  let file = folder.appending(path: name)
  return FileManager.default.fileExists(atPath: file.path) ? file : nil
}
