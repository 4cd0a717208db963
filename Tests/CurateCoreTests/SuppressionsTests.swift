import CurateCore
import Testing

struct SuppressionsTests {
  /// Maps each protected line to the line of its suppression comment.
  @Test(
    arguments: [
      ("a\n\n<!-- curate: off -->\n\nb\n\n<!-- curate: on -->\n\nc\n", [3: 3, 5: 3]),
      ("<!-- curate: off -->\n\na\n\nb\n", [1: 1, 3: 1, 5: 1]),
      ("- a <!-- curate: keep -->\n- b\n", [1: 1]),
      ("<!-- curate: keep -->\n\n- a\n- b\n\nc\n", [3: 1, 4: 1]),
      ("a <!-- curate: keep -->\nb\n\nc\n", [1: 1, 2: 1]),
      ("# A <!-- curate: keep -->\n\nb\n", [1: 1]),
      ("| a |\n|---|\n| b <!-- curate: keep --> |\n| c |\n", [3: 3]),
      ("<!-- curate: off -->\n\n- a <!-- curate: keep -->\n\n<!-- curate: on -->\n\nb\n", [1: 1, 3: 1]),
      ("<!-- curate: keep --> <img src=\"i.png\">\n\nb\n", [1: 1]),
      ("<!-- curate:off -->\n\n<!-- curates: off -->\n\na\n", [:]),
    ] as [(String, [Int: Int])])
  func protectedLines(text: String, lines: [Int: Int]) throws {
    var collection = Collection([Input(path: "list.md", bytes: Array(text.utf8))])
    try collection.parse()
    let document = try #require(collection.documents.first)
    var found: [Int: Int] = [:]
    var offset = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if !line.isEmpty { found[index + 1] = document.suppressions.line(covering: offset) }
      offset += line.utf8.count + 1
    }
    #expect(found == lines)
  }
}
