import MarkdownSyntax
import Testing

@testable import CurateCore

struct LinkChangesTests {
  @Test(arguments: [
    ("[A](https://a.example)", "https://b.example", "[A](https://b.example)"),
    ("[A](<https://a.example> 'title')", "https://b.example", "[A](<https://b.example> 'title')"),
    ("[A](https://a.example \"t\")", "https://b.example/x)", "[A](https://b.example/x\\) \"t\")"),
    ("<https://a.example>", "https://b.example", "<https://b.example>"),
    ("see https://a.example.", "https://b.example/x", "see https://b.example/x."),
    (
      "<a href=\"https://a.example\">A</a>", "https://b.example/?a=1&copy;=\"",
      "<a href=\"https://b.example/?a=1&amp;copy;=&quot;\">A</a>"
    ),
    ("[A][a]\n\n[a]: https://a.example", "https://b.example", "[A][a]\n\n[a]: https://b.example"),
    ("![A][a]\n\n[a]: https://a.example", "https://b.example", "![A][a]\n\n[a]: https://b.example"),
  ])
  func aURLIsWrittenInTheSyntaxOfItsLink(input: String, url: String, output: String) throws {
    var trial = try Trial(input + "\n")
    #expect(trial.list.setURL(try trial.link("https://a.example"), to: url, rule: "test", reason: "test") == nil)
    #expect(trial.output == output + "\n")
    #expect(trial.account.isBalanced)
  }

  @Test(arguments: [("https://a.example", "https://b.example/x."), ("(https://a.example)", "https://b.example/x)")])
  func aURLThatCannotBeBareIsRefused(input: String, url: String) throws {
    var trial = try Trial(input + "\n")
    let refusal = trial.list.setURL(try trial.link("https://a.example"), to: url, rule: "test", reason: "test")
    #expect(refusal == .unsupported("'\(url)' cannot be written as a bare URL"))
    #expect(trial.output == input + "\n")
    #expect(trial.list.links[0].fate == .kept)
  }

  /// A parser reads every accepted URL back from the output.
  @Test func anyURLIsReadBack() throws {
    var generator = Generator(seed: 3)
    let pieces = [
      "a", "/", "(", ")", "\\", "&", "&amp;", "&copy;", ";", "*", "_", "<", ">", "[", "]", "%20", "é", "!", "'", "\"",
      "?", "=", "#", "~", "`", "|", ".",
    ]
    let shapes = [
      "[A](https://a.example)", "[A](<https://a.example>)", "<https://a.example>", "https://a.example b",
      "<a href='https://a.example'>A</a>", "[A]\n\n[A]: https://a.example", "- *x* (https://a.example) y",
    ]
    for round in 0..<3000 {
      let url =
        "https://b.example/"
        + (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        }.joined()
      var trial = try Trial(shapes[round % shapes.count] + "\n")
      let id = trial.list.links[0].id
      guard trial.list.setURL(id, to: url, rule: "test", reason: "test") == nil else { continue }
      let again = try Trial(trial.output)
      let written = again.list.url(of: again.list.links[0].id)
      // A destination cannot contain white space and angle brackets; they are percent-encoded.
      let expected = url.replacing("<", with: "%3C").replacing(">", with: "%3E")
      #expect(
        [url, expected, url.replacing("`", with: "%60"), expected.replacing("`", with: "%60")].contains(written),
        "\(trial.output)")
    }
  }

  @Test func allUsesOfADefinitionChangeOnce() throws {
    var trial = try Trial("[A][p] and [B][p]\n\n[p]: https://a.example\n")
    let uses = trial.links("https://a.example")
    #expect(uses.count == 2)
    #expect(trial.list.setURL(uses[0], to: "https://b.example", rule: "test", reason: "test") == nil)
    #expect(trial.list.setURL(uses[1], to: "https://b.example", rule: "test", reason: "test") == nil)
    #expect(trial.list.setURL(uses[1], to: "https://c.example", rule: "test", reason: "test") == .definitionShared)
    #expect(trial.output == "[A][p] and [B][p]\n\n[p]: https://b.example\n")
    #expect(trial.list.links.allSatisfy { $0.fate == .changed })
    #expect(trial.account.isBalanced)
  }

  @Test func aBareURLGetsATextAndThenAnotherURL() throws {
    var trial = try Trial("- https://a.example\n")
    let id = try trial.link("https://a.example")
    trial.list.setTitle(id, to: "A *b* [c]", rule: "test", reason: "test")
    trial.list.setURL(id, to: "https://b.example", rule: "test", reason: "test")
    #expect(trial.output == "- [A \\*b\\* \\[c\\]](https://b.example)\n")
    trial.list.setTitle(id, to: "D", rule: "test", reason: "test")
    #expect(trial.output == "- [D](https://b.example)\n")
    #expect(trial.account.isBalanced)
  }

  @Test func aLinkIsReplacedWithTheCurrentBytesOfAnother() throws {
    var trial = try Trial("- http://a.example\n- [A](https://A.example)\n- [B](https://b.example)\n")
    let (first, source) = (try trial.link("http://a.example"), try trial.link("https://A.example"))
    trial.list.setURL(source, to: "https://a.example", rule: "test", reason: "test")
    trial.list.replace(first, withCopyOf: source, rule: "test", reason: "test")
    trial.list.merge(source, into: first, rule: "test", reason: "test")
    #expect(trial.output == "- [A](https://a.example)\n- [B](https://b.example)\n")
    #expect(trial.list.url(of: first) == "https://a.example")
    #expect(trial.account.isBalanced)
    trial.list.setURL(first, to: "https://c.example", rule: "test", reason: "test")
    #expect(trial.output == "- [A](https://c.example)\n- [B](https://b.example)\n")
    #expect(trial.account.isBalanced)
  }

  @Test func linksThatContainImagesAreNotCopied() throws {
    var trial = try Trial("- https://a.example\n- [A ![i](https://i.example)](https://b.example)\n")
    let source = try trial.link("https://b.example")
    let refusal = trial.list.replace(
      try trial.link("https://a.example"), withCopyOf: source, rule: "test", reason: "test")
    #expect(refusal == .unsupported("the link contains an image"))
  }

  @Test func suppressedLinksStay() throws {
    let text = "<!-- curate: off -->\n\n- https://a.example\n- b\n"
    var trial = try Trial(text)
    let id = try trial.link("https://a.example")
    #expect(trial.list.setURL(id, to: "https://b.example", rule: "t", reason: "t") == .suppressed(line: 1))
    #expect(trial.list.remove(id, rule: "t", reason: "t") == .suppressed(line: 1))
    #expect(trial.output == text)
  }

  @Test func aRemovedItemSupersedesItsPendingChanges() throws {
    var trial = try Trial("- [A](https://a.example)\n- [B](https://b.example)\n")
    let id = try trial.link("https://a.example")
    trial.list.setURL(id, to: "https://c.example", rule: "test", reason: "test")
    trial.list.remove(id, rule: "test", reason: "test")
    #expect(trial.output == "- [B](https://b.example)\n")
    #expect(trial.list.setURL(id, to: "https://d.example", rule: "t", reason: "t") == .alreadyRemoved)
    #expect(trial.account.isBalanced)
  }
}
