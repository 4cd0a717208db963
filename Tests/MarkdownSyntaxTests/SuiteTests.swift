import Foundation
import MarkdownSyntax
import Testing

/// The public specification suites, read from `$CURATE_SUITES` or `../shared/suites` beside the package.
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
  @Test func commonMarkIsWhole() throws {
    let examples = try Suites.examples("commonmark-0.31.2.json")
    #expect(examples.count == 652)
    for example in examples {
      #expect(html(example.markdown, .commonMark) == example.html, "CommonMark example \(example.example)")
    }
  }
}
