import Foundation
import MarkdownSyntax

/// The HTML of a document, by curate's renderer and by cmark-gfm.
enum Page {
  static func ours(_ text: String) -> String {
    String(decoding: HTMLRenderer.render(MarkdownTree(parsing: Array(text.utf8))), as: UTF8.self)
  }

  static let cmark = "/usr/bin/cmark-gfm"
  static let hasCmark = FileManager.default.isExecutableFile(atPath: cmark)

  static func cmark(_ text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: cmark)
    process.arguments = ["--unsafe"] + ["autolink", "table", "tasklist", "footnotes"].flatMap { ["-e", $0] }
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // cmark-gfm reads all input before it writes.
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Returns the page with adjacent bullet lists joined, which is all that tidying may change.
  static func joined(_ html: String) -> String { html.replacing("</ul>\n<ul>\n", with: "") }

  /// Returns the page without the destinations of links and images, and these destinations in order.
  static func split(_ html: String) -> (rest: String, urls: [String]) {
    var (rest, urls) = ("", [String]())
    var text = html[...]
    while let found = text.firstMatch(of: /(?:href|src)="(?<url>[^"]*)"/) {
      let url = String(found.output.url)
      rest += text[..<found.range.lowerBound] + "•"
      urls.append(url)
      text = text[found.range.upperBound...]
      // The text of a bare URL is the URL, with or without the scheme.
      for shown in [url, url.replacing("http://www.", with: "www.")] where text.hasPrefix(">\(shown)</a>") {
        text = text.dropFirst(1 + shown.count)
      }
    }
    return (rest + text, urls)
  }
}

/// Lists in the styles of well-known ones, for which no stage was designed.
enum SyntheticLists {
  static let names = ["apis", "bookmarks", "books", "chinese", "courses", "gamedev", "papers", "tools"]

  static func text(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: "../Fixtures/lists/\(name).md"), encoding: .utf8)
  }

  /// Returns all of them and the shipped list, with both line endings.
  static func all() throws -> [(name: String, text: String)] {
    let lists = try names.map { (name: $0, text: try text($0)) } + [(name: "shipped", text: try ShippedList.text())]
    return lists + lists.map { (name: $0.name + ", CRLF", text: $0.text.replacing("\n", with: "\r\n")) }
  }
}
