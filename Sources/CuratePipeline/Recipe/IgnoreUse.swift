public import CurateCore

/// An entry of `ignore:`: which changes and findings are suppressed, and until when.
public struct IgnoreUse: Sendable, Equatable {
  /// The rule: `rule`, `stage/rule` or `stage/*`.
  public var rule: Located<String>?
  /// A path or glob relative to the recipe, or the document's path.
  public var path: Located<String>?
  /// A URL, in which `*` matches any characters.
  public var url: Located<String>?
  public var because: String?
  /// The last day on which it is valid.
  public var until: Located<CalendarDate>?
  public var span: SourceSpan

  /// The name in messages: `rule 'level-jump' in 'old.md'`.
  var name: String {
    var parts: [String] = []
    if let rule { parts.append("rule '\(rule.value)'") }
    if let path { parts.append((parts.isEmpty ? "everything " : "") + "in '\(path.value)'") }
    if let url { parts.append((parts.isEmpty ? "everything " : "") + "about '\(url.value)'") }
    return parts.joined(separator: " ")
  }
}

extension RecipeDecoder {
  static let ignoreKeys = ["rule", "path", "url", "because", "until"]

  mutating func ignores(from node: ConfigNode?) -> [IgnoreUse] {
    guard let node else { return [] }
    let items = list(node, of: "ignore", elements: "mappings with `rule:`, `path:` or `url:`", in: .recipe)
    return items?.compactMap { ignore(from: $0) } ?? []
  }

  private mutating func ignore(from node: ConfigNode) -> IgnoreUse? {
    let before = problems.count
    let fields = fields(of: node, keys: Self.ignoreKeys, in: .ignore)
    let use = IgnoreUse(
      rule: string("rule", fields, in: .ignore), path: string("path", fields, in: .ignore),
      url: string("url", fields, in: .ignore), because: string("because", fields, in: .ignore)?.value,
      until: fields["until"].flatMap { date($0, of: "until", in: .ignore) }, span: node.span)
    guard problems.count == before else { return nil }
    guard use.rule != nil || use.path != nil || use.url != nil else {
      note(.ignoresEverything, at: node.span)
      return nil
    }
    return use
  }

  private mutating func date(
    _ node: ConfigNode, of key: String, in part: RecipeProblem.Part
  ) -> Located<CalendarDate>? {
    if case .scalar(let text, _) = node.content, let date = CalendarDate(text) { return Located(date, at: node.span) }
    note(.wrongValue(of: key, in: part, expected: .date, found: node.found), at: node.span)
    return nil
  }
}
