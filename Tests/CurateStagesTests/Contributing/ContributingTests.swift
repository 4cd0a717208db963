import CurateCore
import CuratePipeline
import Foundation
import Testing

@testable import CurateStages

/// The listings of CONTRIBUTING.md are files that compile with these tests.
@Suite struct ContributingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  @Test(arguments: ["InsecureStage", "SchemeColumn", "CapitalsOnlyRule"]) func theListingIsTheFile(name: String) throws
  {
    let page = try String(contentsOf: Self.folder.appending(path: "../../../CONTRIBUTING.md"), encoding: .utf8)
    let file = try String(contentsOf: Self.folder.appending(path: "\(name).swift"), encoding: .utf8)
    #expect(page.contains("```swift\n\(file)```\n"), "copy \(name).swift into CONTRIBUTING.md")
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
    #expect(schema.contains("The severity of the findings."))
    let recipe = try Recipe(Array("curate: 1\nstages: [{uses: insecure, with: {severity: nota}}]".utf8), path: "r.yaml")
    do throws(RecipeErrors) {
      _ = try Plan(recipe, catalog: StageCatalog([entry]))
      Issue.record("the option's value is not checked")
    } catch {
      #expect(error.description.contains("did you mean 'note'?"))
    }
  }

  /// A column is in the header, the manual and every row without another line.
  @Test func oneElementDeclaresAColumn() throws {
    let sink = MemorySink()
    let trial = try StageTrial("normalize-urls", "- [A](http://a.example/)\n- [B](other.md)\n")
    var collection = trial.collection
    collection.identifyAll()
    let source = ReportSource(collection: collection, index: ReportIndex(collection), recipe: "", groupAfter: 0)
    let columns = [LinksReport.schemeColumn]
    var writer = CSVWriter(
      try sink.open(.output("links.csv")), CSVWriter.Dialect(), columns: columns.map(\.manual.name))
    for link in collection.links {
      let row = LinksReport.Row(link: link, position: (1, 1), host: ("", ""), decision: nil)
      try writer.row(row, columns, source)
    }
    try writer.close()
    #expect(sink.files[.output("links.csv")] == Array("scheme\nhttp\n\n".utf8))
    #expect(columns[0].manual.documentation.hasSuffix("."))
  }

  /// A rule is an option value, has a manual entry and reports findings without another line.
  @Test func oneFileDeclaresARule() throws {
    let rule = InspectRule.capitalsOnly
    let entry = StageCatalog.Entry(manual: InspectStage.manual, options: InspectStage.Options.descriptions) {
      (node: ConfigNode?) throws(OptionProblems) in
      let options = InspectStage.Options()
      guard let node else { return InspectStage(options, rules: [rule]) }
      return InspectStage(try InspectStage.Options(node), rules: [rule])
    }
    for example in rule.examples {
      let trial = try StageTrial("inspect", example.input, catalog: StageCatalog([entry]))
      #expect(trial.rules == example.findings)
      #expect(trial.findings.map(\.severity) == [rule.severity])
    }
    #expect(try StageTrial("inspect", "- [NASA](https://nasa.example)\n", catalog: StageCatalog([entry])).rules.isEmpty)
    #expect(rule.manual.id == "capitals-only" && rule.manual.summary.hasSuffix("."))
  }
}
