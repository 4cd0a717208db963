import Testing

@testable import MarkdownSyntax

@Suite struct LineTableTests {
  /// Lines of equal, increasing, decreasing and very different lengths.
  @Test(arguments: [
    String(repeating: "tea\n", count: 500),
    (0..<120).map { String(repeating: "t", count: $0) + "\n" }.joined(),
    (0..<120).map { String(repeating: "t", count: 119 - $0) + "\r\n" }.joined(),
    String(repeating: "t", count: 5_000) + String(repeating: "\n", count: 500),
    String(repeating: "\n", count: 500) + String(repeating: "t", count: 5_000),
    "tea\rpot\n\nlast", "\n", "tea",
  ])
  func everyOffsetIsInTheLastLineThatStartsAtOrBeforeIt(_ text: String) {
    let table = LineTable(Array(text.utf8))
    for offset in 0...text.utf8.count + 1 {
      #expect(table.line(at: offset) == table.starts.count { Int($0) <= offset })
    }
  }

  @Test func lineNumbersStartAtOneInAnEmptyText() {
    #expect(LineTable([]).line(at: 0) == 1)
    #expect(LineTable([0x0A]).line(at: -1) == 1)
  }

  @Test func linesAndColumns() {
    let source = Array("é1\r\n\tb\rc\n".utf8)
    let table = MarkdownTree(parsing: source).lines
    #expect(table.starts == [0, 5, 8])
    #expect(table.count == 3)
    #expect([0, 2, 4, 5, 7, 8, 9, 10].map { table.line(at: $0) } == [1, 1, 1, 2, 2, 3, 3, 3])
    #expect(table.column(at: 2, in: source) == 2)
    #expect(table.column(at: 6, in: source) == 2)
    #expect(table.range(ofLine: 1) == 0..<5)
    #expect(table.range(ofLine: 3) == 8..<10)
    #expect(table.range(ofLine: 4).isEmpty)
  }

  /// The columns of long lines are computed from counts at fixed strides. They must equal the counted columns.
  @Test(arguments: ["é", "aé茶🍵"]) func columnsOfLongLines(piece: String) {
    let line = String(repeating: piece, count: 6000)
    let source = Array("short\n\(line)\n\(line)".utf8)
    let table = MarkdownTree(parsing: source).lines
    for offset in stride(from: 0, through: source.count, by: 997) {
      let start = table.range(ofLine: table.line(at: offset)).lowerBound
      let counted = source[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
      #expect(table.column(at: offset, in: source) == counted)
    }
  }
}
