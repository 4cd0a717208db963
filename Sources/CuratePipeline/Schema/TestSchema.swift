import CurateCore

/// The schemas of limits and tests.
extension RecipeSchema {
  static let limits: JSONValue = {
    let count: Members = [("type", .text("integer")), ("minimum", .integer(0))]
    let share: Members = [("type", .text("string")), ("pattern", .text("^(100|[0-9]{1,2}(\\.[0-9]+)?)%$"))]
    let either: Members = [("anyOf", .list([.object(count), .object(share)]))]
    return .object([
      ("description", .text("The most that the stage may do; a run that goes beyond writes nothing.")),
      ("type", .text("object")),
      ("additionalProperties", .boolean(false)),
      (
        "properties",
        .object(Limit.Measure.allCases.map { ($0.rawValue, .object($0.canBeShare ? either : count)) })
      ),
    ])
  }()

  static let test: JSONValue = .object([
    ("type", .text("object")),
    ("required", .texts(["name", "stage", "given"])),
    ("anyOf", .list(["expect", "findings"].map { .object([("required", .texts([$0]))]) })),
    ("additionalProperties", .boolean(false)),
    (
      "properties",
      .object([
        ("name", described("What it shows, in a few words.", filledText)),
        ("stage", described("The id of a stage, or of the first and last of several: tidy..dedupe.", filledText)),
        (
          "given",
          described("The document that the stages get: Markdown, or links by their fields.", document("given-link"))
        ),
        ("expect", described("The document afterwards, or the links that are left.", document("expected-link"))),
        (
          "findings",
          described(
            "The rules of the findings, in order of their position.",
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
