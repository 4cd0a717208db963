import Testing

@testable import CurateCore

@Suite struct StringInternerTests {
  @Test func equalStringsShareAnIndex() {
    var interner = StringInterner()
    #expect(interner.intern("tea.example/a") == 0)
    #expect(interner.intern("") == 1)
    #expect(interner.intern("tea.example/a") == 0)
    #expect(interner.count == 2)
    #expect(interner[0] == "tea.example/a")
    #expect(interner[1].isEmpty)
  }

  @Test func stringsAreComparedByteForByte() {
    var interner = StringInterner()
    // One scalar with an accent, and a scalar followed by a combining accent: equal as `String`.
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    #expect(composed == decomposed)
    #expect(interner.intern(composed) != interner.intern(decomposed))
  }

  @Test func manyStringsKeepTheirIndices() {
    var interner = StringInterner()
    for number in 0..<10_000 { #expect(interner.intern("text \(number)") == number) }
    for number in 0..<10_000 { #expect(interner.existingIndex(of: "text \(number)") == number) }
    #expect(interner.existingIndex(of: "text 10000") == nil)
    #expect(interner[9_999] == "text 9999")
  }

  @Test func anEmptyInternerHasNoIndex() {
    #expect(StringInterner().existingIndex(of: "") == nil)
  }
}
