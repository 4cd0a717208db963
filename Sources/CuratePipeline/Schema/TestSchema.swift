import CurateCore

/// The schemas of limits, ignores and tests.
extension RecipeSchema {
  static let limits: JSONValue = {
    let count: Members = [("type", .text("integer")), ("minimum", .integer(0))]
    let share: Members = [("type", .text("string")), ("pattern", .text("^(100|[0-9]{1,2}(\\.[0-9]+)?)%$"))]
    let either: Members = [("anyOf", .list([.object(count), .object(share)]))]
    return .object([
      (
        "description",
        .text(
          "The most that may be done, and the links that must be left; a run beyond writes nothing. A share allows "
            + "\(Limit.fewest) links of however few, but 0 % none.")
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
        ("url", described("A URL with '*' for any characters; one without '://' fits every scheme.", filledText)),
        ("because", described("Why, for whoever reads the recipe next.", filledText)),
        (
          "until",
          described(
            "The last day on which it holds, as 2027-01-31.",
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
