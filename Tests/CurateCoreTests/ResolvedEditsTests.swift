import MarkdownSyntax
import Testing

@testable import CurateCore

struct ResolvedEditsTests {
  private func edit(_ range: Range<Int>, _ text: String = "", _ priority: Edit.Priority = .link, event: Int = 0) -> Edit
  {
    Edit(document: DocumentID(0), range: range, replacement: Array(text.utf8), event: event, priority: priority)
  }

  private func apply(_ edits: [Edit]) -> String {
    let numbered = edits.enumerated().map { place, edit in
      var edit = edit
      edit.event = place
      return edit
    }
    return String(
      decoding: ResolvedEdits(of: DocumentID(0), from: numbered).apply(to: Array("0123456789".utf8)), as: UTF8.self)
  }

  @Test func removedItemSupersedesItsEdits() {
    #expect(apply([edit(3..<5, "x"), edit(2..<6, "", .item)]) == "016789")
    #expect(apply([edit(2..<6, "", .item), edit(3..<5, "x")]) == "016789")
  }

  @Test func laterOfTwoEditsOfTheSameBytesWins() {
    #expect(apply([edit(2..<4, "a"), edit(2..<4, "b")]) == "01b456789")
  }

  @Test func whiteSpaceHasTheLowestPriority() {
    #expect(apply([edit(1..<5, " ", .layout), edit(4..<6, "x")]) == "0123x6789")
    #expect(apply([edit(4..<6, "x"), edit(1..<5, " ", .layout)]) == "0123x6789")
    #expect(apply([edit(1..<5, " ", .layout), edit(3..<8, "", .item)]) == "01289")
    #expect(apply([edit(3..<8, "", .item), edit(6..<9, " ", .layout)]) == "01289")
  }

  @Test func crossingRemovalsAreMerged() {
    #expect(apply([edit(2..<5, "", .item), edit(4..<8, "", .item)]) == "0189")
  }

  @Test func insertionsKeepTheirOrderAndPrecedeReplacements() {
    #expect(apply([edit(4..<4, "a"), edit(4..<4, "b"), edit(4..<5, "x")]) == "0123abx56789")
    #expect(apply([edit(2..<6, "", .item), edit(4..<4, "a")]) == "016789")
  }

  @Test func supersededEventsAreListed() {
    let resolved = ResolvedEdits(
      of: DocumentID(0), from: [edit(3..<5, "x", event: 7), edit(2..<6, "", .item, event: 8)])
    #expect(resolved.superseded == [7])
  }

  @Test func successiveChangesOfOneLinkAllTakeEffect() {
    let steps = [edit(4..<5, "x", event: 0), edit(3..<6, "xy", event: 1), edit(3..<6, "z", event: 2)]
    #expect(ResolvedEdits(of: DocumentID(0), from: steps).superseded.isEmpty)
    let removed = steps + [edit(2..<8, "", .item, event: 3)]
    #expect(ResolvedEdits(of: DocumentID(0), from: removed).superseded == [0, 1, 2])
  }

  /// Resolves random edits into a sorted list without overlaps, and maps offsets and lines through it.
  @Test func randomEditsResolve() {
    var generator = Generator(seed: 1)
    let source = (0..<200).map { $0 % 13 == 0 ? UInt8(ascii: "\n") : UInt8(ascii: "a") + UInt8($0 % 26) }
    let tree = MarkdownTree(parsing: source)
    let document = Document(
      DocumentDraft(id: DocumentID(0), path: "list.md", tree: tree), links: 0..<0, sections: 0..<0)
    for _ in 0..<2000 {
      let edits = (0..<Int.random(in: 0...12, using: &generator)).map { event in
        let start = Int.random(in: 0...200, using: &generator)
        let end = Int.random(in: start...min(200, start + 30), using: &generator)
        let priority = [Edit.Priority.layout, .link, .item, .block][Int.random(in: 0..<4, using: &generator)]
        let text = priority == .item ? "" : ["", "x", "\n\n", "yy\nz"][Int.random(in: 0..<4, using: &generator)]
        return edit(start..<end, text, priority, event: event)
      }
      let resolved = ResolvedEdits(of: DocumentID(0), from: edits)
      let output = resolved.apply(to: source)
      #expect(zip(resolved.edits, resolved.edits.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
      #expect(Set(resolved.edits.map(\.event)).isDisjoint(with: resolved.superseded))
      let lines = OutputLines(resolved, of: document)
      let untouched = (0..<200).filter { place in !resolved.edits.contains { $0.range.contains(place) } }
      for place in untouched {
        let there = resolved.outputOffset(of: place)
        #expect(output[there] == source[place])
        #expect(lines.line(at: place) == 1 + output[..<there].count { $0 == UInt8(ascii: "\n") })
      }
    }
  }

  @Test func noEditsGiveTheSource() throws {
    let trial = try Trial("- [A](https://a.example)\r\n- b\n")
    #expect(trial.output == "- [A](https://a.example)\r\n- b\n")
    #expect(trial.list.resolveEdits()[0].edits.isEmpty)
  }
}
