import Testing

@testable import CurateCore

@Suite struct StringInternerTests {
  @Test func equalTextsShareANumber() {
    var table = StringInterner()
    #expect(table.intern("tea.example/a") == 0)
    #expect(table.intern("") == 1)
    #expect(table.intern("tea.example/a") == 0)
    #expect(table.count == 2)
    #expect(table[0] == "tea.example/a")
    #expect(table[1].isEmpty)
  }

  @Test func textsAreComparedByteForByte() {
    var table = StringInterner()
    // One letter with an accent, and a letter with an accent behind it: equal as strings.
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    #expect(composed == decomposed)
    #expect(table.intern(composed) != table.intern(decomposed))
  }

  @Test func manyTextsKeepTheirNumbers() {
    var table = StringInterner()
    for number in 0..<10_000 { #expect(table.intern("text \(number)") == number) }
    for number in 0..<10_000 { #expect(table.existingIndex(of: "text \(number)") == number) }
    #expect(table.existingIndex(of: "text 10000") == nil)
    #expect(table[9_999] == "text 9999")
  }

  @Test func anEmptyTableKnowsNothing() {
    #expect(StringInterner().existingIndex(of: "") == nil)
  }
}
