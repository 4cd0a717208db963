import Foundation
import MarkdownSyntax
import Testing

/// The public specification suites, read from `$CURATE_SUITES` or from `../shared/suites` next to the package.
enum Suites {
  static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["CURATE_SUITES"] { return folder }
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appending(path: "shared/suites").path()
  }()

  static let arePresent = FileManager.default.fileExists(atPath: folder + "/commonmark-0.31.2.json")

  struct Example: Decodable, Sendable {
    var example: Int
    var section: String
    var markdown: String
    var html: String
  }

  static func examples(_ file: String) throws -> [Example] {
    let data = try Data(contentsOf: URL(filePath: folder + "/" + file))
    return try JSONDecoder().decode([Example].self, from: data)
  }
}

func html(_ markdown: String, _ options: MarkdownOptions = .github) -> String {
  String(decoding: HTMLRenderer.render(MarkdownTree(parsing: Array(markdown.utf8), options: options)), as: UTF8.self)
}

@Suite(.enabled(if: Suites.arePresent, "the public suites are not at $CURATE_SUITES or ../shared/suites"))
struct SuiteTests {
  @Test func commonMarkExamplesPass() throws {
    let examples = try Suites.examples("commonmark-0.31.2.json")
    #expect(examples.count == 652)
    for example in examples {
      #expect(html(example.markdown, .commonMark) == example.html, "CommonMark example \(example.example)")
    }
  }

  /// Examples of the GFM suite that are not applicable, with the reason.
  static let outOfScope: [Int: String] = [
    653: "tagfilter: a rendering filter, not syntax",
    22: "tagfilter: a rendering filter, not syntax",
    20: "has no expected output (`<IGNORE>`); must only not crash",
    23: "footnote markup of an older cmark-gfm: see `footnotesMatchTheSuite`",
  ]

  @Test func extensionExamplesOfGFMPass() throws {
    let examples = try Suites.examples("gfm-extensions.json")
    #expect(examples.count == 50)
    for example in examples where Self.outOfScope[example.example] == nil {
      #expect(html(example.markdown, .extensionsOfGFM) == example.html, "GFM example \(example.example)")
    }
  }

  /// The footnote example differs in attributes only: those of the suite are from an older cmark-gfm.
  @Test func footnotesMatchTheSuite() throws {
    let example = try #require(
      try Suites.examples("gfm-extensions.json").first { $0.example == 23 && $0.section == "Footnotes" })
    func withoutAttributes(_ html: String) -> String { html.replacing(/<([a-z]+) [^>]*>/) { "<\($0.1)>" } }
    #expect(withoutAttributes(html(example.markdown, .extensionsOfGFM)) == withoutAttributes(example.html))
  }
}

extension MarkdownOptions {
  /// The extensions that cmark-gfm supports too.
  static let extensionsOfGFM: Self = [.tables, .strikethrough, .taskItems, .extendedAutolinks, .footnotes]
}
