public import CurateCore

/// An entry of `tests:`: a document, the stages to run on it, and the expected result.
public struct RecipeTest: Sendable, Equatable {
  public enum Expectation: Sendable, Equatable {
    /// The resulting document, byte for byte.
    case document(String)
    /// The remaining links in order, each with some of its fields.
    case links([[LinkField: String]])
  }

  public var name: Located<String>
  /// The ids of the first and last stage; equal for a single stage.
  public var first: Located<String>
  public var last: Located<String>
  /// The input document.
  public var given: String
  public var expect: Expectation?
  /// The rules of the expected findings, in order of position.
  public var findings: [Located<String>]?
}

extension RecipeDecoder {
  static let testKeys = ["name", "stage", "given", "expect", "findings"]

  mutating func tests(from node: ConfigNode?, stages: [StageUse]) -> [RecipeTest] {
    guard let node, let items = list(node, of: "tests", elements: "tests", in: .recipe) else { return [] }
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
      list(node, of: "findings", elements: "rule ids", in: part)?.compactMap {
        text($0, of: "findings", in: part)
      }
    }
    guard let name = string("name", fields, in: part), let range = string("stage", fields, in: part) else { return nil }
    if fields["expect"] == nil, fields["findings"] == nil, fields.unknownKeys.isEmpty {
      note(.testExpectsNothing(name.value), at: name.span)
    }
    guard let (first, last) = stageRange(range, ids: ids, places: known), let given else { return nil }
    return RecipeTest(name: name, first: first, last: last, given: given, expect: expect, findings: findings)
  }

  /// Decodes `same-page` or `parse..same-page`.
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

  /// The one or two names of a range, and the number of scalars before each.
  private static func bounds(of text: String) -> [(String, Int)] {
    let scalars = Array(text.unicodeScalars)
    guard let dots = scalars.indices.dropLast().first(where: { scalars[$0] == "." && scalars[$0 + 1] == "." }) else {
      return [(text, 0)]
    }
    func name(_ range: Range<Int>) -> String { scalars[range].reduce(into: "") { $0.unicodeScalars.append($1) } }
    return [(name(0..<dots), 0), (name(dots + 2..<scalars.count), dots + 2)]
  }
}

/// Decodes `given:` and `expect:` of a test: Markdown or a list of links.
extension RecipeDecoder {
  /// The link fields that `given:` accepts.
  static let givenFields = [LinkField.title, .url, .description, .section]

  /// Decodes the input document of a test.
  mutating func document(from node: ConfigNode, in part: RecipeProblem.Part) -> String? {
    guard isNotEmpty(node, of: "given", in: part) else { return nil }
    if case .scalar(let text, _) = node.content { return text }
    let known = problems.count
    let links = links(from: node, of: "given", fields: Self.givenFields, in: part)
    // A misspelled `url` is not reported as missing, too.
    guard let links, problems.count == known else { return nil }
    var entries: [ListEntry] = []
    for (fields, span) in links {
      guard let url = fields[.url], !url.isEmpty else {
        note(.missingKey("given.url", of: part), at: span)
        continue
      }
      entries.append(
        ListEntry(
          url: url, title: fields[.title] ?? "", description: fields[.description] ?? "",
          section: Self.titles(in: fields[.section] ?? "")))
    }
    return ListEntry.markdown(of: entries)
  }

  mutating func expectation(from node: ConfigNode, in part: RecipeProblem.Part) -> RecipeTest.Expectation? {
    guard isNotEmpty(node, of: "expect", in: part) else { return nil }
    if case .scalar(let text, _) = node.content { return .document(text) }
    return links(from: node, of: "expect", fields: LinkField.allCases, in: part).map { .links($0.map(\.fields)) }
  }

  /// Whether the value is not empty. An empty document must be written `""`, because an empty value is usually a
  /// mistake.
  private mutating func isNotEmpty(_ node: ConfigNode, of key: String, in part: RecipeProblem.Part) -> Bool {
    if node.isNull { note(.wrongValue(of: key, in: part, expected: .document, found: node.found), at: node.span) }
    return !node.isNull
  }

  /// Decodes a list of mappings. A single mapping is a list of one.
  private mutating func links(
    from node: ConfigNode, of key: String, fields known: [LinkField], in part: RecipeProblem.Part
  ) -> [(fields: [LinkField: String], span: SourceSpan)]? {
    switch node.content {
    case .mapping: return [(link(from: node, of: key, fields: known, in: part), node.span)]
    case .sequence(let nodes): return nodes.map { (link(from: $0, of: key, fields: known, in: part), $0.span) }
    case .scalar: return nil
    }
  }

  private mutating func link(
    from node: ConfigNode, of key: String, fields known: [LinkField], in part: RecipeProblem.Part
  ) -> [LinkField: String] {
    guard case .mapping(let entries) = node.content else {
      note(.wrongValue(of: key, in: part, expected: .mapping, found: node.found), at: node.span)
      return [:]
    }
    var fields: [LinkField: String] = [:]
    for entry in entries {
      let path = "\(key).\(entry.key)"
      guard let field = LinkField(rawValue: entry.key), known.contains(field) else {
        note(.unknownKey(path, of: part, known: known.map(\.rawValue)), at: entry.keySpan)
        continue
      }
      guard case .scalar(let text, _) = entry.value.content else {
        note(
          .wrongValue(of: path, in: part, expected: .type(.string), found: entry.value.found), at: entry.value.span)
        continue
      }
      if let choices = field.choices, !text.isEmpty, !choices.contains(text) {
        note(
          .wrongValue(of: path, in: part, expected: .type(.choice(choices)), found: entry.value.found),
          at: entry.value.span)
      }
      fields[field] = text
    }
    return fields
  }

  /// Splits `Tea > Green` into titles.
  private static func titles(in section: String) -> [String] {
    section.split(separator: " > ").map(String.init)
  }
}
