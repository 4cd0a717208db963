import CurateCore
import CurateStages
import MarkdownSyntax
import Testing

struct TocTests {
  @Test func shippedListIsUpToDate() throws {
    let source = try ShippedList.text()
    for options in ["{}", "{mode: regenerate}"] {
      let trial = try StageTrial("toc", options: options, source)
      let tables = trial.collection.documents[0].tablesOfContents
      #expect(tables.map(\.entries.count) == [71, 71])
      #expect(trial.edits.isEmpty)
      #expect(trial.lines == ["106: this table of contents lists the same as the one in line 1 [duplicate-toc]"])
    }
  }

  @Test func secondCopyOfShippedListGoes() throws {
    let source = try ShippedList.text()
    let trial = try StageTrial("toc", options: "{mode: regenerate, duplicates: remove}", source)
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeSubrange(105..<176)
    #expect(trial.output == lines.joined(separator: "\n"))
    #expect(trial.rules.isEmpty)
    #expect(try StageTrial("toc", options: "{mode: regenerate, duplicates: remove}", trial.output).edits.isEmpty)
  }
}
