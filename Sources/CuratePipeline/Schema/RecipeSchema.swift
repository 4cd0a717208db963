public import CurateCore

/// A JSON Schema (draft-07) of recipes, for editors: one branch for each stage, from the declarations of its options.
///
/// It knows what can be told from a recipe alone; `curate check` also knows files, the order of stages, and whether ids
/// are unique. What `curate check` accepts, the schema accepts, needless quotes aside.
public struct RecipeSchema: Sendable {
  private let catalog: StageCatalog

  public init(_ catalog: StageCatalog) { self.catalog = catalog }

  /// The schema as JSON.
  public var json: [UInt8] {
    var json = JSONWriter(.indented)
    root.write(to: &json)
    json.endLine()
    return json.bytes
  }

  private var root: JSONValue {
    .object([
      ("$schema", .text("http://json-schema.org/draft-07/schema#")),
      ("title", .text("A curate recipe")),
      ("type", .text("object")),
      ("required", .texts(["curate", "stages"])),
      ("additionalProperties", .boolean(false)),
      (
        "properties",
        .object([
          ("curate", Self.described("The format of the recipe.", [("const", .integer(1))])),
          ("name", Self.described("What reports and the history call it.", Self.filledText)),
          (
            "inputs",
            Self.described(
              "Paths and globs, relative to the recipe; '!glob' leaves files out.",
              [("anyOf", .list([.object(Self.filledText), Self.list(of: .object(Self.filledText))]))])
          ),
          (
            "output", Self.described("The folder for results and the history, relative to the recipe.", Self.filledText)
          ),
          (
            "stages",
            Self.described(
              "What is done, in this order.",
              [("type", .text("array")), ("minItems", .integer(1)), ("items", stage)])
          ),
          ("limits", Self.reference("limits")),
          (
            "ignore",
            Self.described(
              "What is left alone: changes are not made, findings not told.",
              [("type", .text("array")), ("items", Self.reference("ignore"))])
          ),
          (
            "tests",
            Self.described(
              "What the stages make of small documents; `curate test` runs them.",
              [("type", .text("array")), ("items", Self.reference("test"))])
          ),
        ])
      ),
      ("definitions", .object(definitions)),
    ])
  }

  /// A stage's name alone, or one of the mappings.
  private var stage: JSONValue {
    let names = JSONValue.object([("enum", .texts(catalog.entries.map(\.manual.name)))])
    return .object([("anyOf", .list([names] + catalog.entries.map { Self.reference("stage-\($0.manual.name)") }))])
  }

  private var definitions: [(name: String, value: JSONValue)] {
    catalog.entries.map { ("stage-\($0.manual.name)", use(of: $0)) } + [
      ("limits", Self.limits),
      ("ignore", Self.ignore),
      ("test", Self.test),
      ("given-link", Self.links(of: RecipeDecoder.givenFields, required: ["url"])),
      ("expected-link", Self.links(of: LinkField.allCases, required: [])),
    ]
  }

  private func use(of entry: StageCatalog.Entry) -> JSONValue {
    .object([
      ("type", .text("object")),
      ("description", .text(entry.manual.summary)),
      ("required", .texts(["uses"])),
      ("additionalProperties", .boolean(false)),
      (
        "properties",
        .object([
          ("uses", Self.described(entry.manual.summary, [("const", .text(entry.manual.name))])),
          (
            "id",
            Self.described(
              "The stage's name in this recipe; its `uses:` if it is missing.",
              [("type", .texts(["string", "integer"])), ("pattern", .text("^[A-Za-z0-9_-]+$"))])
          ),
          ("with", Self.described("Its options.", Self.options(entry.options, orNothing: true))),
          ("limits", Self.reference("limits")),
          (
            "timeout",
            Self.described(
              "How long it may take.", [("type", .text("string")), ("pattern", .text("^[0-9]+(ms|s|m)$"))])
          ),
          (
            "on-error",
            Self.described(
              "Whether an error of the stage ends the run, or the stage is left out.",
              [("enum", .texts(StageUse.OnError.allCases.map(\.rawValue)))])
          ),
        ])
      ),
    ])
  }
}
