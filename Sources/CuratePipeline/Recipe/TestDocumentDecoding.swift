import CurateCore

/// `given:` and `expect:` of a test: Markdown, or links by their fields.
extension RecipeDecoder {
  /// What `given:` can say of a link.
  static let givenFields = [LinkField.title, .url, .description, .section]

  /// The document that a test begins with.
  mutating func document(from node: ConfigNode, in part: RecipeProblem.Part) -> String? {
    guard isSomething(node, of: "given", in: part) else { return nil }
    if case .scalar(let text, _) = node.content { return text }
    let known = problems.count
    let links = links(from: node, of: "given", fields: Self.givenFields, in: part)
    // Of a misspelt `url` it need not be said that there is none.
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
    guard isSomething(node, of: "expect", in: part) else { return nil }
    if case .scalar(let text, _) = node.content { return .document(text) }
    return links(from: node, of: "expect", fields: LinkField.allCases, in: part).map { .links($0.map(\.fields)) }
  }

  /// An empty document is written `""`: a key without a value is a slip.
  private mutating func isSomething(_ node: ConfigNode, of key: String, in part: RecipeProblem.Part) -> Bool {
    if node.isNull { note(.wrongValue(of: key, in: part, expected: .document, found: node.found), at: node.span) }
    return !node.isNull
  }

  /// Reads a list of mappings; a mapping alone stands for a list of one.
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

  /// The parts of `Tea > Green`.
  private static func titles(in section: String) -> [String] {
    section.split(separator: " > ").map(String.init)
  }
}
