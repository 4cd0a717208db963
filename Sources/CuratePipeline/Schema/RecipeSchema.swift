package import CurateCore

/// A JSON Schema (draft-07) of recipes for editors, with one branch per stage, generated from its option declarations.
///
/// It checks what a recipe alone can show; `curate check` also checks files, the order of stages, and unique ids. The
/// schema accepts everything that `curate check` accepts, except unnecessary quotes.
package struct RecipeSchema: Sendable {
  private let catalog: StageCatalog

  package init(_ catalog: StageCatalog) { self.catalog = catalog }

  /// The schema as JSON.
  package var json: [UInt8] {
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
          ("name", Self.described("The name in reports and in the history.", Self.filledText)),
          (
            "inputs",
            Self.described(
              "Paths and globs, relative to the recipe; '!glob' excludes files.",
              [("anyOf", .list([.object(Self.filledText), Self.list(of: .object(Self.filledText))]))])
          ),
          (
            "output", Self.described("The folder for results and the history, relative to the recipe.", Self.filledText)
          ),
          (
            "stages",
            Self.described(
              "The stages, in running order.",
              [("type", .text("array")), ("minItems", .integer(1)), ("items", stage)])
          ),
          ("limits", Self.reference("limits")),
          (
            "ignore",
            Self.described(
              "Suppressed changes and findings.",
              [("type", .text("array")), ("items", Self.reference("ignore"))])
          ),
          (
            "tests",
            Self.described(
              "Tests of stages on small documents; `curate test` runs them.",
              [("type", .text("array")), ("items", Self.reference("test"))])
          ),
        ])
      ),
      ("definitions", .object(definitions)),
    ])
  }

  /// The name of a stage, or one of the mappings.
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
              "The name of the stage in this recipe (default: its `uses:`).",
              [("type", .texts(["string", "integer"])), ("pattern", .text("^[A-Za-z0-9_-]+$"))])
          ),
          ("with", Self.described("The options of the stage.", Self.options(entry.options, orNothing: true))),
          ("limits", Self.reference("limits")),
          (
            "timeout",
            Self.described(
              "The time limit of the stage.", [("type", .text("string")), ("pattern", .text("^[0-9]+(ms|s|m)$"))])
          ),
          (
            "on-error",
            Self.described(
              "Whether an error of the stage fails the run or skips the stage.",
              [("enum", .texts(StageUse.OnError.allCases.map(\.rawValue)))])
          ),
        ])
      ),
    ])
  }
}

// MARK: - Limits, ignores and tests

extension RecipeSchema {
  static let limits: JSONValue = {
    let count: Members = [("type", .text("integer")), ("minimum", .integer(0))]
    let share: Members = [("type", .text("string")), ("pattern", .text("^(100|[0-9]{1,2}(\\.[0-9]+)?)%$"))]
    let either: Members = [("anyOf", .list([.object(count), .object(share)]))]
    return .object([
      (
        "description",
        .text(
          "Maximum numbers, and the minimum of remaining links; a run that exceeds them writes nothing. A percentage "
            + "always allows \(Limit.fewest) links, except 0 %, which allows none.")
      ),
      ("type", .text("object")),
      ("additionalProperties", .boolean(false)),
      (
        "properties",
        .object(
          Limit.Measure.allCases.map { measure in
            let rules: Members = [("type", .text("object")), ("additionalProperties", .object(count))]
            let amount: Members =
              measure == .findings ? [("anyOf", .list([.object(count), .object(rules)]))] : either
            return (measure.rawValue, .object(measure.canBeShare || measure == .findings ? amount : count))
          })
      ),
    ])
  }()

  static let ignore: JSONValue = .object([
    ("type", .text("object")),
    ("anyOf", .list(["rule", "path", "url"].map { .object([("required", .texts([$0]))]) })),
    ("additionalProperties", .boolean(false)),
    (
      "properties",
      .object([
        (
          "rule",
          described("The rule: 'level-jump', 'inspect/level-jump', or 'inspect/*' for all of a stage.", filledText)
        ),
        ("path", described("A path or glob of documents, relative to the recipe.", filledText)),
        ("url", described("A URL with '*' for any characters; one without '://' matches every scheme.", filledText)),
        ("because", described("The reason, for readers of the recipe.", filledText)),
        (
          "until",
          described(
            "The last day on which it is valid, such as 2027-01-31.",
            [("type", .text("string")), ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))])
        ),
      ])
    ),
  ])

  static let test: JSONValue = .object([
    ("type", .text("object")),
    ("required", .texts(["name", "stage", "given"])),
    ("anyOf", .list(["expect", "findings"].map { .object([("required", .texts([$0]))]) })),
    ("additionalProperties", .boolean(false)),
    (
      "properties",
      .object([
        ("name", described("The name of the test.", filledText)),
        ("stage", described("The id of a stage, or of the first and last of several: tidy..dedupe.", filledText)),
        (
          "given",
          described("The input document: Markdown or a list of links.", document("given-link"))
        ),
        ("expect", described("The resulting document, or the remaining links.", document("expected-link"))),
        (
          "findings",
          described(
            "The rules of the expected findings, in order of position.",
            [("type", .text("array")), ("items", .object(filledText))])
        ),
      ])
    ),
  ])

  private static func document(_ link: String) -> Members {
    [
      (
        "anyOf",
        .list([
          .object([("type", .texts(["string", "number", "boolean"]))]), reference(link), list(of: reference(link)),
        ])
      )
    ]
  }

  static func links(of fields: [LinkField], required: [String]) -> JSONValue {
    var members: Members = [
      ("type", .text("object")),
      ("additionalProperties", .boolean(false)),
      (
        "properties",
        .object(fields.map { ($0.rawValue, .object($0.choices.map { [("enum", .texts([""] + $0))] } ?? freeText)) })
      ),
    ]
    if !required.isEmpty { members.append(("required", .texts(required))) }
    return .object(members)
  }
}
