import CurateCore
import CurateStages
import Testing

/// Between suppression comments no stage changes or reports anything.
@Suite struct SuppressedStageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var stage: String
    var example: StageExample
    var testDescription: String { "\(stage): \(example.title)" }
  }

  /// Every example of every stage that changes or reports something.
  static let cases = StageCatalog.builtIn.entries.map(\.manual).filter { !$0.emits && $0.name != "parse" }
    .flatMap { manual in manual.examples.map { Case(stage: manual.name, example: $0) } }

  @Test func thereAreExamplesOfEachStage() {
    #expect(Set(Self.cases.map(\.stage)) == ["tidy", "normalize-urls", "dedupe", "classify", "toc", "inspect"])
  }

  @Test(arguments: cases) func betweenOffAndOn(_ one: Case) throws {
    let text = "<!-- curate: off -->\n\n\(one.example.input)\n<!-- curate: on -->\n"
    let trial = try StageTrial(one.stage, options: one.example.options, text)
    #expect(trial.output == text)
    #expect(trial.rules.isEmpty, "\(trial.lines)")
  }

  /// After the suppression the rules apply again.
  @Test func afterOn() throws {
    let inside = "<!-- curate: off -->\n\n- [A](htpp://a.example) \n\n<!-- curate: on -->\n\n"
    let tidy = try StageTrial("tidy", inside + "- [B](htpp://b.example) \n")
    #expect(tidy.output == inside + "- [B](htpp://b.example)\n")
    #expect(try StageTrial("inspect", inside + "- [B](htpp://b.example)\n").lines.map { $0.prefix(2) } == ["7:"])
  }

  /// `keep` protects one item, and only that.
  @Test func keep() throws {
    let text = "- [A](htpp://a.example) <!-- curate: keep -->\n- [B](htpp://b.example)\n"
    #expect(try StageTrial("inspect", text).lines.map { $0.prefix(2) } == ["2:"])
    let duplicates = "- [A](https://a.example)\n- [A](https://a.example) <!-- curate: keep -->\n"
    let kept = try StageTrial("dedupe", duplicates)
    #expect(kept.output == duplicates && kept.rules.isEmpty, "\(kept.lines)")
  }

  /// A duplicate outside a suppression is merged into one inside, which is not changed; never the other way round.
  @Test func aSuppressedDuplicateIsKept() throws {
    let suppressed =
      "<!-- curate: off -->\n\n- [A](https://a.example)\n- [C](https://c.example)\n\n<!-- curate: on -->\n\n"
    let first = suppressed + "- [A](https://a.example)\n- [B](https://b.example)\n"
    #expect(try StageTrial("dedupe", first).output == suppressed + "- [B](https://b.example)\n")
    let last = "- [A](https://a.example)\n- [B](https://b.example)\n\n" + suppressed
    #expect(try StageTrial("dedupe", last).output == last)
  }
}
