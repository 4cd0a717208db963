import Testing

/// Style rules on lists that look like real ones: an entry that breaks the convention is reported, one that only looks
/// unusual is not.
@Suite struct StyleRuleTests {
  private static func lines(_ rule: String, _ text: String) throws -> [String] {
    try StageTrial("inspect", options: "{style: [\(rule)]}", text).lines.filter { $0.hasSuffix("[\(rule)]") }
  }

  /// A list of tools with descriptions, badges, licences and languages, as self-hosting lists have them.
  static let tools = """
    ## Analytics

    - [Abacus](https://abacus.example/) - Counts visits without cookies. ([Demo](https://demo.example), [Source Code](https://src.example/a)) `MIT` `Go`
    - [Beacon](https://beacon.example/) ![stars](https://badge.example/b.svg) - Self-hosted pixel. `AGPL-3.0` `PHP/Docker`
    - [Cairn](https://cairn.example/) [![build](https://badge.example/c.svg)](https://ci.example) - Heat maps
      over two lines. `⚠` `Apache-2.0` `Nodejs`
    - [dial](https://dial.example/) - What is on the line? `MIT` `Rust`
    - [Étoile](https://etoile.example/) - Stars, planets etc. `MIT` `C`
    - [Ferry (fork)](https://ferry.example/) – Moves logs. `GPL-3.0` `C`
    - [go kit](https://gokit.example/) - Parts for services (small ones.) `MIT` `Go`
    - [Goa](https://goa.example/) - Designs first. `MIT` `Go`
    - [The Harbour](https://harbour.example/) - Ships it `MIT` `Go`
    - [Igloo](https://igloo.example/) ⭐ - "Cold storage." *Beta.* `MIT` `Go`

    """

  @Test func aListOfTools() throws {
    #expect(try Self.lines("alphabetical", Self.tools).isEmpty)
    #expect(
      try Self.lines("full-stop", Self.tools) == [
        "12: no full stop here, but a full stop in 9 of 10 entries [full-stop]"
      ])
    #expect(
      try Self.lines("description-dash", Self.tools) == [
        "9: ' – ' here, but ' - ' in 9 of 10 entries [description-dash]"
      ])
  }

  @Test func offByDefault() throws {
    let rules = try StageTrial("inspect", Self.tools).rules
    #expect(Set(rules).isDisjoint(with: ["alphabetical", "full-stop", "description-dash"]))
  }

  /// The first of a pair that belongs after the second by every convention.
  @Test(arguments: [
    (["Ant", "bee", "Cat", "dog", "Emu", "Fox"], []),
    (["Ant", "Cat", "Bee", "Dog", "Emu", "Fox", "Gnu"], ["'Bee' comes after 'Cat'"]),
    (["2048", "Ant", "Bee", "Cat", "Dog", "Emu"], []),
    // With and without spaces, punctuation and articles.
    (["Go kit", "Goa", "Gobra", "Go-live", "Gopher", "Gosh"], []),
    (["Goa", "Go kit", "Gol", "Gom", "Gon", "Gosh"], []),
    (["Ant", "A bee", "Bud", "The Cat", "Dog", "Emu"], []),
    (["Ant", "Bee", "The Cat", "Cow", "Dog", "Emu"], []),
    (["“Ant”", "`bee`", ".cat", "@dog/x", "Emu", "Fox"], []),
    // The order of accented letters depends on the language; an order that does not depend on them is checked.
    (["Zebra", "Ähre", "Ärger", "Bee", "Cat", "Dog", "Emu", "Fox", "Gnu"], []),
    (["Ant", "Bee", "Émeu", "Cat", "Dog", "Emu"], []),
    (["苹果", "香蕉", "橙子", "葡萄", "梨子", "桃子"], []),
    // Without a convention nothing is reported.
    (["Fox", "Emu", "Dog", "Cat", "Bee", "Ant"], []), (["Bee", "Ant", "Cat"], []),
  ])
  func alphabetical(titles: [String], found: [String]) throws {
    let text = titles.enumerated().map { "- [\($1)](https://h\($0).example/)\n" }.joined()
    #expect(try Self.lines("alphabetical", text).map { String($0.drop { $0 != "'" }.dropLast(15)) } == found)
  }

  /// Findings about one entry next to nine that end with a full stop and have ` - `.
  @Test(arguments: [
    (" - Words", true, false), (" - Words!", false, false), (" - Words (more).", false, false),
    (" - Words (more)", true, false), (" - Words etc...", false, false),
    (" - See [more](https://m.example)", true, false),
    (" - See [more](https://m.example).", false, false), (" - Words. ![b](https://b.example/b.svg)", false, false),
    (" - **Words.**", false, false), (" - Words: `code`", false, false), ("", false, false), (" by Ito.", false, false),
    (": Words.", false, true), (" — Words.", false, true), ("- Words.", false, true), (" | Words.", false, true),
    ("\n  - [Nested](https://n.example) - Words.", false, false), (" -\n  Words.", false, false),
  ])
  func oneEntryAmongTen(rest: String, breaksStop: Bool, breaksDash: Bool) throws {
    let usual = (1...9).map { "- [Tool \($0)](https://h\($0).example/) - Does things.\n" }.joined()
    let text = usual + "- [Odd](https://odd.example/)\(rest)\n"
    #expect(try Self.lines("full-stop", text).count == (breaksStop ? 1 : 0))
    #expect(try Self.lines("description-dash", text).count == (breaksDash ? 1 : 0))
  }

  /// A list in which half the entries differ has no convention.
  @Test func noConventionNoFindings() throws {
    let text = (1...10).map { "- [Tool \($0)](https://h\($0).example/)\($0 % 2 == 0 ? " - Does." : ": Is it")\n" }
      .joined()
    for rule in ["full-stop", "description-dash"] { #expect(try Self.lines(rule, text).isEmpty) }
  }
}
