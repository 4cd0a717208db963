import CurateCore
import CurateStages
import Glibc
import Testing

@testable import CuratePipeline

/// The schema of the trial stages, which have an option of every kind; `.ci/check_schema.py` holds the broken
/// recipes against it with a real validator.
///
/// `CURATE_RECORD=1 swift test --filter SchemaTests` rewrites it, and fails.
@Suite struct SchemaTests {
  private static let path = Fixture.folder("trial.schema.json")

  @Test func trialStages() throws {
    let schema = RecipeSchema(.trial).json
    if getenv("CURATE_RECORD") != nil {
      try Fixture.write(schema, to: Self.path)
      Issue.record("recorded trial.schema.json: look at it, then run without CURATE_RECORD")
      return
    }
    #expect(schema == (try? Fixture.bytes(Self.path)))
  }

  /// The stages come from the catalog only, including those that are not Swift types.
  @Test func aStageOfAnotherKindHasABranchToo() throws {
    let options = [
      OptionDescription(name: "hosts", type: .list(.string), defaultText: "[a.example]", help: "Hosts."),
      OptionDescription(name: "most", type: .integer(1...9), defaultText: "3", help: "How many.", isRequired: true),
    ]
    let entry = StageCatalog.Entry(manual: StageManual(name: "flag", summary: "Flags."), options: options) { _ in
      SiftStage(SiftStage.Options())
    }
    let schema = String(decoding: RecipeSchema(StageCatalog([entry])).json, as: UTF8.self)
    #expect(schema.contains(#""const": "flag""#) && schema.contains(##""$ref": "#/definitions/stage-flag""##))
    #expect(schema.contains(#""a.example""#) && schema.contains(#""maximum": 9"#))
  }
}
