import CurateCore
import Testing

@testable import CuratePipeline

@Suite struct RunnerTests {
  static let list = """
    # Drinks

    - [Tea](http://tea.example)
    - [Coffee](https://coffee.example)
    - [Coffee](https://coffee.example)
    - [Water](https://water.example)

    """

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.list, to: "list.md")
  }

  private func run(
    _ stages: String, mode: Runner.Mode = .write, recorder: TrialRecorder? = nil, observer: TrialObserver? = nil
  ) throws -> RunResult {
    try Runner(try folder.plan(stages), recorder: recorder).run(mode: mode, observer: observer)
  }

  private func error(_ stages: String, recorder: TrialRecorder? = nil) throws -> RunError? {
    let runner = Runner(try folder.plan(stages), recorder: recorder)
    do throws(RunError) {
      _ = try runner.run(mode: .write)
      return nil
    } catch {
      return error
    }
  }

  @Test func nothingChangesWithoutStages() throws {
    let result = try run("[parse, print-list]")
    #expect(folder.text("out/list.md") == Self.list)
    #expect(folder.names(in: "out") == ["list.md"])
    #expect(!result.changesAnything)
    #expect(result.changedLines == [0])
    #expect(result.record.outputs.map(\.path) == ["list.md"])
    #expect(result.record.outputs.map(\.bytes) == [Self.list.utf8.count])
  }

  @Test func stepsAreCountedAndReported() throws {
    let observer = TrialObserver()
    let result = try run("[parse, print-list, bump, merge]", observer: observer)
    // Stages that emit run last, independently of their position.
    #expect(
      observer.lines[1...] == [
        "[2/4] bump: 1 changed, 1 edit, 1 finding", "[3/4] merge: 1 merged, 1 edit", "[4/4] print-list: list.md",
      ])
    #expect(result.record.stages.map(\.merged) == [0, 0, 1, 0])
    #expect(result.record.stages.map(\.findings) == [0, 1, 0, 0])
    #expect(result.changedLines == [2])
    #expect(folder.text("out/list.md")?.contains("https://tea.example") == true)
  }

  @Test func aDryRunWritesNothing() throws {
    let recorder = TrialRecorder()
    let result = try run("[parse, bump, print-list]", mode: .dryRun, recorder: recorder)
    #expect(folder.names(in: "") == ["list.md", "recipe.yaml"])
    #expect(recorder.calls.isEmpty)
    #expect(result.changesAnything)
    #expect(String(decoding: result.documents[0], as: UTF8.self).contains("https://tea.example"))
  }

  @Test func aLostLinkIsCaughtAndNothingIsWritten() throws {
    let recorder = TrialRecorder()
    let error = try error("[parse, lose, print-list]", recorder: recorder)
    let lost = RunError.Imbalance(
      document: folder.path("list.md"), line: 3, url: "http://tea.example", isMissing: true, stage: "lose")
    #expect(error == .unbalanced([lost]))
    #expect(error?.exitCode == 3)
    #expect(error?.description.contains("list.md:3: lost: http://tea.example (last changed by 'lose')") == true)
    #expect(folder.names(in: "") == ["list.md", "recipe.yaml"])
    #expect(recorder.calls.count == 2 && recorder.calls[1].hasPrefix("fail 7"))
    let record = try #require(recorder.record)
    #expect(record.links == 4 && record.milliseconds > 0)
  }

  @Test func aLimitStopsTheRun() throws {
    for (limit, amount) in [("0%", Limit.Amount.share(0)), ("0", .count(0))] {
      let stages = "[parse, {uses: merge, limits: {removed: \(limit)}}, print-list]"
      guard case .limitBroken("merge", let limit, actual: 1, of: 4) = try error(stages) else {
        Issue.record("1 of 4 entries is more than none")
        continue
      }
      #expect(limit.amount == amount)
    }
    #expect(folder.names(in: "") == ["list.md", "recipe.yaml"])
    #expect(try error("[parse, {uses: merge, limits: {removed: 10%}}, print-list]") == nil)
    #expect(try error("[parse, {uses: merge, limits: {merged: 1, changed: 0, edits: 1}}, print-list]") == nil)
    #expect(try error("[parse, {uses: bump, limits: {findings: 0}}, print-list]") != nil)
  }

  @Test func aFailingStageEndsTheRun() throws {
    let error = try error("[parse, fail, print-list]")
    #expect(error == .stageFailed(id: "fail", .failed("the kettle is empty")))
    #expect(error?.description == "stage 'fail' failed: the kettle is empty; nothing was written")
    #expect(error?.exitCode == 3)
    #expect(folder.names(in: "") == ["list.md", "recipe.yaml"])
  }

  @Test func aFailingStageCanBeSkipped() throws {
    let observer = TrialObserver()
    let result = try run("[parse, {uses: fail, on-error: skip}, bump, print-list]", observer: observer)
    #expect(observer.lines[1] == "[2/4] fail: skipped: the kettle is empty")
    // What it had done before it failed is gone.
    #expect(result.record.stages[1].edits == 0)
    #expect(folder.text("out/list.md") == Self.list.replacing("http://tea", with: "https://tea"))
  }

  @Test func anEmittingStageMustNotChangeLinks() throws {
    #expect(try error("[parse, meddle, print-list]") == .emitterChangedModel(id: "meddle"))
    #expect(folder.names(in: "") == ["list.md", "recipe.yaml"])
  }

  @Test func bytesThatAreNotTextAreRefused() throws {
    try Fixture.write(Array("# A\n\nab".utf8) + [0xFF], to: folder.path("list.md"))
    let error = try error("[parse, print-list]")
    #expect(error == .stageFailed(id: "parse", .notUTF8(document: "list.md", offset: 7, line: 3)))
    #expect(
      error?.description
        == "list.md:3: not UTF-8 at offset 7 of the file (counted from 0); save the file as UTF-8 "
        + "(stage 'parse')")
  }

  @Test(arguments: ["", "\n", "no links\n", "\u{FEFF}# A\r\n\r\n- <https://a.example>\r\n", "a\u{0}b"])
  func oddDocumentsComeOutAsTheyWentIn(_ text: String) throws {
    try folder.write(text, to: "list.md")
    _ = try run("[parse, bump, merge, print-list]")
    #expect(folder.text("out/list.md") == text)
  }

  @Test func aVeryLongLineComesOutAsItWentIn() throws {
    let line = String(repeating: "words and [a link](https://a.example) ", count: 250_000)
    try folder.write(line, to: "list.md")
    _ = try run("[parse, print-list]")
    #expect(folder.text("out/list.md") == line)
  }

  @Test func cancellingLeavesNothingBehind() throws {
    nonisolated(unsafe) var isCancelled = false
    CancelStage.cancel = { isCancelled = true }
    let recorder = TrialRecorder()
    let runner = Runner(
      try folder.plan("[parse, print-list, cancel]"), recorder: recorder, isCancelled: { isCancelled })
    #expect(throws: RunError.interrupted) { try runner.run(mode: .write) }
    #expect(RunError.interrupted.exitCode == 130)
    #expect(folder.names(in: "") == ["list.md", "recipe.yaml"])
    #expect(recorder.calls == ["begin", "fail 7: interrupted; nothing was changed"])
  }
}
