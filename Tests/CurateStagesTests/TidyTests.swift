import CurateCore
import CurateStages
import MarkdownSyntax
import Testing

struct TidyTests {
  /// What the stage does to the list that comes with the product.
  @Test func shippedList() throws {
    let source = try ShippedList.text()
    let trial = try StageTrial("tidy", source)
    var counts: [String: Int] = [:]
    for event in trial.collection.journal.events { counts[event.rule, default: 0] += 1 }
    #expect(
      counts == [
        "blank-before-list": 12, "blank-lines": 6, "heading-space": 2, "list-marker": 57, "marker-space": 1,
        "trailing-space": 78,
      ])
    #expect(trial.rules == ["mixed-spacing", "lists-apart", "lists-apart"])
    for kind in [NodeKind.math, .mathBlock, .code, .hardBreak, .htmlOpenTag, .table, .thematicBreak] {
      #expect(Self.texts(of: kind, in: trial.output) == Self.texts(of: kind, in: source))
    }
    #expect(try StageTrial("tidy", trial.output).edits.isEmpty)
  }

  private static func texts(of kind: NodeKind, in text: String) -> [String] {
    let tree = MarkdownTree(parsing: Array(text.utf8))
    return tree.nodes.map { NodeID($0) }.filter { tree.kind(of: $0) == kind }.map {
      String(decoding: tree.source[tree.range(of: $0)], as: UTF8.self)
    }
  }
}
