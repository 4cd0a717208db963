import Foundation
import Testing

/// The output of a run and the effects of its options.
@Suite struct RunOptionsTests {
  @Test func summaryHasALineForEachStage() throws {
    let outcome = try ShippedRun.default.get().outcome
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(outcome.error.isEmpty)
    #expect(
      lines[0]
        == "default: science-of-learning.md, 1,621 lines: 922 external links, 142 in tables of contents, 8 images")
    let names = [
      "parse", "tidy", "normalize-urls", "dedupe", "classify", "toc", "inspect", "emit-markdown", "emit-csv",
    ]
    for (number, name) in names.enumerated() { #expect(lines[number + 1].hasPrefix("[\(number + 1)/9] \(name) ")) }
    #expect(lines[10].contains(" of 1,621 lines changed, 13 entries merged, 0 links lost"))
    #expect(lines[11].hasPrefix("run 1 ok → ") && lines[11].hasSuffix("science-of-learning.md, 6 reports"))
    #expect(lines[12].contains("changes.csv") && lines[12].contains("curate history"))
  }

  @Test func quietPrintsNothing() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(SampleList.untidy)
    for option in ["--quiet", "-q"] {
      let outcome = try Curate.run(recipe, option, in: folder.path)
      #expect(outcome.ending == .exited(0) && outcome.output.isEmpty && outcome.error.isEmpty)
    }
    #expect(folder.text("out/list.md") == SampleList.tidied)
    let failed = try Curate.run("missing.yaml", "--quiet", in: folder.path)
    expectFailure(failed, code: 2, saying: "missing.yaml")
  }

  @Test func jsonIsTheOnlyStandardOutput() throws {
    let folder = try TemporaryFolder()
    let outcome = try Curate.run(Curate.recipe("default"), "--json", "--output", folder.path("out"))
    #expect(outcome.ending == .exited(0) && outcome.error.isEmpty, "\(outcome.error)")
    let report = try Self.object(outcome)
    #expect(report["recipe"] as? String == "default")
    #expect(report["run"] as? Int == 1)
    #expect(report["written"] as? Bool == true)
    #expect(report["lines"] as? Int == 1621)
    #expect(report["merged"] as? Int == 13)
    #expect(report["sections"] as? Int == 71)
    let links = try #require(report["links"] as? [String: Int])
    #expect(links["total"] == 1072 && links["entry"] == 882 && links["prose"] == 40 && links["toc"] == 142)
    let stages = try #require(report["stages"] as? [[String: Any]])
    #expect(stages.count == 9 && stages.allSatisfy { $0["milliseconds"] is Double })
    let outputs = try #require(report["outputs"] as? [[String: Any]])
    #expect(outputs.count == 7)
    for output in outputs {
      let path = try #require(output["path"] as? String)
      let sum = try Command("sha256sum", [folder.path("out/\(path)")]).run().output.prefix(64)
      #expect(output["sha256"] as? String == String(sum))
      #expect(output["bytes"] as? Int == folder.bytes("out/\(path)")?.count)
    }
  }

  @Test(arguments: ["--check", "--dry-run"]) func jsonWithoutWriting(option: String) throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(SampleList.untidy)
    let outcome = try Curate.run(recipe, option, "--json", in: folder.path)
    #expect(outcome.ending == .exited(option == "--check" ? 1 : 0))
    let report = try Self.object(outcome)
    #expect(report["written"] as? Bool == false)
    #expect(report["run"] is NSNull || report["run"] == nil)
    #expect(folder.names == ["list.md", "recipe.yaml"])
  }

  private static func object(_ outcome: Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.outputBytes)) as? [String: Any])
  }

  @Test func outputAndNoHistory() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(SampleList.untidy)
    let outcome = try Curate.run(recipe, "--output", "else/where", "--no-history", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(folder.text("else/where/list.md") == SampleList.tidied)
    #expect(!folder.exists("out") && !folder.exists("else/where/history.sqlite"))
    #expect(!outcome.output.contains("run 1"))
  }

  @Test func onlySkipAndSet() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(SampleList.untidy)
    _ = try Curate.run(recipe, "--only", "dedupe", "--output", "a", in: folder.path)
    let duplicate = "- [Oolong](https://tea.example/oolong)\n"
    #expect(folder.text("a/list.md") == String(SampleList.untidy.dropLast(duplicate.count)))
    _ = try Curate.run(
      recipe, "--skip", "dedupe", "--set", "tidy.trailing-space=false", "--output", "b", in: folder.path)
    #expect(folder.text("b/list.md") == SampleList.untidy.replacing("\n* ", with: "\n- "))
  }

  @Test func filesReplaceTheInputs() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(SampleList.tidied)
    try folder.write("other.md", SampleList.untidy)
    let outcome = try Curate.run("run", recipe, "other.md", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(folder.text("out/other.md") == SampleList.tidied)
    #expect(!folder.exists("out/list.md"))
  }
}
