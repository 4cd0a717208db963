import CurateCore

extension RecipeDecoder {
  static let testKeys = ["name", "stage", "given", "expect", "findings"]

  mutating func tests(from node: ConfigNode?, stages: [StageUse]) -> [RecipeTest] {
    guard let node, let items = list(node, of: "tests", element: "a test", in: .recipe) else { return [] }
    let ids = stages.map(\.id.value)
    let places = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    return items.compactMap { test(from: $0, ids: ids, places: places) }
  }

  private mutating func test(from node: ConfigNode, ids: [String], places known: [String: Int]) -> RecipeTest? {
    var part = RecipeProblem.Part.test("")
    if case .mapping(let entries) = node.content,
      case .scalar(let name, _)? = entries.first(where: { $0.key == "name" })?.value.content
    {
      part = .test(name)
    }
    let fields = fields(of: node, keys: Self.testKeys, in: part, missing: ["name", "stage", "given"])
    let given = fields["given"].flatMap { document(from: $0, in: part) }
    let expect = fields["expect"].flatMap { expectation(from: $0, in: part) }
    let findings = fields["findings"].flatMap { node in
      list(node, of: "findings", element: "the id of a rule", in: part)?.compactMap {
        text($0, of: "findings", in: part)
      }
    }
    guard let name = string("name", fields, in: part), let range = string("stage", fields, in: part) else { return nil }
    if fields["expect"] == nil, fields["findings"] == nil, fields.strays.isEmpty {
      note(.testExpectsNothing(name.value), at: name.span)
    }
    guard let (first, last) = stageRange(range, ids: ids, places: known), let given else { return nil }
    return RecipeTest(name: name, first: first, last: last, given: given, expect: expect, findings: findings)
  }

  /// Reads `same-page` or `parse..same-page`.
  private mutating func stageRange(
    _ text: Located<String>, ids: [String], places known: [String: Int]
  ) -> (first: Located<String>, last: Located<String>)? {
    var bounds: [Located<String>] = []
    var places: [Int] = []
    for (name, offset) in Self.bounds(of: text.value) {
      let span = SourceSpan(line: text.span.line, column: text.span.column + offset, length: name.unicodeScalars.count)
      guard let place = known[name] else {
        note(.unknownTestStage(name, known: ids), at: span)
        continue
      }
      bounds.append(Located(name, at: span))
      places.append(place)
    }
    guard let first = bounds.first, let last = bounds.last, let start = places.first, let end = places.last else {
      return nil
    }
    guard start <= end else {
      note(.testRangeBackwards(first: first.value, last: last.value), at: text.span)
      return nil
    }
    return (first, last)
  }

  /// The one or two names of a range, and the scalars before each.
  private static func bounds(of text: String) -> [(String, Int)] {
    let scalars = Array(text.unicodeScalars)
    guard let dots = scalars.indices.dropLast().first(where: { scalars[$0] == "." && scalars[$0 + 1] == "." }) else {
      return [(text, 0)]
    }
    func name(_ range: Range<Int>) -> String { scalars[range].reduce(into: "") { $0.unicodeScalars.append($1) } }
    return [(name(0..<dots), 0), (name(dots + 2..<scalars.count), dots + 2)]
  }
}
