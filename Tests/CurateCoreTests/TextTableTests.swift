import Testing

@testable import CurateCore

@Suite struct TextTableTests {
  @Test func equalTextsShareANumber() {
    var table = StringInterner()
    #expect(table.number(of: "tea.example/a") == 0)
    #expect(table.number(of: "") == 1)
    #expect(table.number(of: "tea.example/a") == 0)
    #expect(table.count == 2)
    #expect(table[0] == "tea.example/a")
    #expect(table[1].isEmpty)
  }

  @Test func textsAreComparedByteForByte() {
    var table = StringInterner()
    // One letter with an accent, and a letter with an accent behind it: equal as strings.
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    #expect(composed == decomposed)
    #expect(table.number(of: composed) != table.number(of: decomposed))
  }

  @Test func manyTextsKeepTheirNumbers() {
    var table = StringInterner()
    for number in 0..<10_000 { #expect(table.number(of: "text \(number)") == number) }
    for number in 0..<10_000 { #expect(table.existingNumber(of: "text \(number)") == number) }
    #expect(table.existingNumber(of: "text 10000") == nil)
    #expect(table[9_999] == "text 9999")
  }

  @Test func anEmptyTableKnowsNothing() {
    #expect(StringInterner().existingNumber(of: "") == nil)
  }
}
