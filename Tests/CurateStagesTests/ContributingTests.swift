import CurateCore
import CuratePipeline
import Foundation
import Testing

/// The stage that CONTRIBUTING.md walks through is the one of `InsecureStage.swift`, which compiles with these tests.
@Suite struct ContributingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  @Test func theListingIsTheFile() throws {
    let page = try String(contentsOf: Self.folder.appending(path: "../../CONTRIBUTING.md"), encoding: .utf8)
    let file = try String(contentsOf: Self.folder.appending(path: "InsecureStage.swift"), encoding: .utf8)
    #expect(page.contains("```swift\n\(file)```\n"), "copy InsecureStage.swift into CONTRIBUTING.md")
  }

  /// As `ManualExamplesTests` does for the stages of the catalog.
  @Test func itsExampleHolds() throws {
    let catalog = StageCatalog([StageCatalog.Entry(InsecureStage.self)])
    for example in InsecureStage.manual.examples {
      let trial = try StageTrial("insecure", options: example.options, example.input, catalog: catalog)
      #expect(trial.output == example.output)
      #expect(trial.rules == example.findings)
    }
    let loud = try StageTrial("insecure", options: "{severity: warning}", "<http://a.example>\n", catalog: catalog)
    #expect(loud.findings.map(\.severity) == [.warning])
  }

  /// Its option is in the manual, the messages and the schema without another line.
  @Test func oneLineDeclaresAnOption() throws {
    let entry = StageCatalog.Entry(InsecureStage.self)
    #expect(entry.options.map(\.name) == ["severity"] && entry.options.map(\.defaultText) == ["note"])
    #expect(entry.options[0].type == .choice(["note", "warning"]))
    let schema = String(decoding: RecipeSchema(StageCatalog([entry])).json, as: UTF8.self)
    #expect(schema.contains("How loudly it is said."))
    let recipe = try Recipe(Array("curate: 1\nstages: [{uses: insecure, with: {severity: nota}}]".utf8), path: "r.yaml")
    do throws(RecipeErrors) {
      _ = try Plan(recipe, catalog: StageCatalog([entry]))
      Issue.record("the option's value is not checked")
    } catch {
      #expect(error.description.contains("did you mean 'note'?"))
    }
  }
}
