import Testing

@testable import MarkdownSyntax

@Suite struct LineTableTests {
  /// Lines of one length, of growing and of very different ones.
  @Test(arguments: [
    String(repeating: "tea\n", count: 500),
    (0..<120).map { String(repeating: "t", count: $0) + "\n" }.joined(),
    (0..<120).map { String(repeating: "t", count: 119 - $0) + "\r\n" }.joined(),
    String(repeating: "t", count: 5_000) + String(repeating: "\n", count: 500),
    String(repeating: "\n", count: 500) + String(repeating: "t", count: 5_000),
    "tea\rpot\n\nlast", "\n", "tea",
  ])
  func everyOffsetBelongsToTheLineThatBeganLast(_ text: String) {
    let table = LineTable(Array(text.utf8))
    for offset in 0...text.utf8.count + 1 {
      #expect(table.line(at: offset) == table.starts.count { Int($0) <= offset })
    }
  }

  @Test func anEmptyTextHasOneLineToPointAt() {
    #expect(LineTable([]).line(at: 0) == 1)
    #expect(LineTable([0x0A]).line(at: -1) == 1)
  }
}
