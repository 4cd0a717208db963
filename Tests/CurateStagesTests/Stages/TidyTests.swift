import CurateCore
import CurateStages
import MarkdownSyntax
import Testing

struct TidyTests {
  /// The changes to the shipped list.
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

  /// Source and output.
  @Test(arguments: [
    // Ordered lists, thematic breaks and nested styles are not runs.
    ("1. a\n2) b\n", "1. a\n2) b\n"),
    ("- a\n***\n- b\n", "- a\n***\n- b\n"),
    ("- a\n  * b\n- c\n", "- a\n  * b\n- c\n"),
    ("- a\n  * b\n  + c\n  + d\n", "- a\n  + b\n  + c\n  + d\n"),
    ("> - a\n> * b\n> - c\n", "> - a\n> - b\n> - c\n"),
    ("- a\n<!-- -->\n* b\n", "- a\n<!-- -->\n* b\n"),
    // As `-`, the second item would be a thematic break.
    ("- a\n* - -\n- c\n", "- a\n* - -\n- c\n"),
    // Loose lists are joined across a blank line.
    ("- a\n\n- b\n\n* c\n\n* d\n\n* e\n", "* a\n\n* b\n\n* c\n\n* d\n\n* e\n"),
    // With `-` the first two would become part of the next list, and loose.
    ("- a\n* b\n- c\n\n- d\n", "* a\n* b\n- c\n\n- d\n"),
    ("a\\ \nb \n", "a\\ \nb\n"),
    ("| a |  \n|---|  \n| b |  \n", "| a |  \n|---|  \n| b |  \n"),
    ("<div> \n</div> \n", "<div> \n</div> \n"),
    ("[a](b \"c \nd\") \n", "[a](b \"c \nd\")\n"),
    ("- a \r\n* b\t\r\n", "- a\r\n- b\r\n"),
    ("---\nt: 1 \n---\n\na \n", "---\nt: 1 \n---\n\na\n"),
    (
      "<!-- curate: off -->\n- a\n* b\n<!-- curate: on -->\n\nc \n",
      "<!-- curate: off -->\n- a\n* b\n<!-- curate: on -->\n\nc\n"
    ),
    ("", ""),
    (" ", ""),
  ])
  func decisions(source: String, output: String) throws {
    #expect(try StageTrial("tidy", source).output == output)
  }

  @Test(arguments: [
    ("{blank-before-heading: 1}", "a\n# A\n", "the recipe asks for 1 blank line before a heading"),
    ("{blank-before-heading: 2}", "a\n# A\n", "the recipe asks for 2 blank lines before a heading"),
    (
      "{}", (0..<9).map { "a\n\n# H\($0)\n\n" }.joined() + "a\n# A\n",
      "9 of 10 such places have 1 blank line before a heading"
    ),
  ])
  func spacingIsExplained(options: String, source: String, reason: String) throws {
    #expect(try StageTrial("tidy", options: options, source).collection.journal.events.map(\.reason) == [reason])
  }

  private static func texts(of kind: NodeKind, in text: String) -> [String] {
    let tree = MarkdownTree(parsing: Array(text.utf8))
    return tree.nodes.map { NodeID($0) }.filter { tree.kind(of: $0) == kind }.map {
      String(decoding: tree.source[tree.range(of: $0)], as: UTF8.self)
    }
  }
}
