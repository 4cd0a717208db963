import Testing

/// A document that is too large to be rendered whole is checked in chunks, with the same result.
@Suite struct LargeTidyTests {
  private static let part = """
    ## Tea

    * [Oolong](https://tea.example/oolong)
    - [Sencha](https://tea.example/sencha) - steamed, and more words so that the list is long
    *   [Matcha](https://tea.example/matcha)\u{20}

    Some text about tea that nobody needs to tidy, again and again, as lists have it at the top of their sections.


    """

  @Test func aLargeListIsTidiedLikeItsParts() throws {
    let count = (4 << 20) / Self.part.utf8.count + 100
    let trial = try StageTrial("tidy", String(repeating: Self.part, count: count))
    let lines = trial.output.utf8.split(separator: 0x0A).map { String(Substring($0)) }
    #expect(lines.count { $0 == "* [Oolong](https://tea.example/oolong)" } == count)
    #expect(lines.count { $0.hasPrefix("* [Sencha](https://tea.example/sencha) - steamed") } == count)
    #expect(lines.count { $0.hasSuffix("[Matcha](https://tea.example/matcha)") } == count)
    #expect(!trial.rules.contains("not-equal"))
  }
}
