import Foundation
import MarkdownSyntax
import Testing

/// The cmark-gfm command: an independent parser of almost the same language.
enum CMark {
  static let path = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static func html(_ document: [UInt8]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments =
      ["--unsafe"] + ["autolink", "table", "strikethrough", "tasklist", "footnotes"].flatMap { ["-e", $0] }
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(document))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

/// The reasons why cmark-gfm 0.29 can render a document differently.
enum ExpectedDifference: CaseIterable {
  /// cmark-gfm does not extract link reference definitions from a paragraph whose last line is a table header.
  case definitionBeforeTable
  /// CommonMark 0.31.2: an HTML block of kind 7 does not interrupt a paragraph, not even on a lazy continuation line.
  case tagOnLazyLine
  /// CommonMark 0.31.2: a setext underline that follows only definitions is a thematic break, if it has the form of one.
  case underlineAfterDefinition
  /// cmark-gfm includes an escaped character in a mail address.
  case escapeBeforeMail
  /// cmark-gfm recognizes footnotes in brackets regardless of their content.
  case footnoteAcrossMarkup
  /// In cmark-gfm, a line of spaces ends a footnote.
  case spacesInFootnote
  /// CommonMark 0.31: a comment can contain `--`.
  case dashesInComment

  func applies(to document: String) -> Bool {
    switch self {
    case .definitionBeforeTable: document.contains("]: ") && document.contains(/-\|/)
    case .tagOnLazyLine: document.contains(/\n[ >\t]*<(\/b|b|a)\b/)
    case .underlineAfterDefinition: document.contains(/\]:.*\n[> ]*---/)
    case .escapeBeforeMail: document.contains(/[\\;][.+_-]*\w*[.]?me@x|&.*@/)
    case .spacesInFootnote: document.contains("]: ") && document.contains(/\n[ >\t]+\n/)
    case .dashesInComment: document.contains(/<!--(?s:.)*<!--/)
    case .footnoteAcrossMarkup: document.contains(/\[\^n(?!\])/)
    }
  }
}

@Suite(.enabled(if: CMark.path != nil, "cmark-gfm is not installed (apt-get install cmark-gfm)"))
struct DifferentialTests {
  @Test func generatedDocumentsRenderAsInCMark() throws {
    var compared = 0
    for seed in 0..<4000 {
      var generator = DocumentGenerator(seed: UInt64(seed) + 10_000)
      generator.withMath = false
      let document = generator.document()
      let text = String(decoding: document, as: UTF8.self)
      if ExpectedDifference.allCases.contains(where: { $0.applies(to: text) }) { continue }
      compared += 1
      let theirs = normalized(try CMark.html(document))
      #expect(normalized(html(text, .extensionsOfGFM)) == theirs, "seed \(seed): \(text.debugDescription)")
    }
    #expect(compared > 500)
  }

  /// HTML without white space that only cmark-gfm keeps: the indentation of lazy continuation lines, spaces after a
  /// backslash line break, and the rest of a split tab before HTML.
  private func normalized(_ html: String) -> String {
    html.replacing(/(<br \/>\n)[ \t]+/) { $0.1 }.replacing(/\n[ \t]+</, with: "\n<").replacing(/>\n[ \t]+/, with: ">\n")
      .replacing(/[ ]+/, with: " ")
  }

  /// Compares every Markdown file of the repository. None of them contains math.
  @Test func markdownFilesRenderAsInCMark() throws {
    let files = Self.markdownFiles()
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(html(text, .extensionsOfGFM) == (try CMark.html(Array(text.utf8))), "\(file.lastPathComponent)")
    }
  }

  private static func markdownFiles() -> [URL] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    return (files?.compactMap { $0 as? URL } ?? []).filter {
      $0.pathExtension == "md" && !$0.path().contains("/output/")
    }
  }
}
