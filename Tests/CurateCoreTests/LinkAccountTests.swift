import MarkdownSyntax
import Testing

@testable import CurateCore

/// No link is lost: which changes of blocks are allowed, and what the account reports.
struct LinkAccountTests {
  private let text = "# T\n\n- [A](https://a.example)\n- [B](https://b.example)\n\nEnd\n"

  private func block(of trial: Trial) throws -> Range<Int> {
    let bytes = trial.list.documents[0].source
    let start = try #require(bytes.firstIndex(of: UInt8(ascii: "-")))
    return start..<bytes.count - 5
  }

  @Test func aBlockThatLosesALinkIsReported() throws {
    var trial = try Trial(text)
    let range = try block(of: trial)
    trial.list.replaceBlock(
      range, in: DocumentID(0), with: Array("- [A](https://a.example)\n".utf8), field: "list", rule: "t", reason: "t")
    #expect(trial.account.missing == [.init(document: DocumentID(0), url: "https://b.example", count: 1, line: 4)])
    #expect(!trial.account.isBalanced)
  }

  @Test func aBlockMayMoveRemoveAndAddLinks() throws {
    var trial = try Trial(text)
    let range = try block(of: trial)
    let replacement = "1. [A again](https://a.example)\n2. [C](https://c.example)\n"
    trial.list.replaceBlock(
      range, in: DocumentID(0), with: Array(replacement.utf8), removing: [try trial.link("https://b.example")],
      field: "list", rule: "t", reason: "t")
    #expect(trial.account.isBalanced, "\(trial.account)")
    #expect(trial.list[try trial.link("https://b.example")].fate == .removed)
    #expect(trial.list.journal.events.map(\.kind) == [.remove, .add, .edit])
    let refusal = trial.list.setURL(
      try trial.link("https://a.example"), to: "https://x.example", rule: "t", reason: "t")
    #expect(refusal == .blockReplaced)
  }

  @Test func aBlockWithASuppressionCommentIsNotReplaced() throws {
    var trial = try Trial("- [A](https://a.example)\n- [B](https://b.example) <!-- curate: keep -->\n")
    let refusal = trial.list.replaceBlock(
      0..<40, in: DocumentID(0), with: Array("- x\n".utf8), field: "list", rule: "t", reason: "t")
    #expect(refusal == .suppressed(line: 2))
  }

  @Test func anInsertedLinkIsAccountedFor() throws {
    var trial = try Trial(text)
    trial.list.insertBlock(
      Array("[New](https://n.example)\n\n".utf8), in: DocumentID(0), at: 5, field: "intro", rule: "t", reason: "t")
    #expect(trial.account.isBalanced)
  }

  @Test func aLinkThatIsMarkedButNotRemovedIsReported() throws {
    var trial = try Trial(text)
    trial.list.links[0].fate = .removed
    let untouched = LinkAccount(of: trial.list, resolvedEdits: trial.list.resolveEdits(), outputs: [nil])
    #expect(untouched.unexplained.map(\.url) == ["https://a.example"])
  }

  @Test func aSurvivorMayBeRemovedLater() throws {
    var trial = try Trial(text + "\n- [A](https://a.example)\n- [C](https://c.example)\n")
    let (first, second) = (trial.links("https://a.example")[0], trial.links("https://a.example")[1])
    trial.list.merge(second, into: first, rule: "t", reason: "t")
    #expect(trial.account.isBalanced)
    trial.list.remove(first, rule: "t", reason: "t")
    #expect(trial.account.isBalanced)
  }

  @Test func survivorsInACycleAreReported() throws {
    var trial = try Trial(text)
    trial.list.links[0].fate = .merged(into: LinkID(1))
    trial.list.links[1].fate = .merged(into: LinkID(0))
    #expect(trial.account.missing.map(\.url) == ["https://a.example", "https://b.example"])
  }

  @Test func onlyMarkersAndWhiteSpaceAreRestyled() throws {
    var trial = try Trial(text)
    #expect(
      trial.list.restyle(5..<6, in: DocumentID(0), with: [0x2A], field: "marker", rule: "t", reason: "t") == nil)
    #expect(trial.output.hasPrefix("# T\n\n* [A]"))
    let refusal = trial.list.restyle(8..<9, in: DocumentID(0), with: [0x20], field: "space", rule: "t", reason: "t")
    #expect(refusal == .unsupported("only markers and white space can be changed"))
  }

  /// The account balances for any combination of accepted changes.
  @Test func randomAcceptedChangesBalance() throws {
    var generator = Generator(seed: 4)
    let lines = [
      "- [A](https://a.example)", "- https://a.example", "* <https://b.example> - text", "- [x][r]", "# H", "",
      "text https://c.example",
      "  - [n](https://n.example)", "- ![i](https://i.example) [A](https://a.example)", "1. [o](https://o.example)",
      "| [t](https://t.example) | x |", "<!-- curate: keep -->",
      "- [C](https://c.example \"t\") more [D](https://d.example)",
    ]
    for _ in 0..<400 {
      let text =
        (0..<Int.random(in: 1...14, using: &generator)).map { _ in
          lines[Int.random(in: 0..<lines.count, using: &generator)]
        }.joined(separator: "\n") + "\n\n[r]: https://r.example\n"
      var trial = try Trial(text)
      for _ in 0..<8 {
        guard let id = trial.list.links.randomElement(using: &generator)?.id,
          let other = trial.list.links.randomElement(using: &generator)?.id
        else { continue }
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: trial.list.setURL(id, to: "https://new.example/\(id.index)", rule: "t", reason: "t")
        case 1: trial.list.setTitle(id, to: "Title \(id.index)", rule: "t", reason: "t")
        case 2: trial.list.replace(id, withCopyOf: other, rule: "t", reason: "t")
        case 3: trial.list.remove(id, rule: "t", reason: "t")
        default: trial.list.merge(id, into: other, rule: "t", reason: "t")
        }
      }
      #expect(trial.account.isBalanced, "\(text)\n---\n\(trial.output)\n\(trial.account)")
    }
  }
}
