import Foundation
import MarkdownSyntax
import Testing

/// Checks the invariants of `firstInconsistency` on generated documents and, if the suites are installed, on all of their
/// examples.
struct RangeTests {
  @Test(arguments: [MarkdownOptions.commonMark, .github])
  func generatedDocumentsAreConsistent(options: MarkdownOptions) {
    for seed in 0..<1500 {
      var generator = DocumentGenerator(seed: UInt64(seed))
      let document = generator.document()
      for variant in variants(of: document) {
        let problem = MarkdownTree(parsing: variant, options: options).firstInconsistency()
        #expect(problem == nil, "seed \(seed): \(String(decoding: variant, as: UTF8.self).debugDescription)")
        if problem != nil { return }
      }
    }
  }

  @Test func randomBytesAreConsistent() {
    var random = SplitMix(state: 7)
    let alphabet = Array("\\`*_~[]()<>!&#;:@$|-+=.0 1ax\t\n\r\"'/w\u{0}é".utf8) + [0xFF, 0xC3, 0xE2]
    for round in 0..<4000 {
      let bytes = (0..<Int(random.next(below: 60))).map { _ in alphabet[random.next(below: alphabet.count)] }
      let problem = MarkdownTree(parsing: bytes).firstInconsistency()
      #expect(problem == nil, "round \(round): \(bytes)")
      if problem != nil { return }
    }
  }

  @Test(.enabled(if: Suites.arePresent, "the public suites are not at $CURATE_SUITES or ../shared/suites"))
  func suiteExamplesAreConsistent() throws {
    for file in ["commonmark-0.31.2.json", "gfm-extensions.json"] {
      for example in try Suites.examples(file) {
        for variant in variants(of: Array(example.markdown.utf8)) {
          for options in [MarkdownOptions.commonMark, .github] {
            let problem = MarkdownTree(parsing: variant, options: options).firstInconsistency()
            #expect(
              problem == nil,
              "\(file) \(example.example): \(String(decoding: variant, as: UTF8.self).debugDescription)")
          }
        }
      }
    }
  }

  /// The document unchanged, in a quote, in list items, with CRLF, with CR, and with a byte order mark.
  private func variants(of document: [UInt8]) -> [[UInt8]] {
    let text = String(decoding: document, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return [
      document,
      Array(lines.map { "> " + $0 }.joined(separator: "\n").utf8),
      Array(("- " + lines.joined(separator: "\n  ")).utf8),
      Array(("1.\t> " + lines.joined(separator: "\n\t>")).utf8),
      Array(lines.joined(separator: "\r\n").utf8),
      Array(lines.joined(separator: "\r").utf8),
      [0xEF, 0xBB, 0xBF] + document,
    ]
  }
}
