/// An entry of a recipe's `ignore:`: excludes changes and findings by rule, stage, document and URL.
///
/// A property that is nil matches everything. Unlike a suppression comment, an entry needs no change to the document.
package struct Ignore: Sendable, Equatable {
  package var rule: RuleID?
  /// The ids of the stages that have the rule.
  package var stages: Set<String>?
  package var documents: Set<DocumentID>?
  package var url: URLPattern?
  /// The position in the recipe.
  package var place: SourceSpan
  /// False if the entry has expired. Matches of an expired entry are still recorded.
  package var holds: Bool
  /// Whether the entry has matched anything.
  package internal(set) var isUsed = false

  package init(
    rule: RuleID?, stages: Set<String>?, documents: Set<DocumentID>?, url: URLPattern?, place: SourceSpan,
    holds: Bool = true
  ) {
    self.rule = rule
    self.stages = stages
    self.documents = documents
    self.url = url
    self.place = place
    self.holds = holds
  }
}

/// A URL pattern: `*` matches any characters, including `/`. A pattern without `://` is compared with the URL after `://`.
package struct URLPattern: Sendable, Equatable {
  private let pattern: [UInt8]
  private let hasScheme: Bool

  package init(_ text: String) {
    pattern = Array(text.utf8)
    hasScheme = text.contains("://")
  }

  /// Whether a URL matches the pattern.
  package func matches(_ url: String) -> Bool {
    let bytes = Array(url.utf8)
    if Self.matches(bytes[...], pattern) { return true }
    guard !hasScheme, let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[colon...].starts(with: Array("://".utf8))
    else { return false }
    return Self.matches(bytes[(colon + 3)...], pattern)
  }

  private static func matches(_ text: ArraySlice<UInt8>, _ pattern: [UInt8]) -> Bool {
    let wildcard = UInt8(ascii: "*")
    var t = text.startIndex
    var p = 0
    /// The last `*`, and the position in the text after the characters that it matches.
    var star: (p: Int, t: Int)?
    while t < text.endIndex {
      if p < pattern.count, pattern[p] == wildcard {
        star = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == text[t] {
        p += 1
        t += 1
      } else if let last = star {
        star = (last.p, last.t + 1)
        p = last.p + 1
        t = last.t + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == wildcard }
  }
}

extension Collection {
  /// Sets the entries of the recipe's `ignore:`.
  package mutating func ignore(_ all: [Ignore]) { ignores = all }

  /// Returns the line of the first `ignore:` entry that excludes a rule at a place; nil if none does. Marks every matching
  /// entry as used.
  mutating func ignoreLine(_ rule: RuleID, in document: DocumentID, link: LinkID?) -> Int? {
    guard !ignores.isEmpty else { return nil }
    var line: Int?
    for index in ignores.indices where matches(ignores[index], rule, document, link) {
      ignores[index].isUsed = true
      if ignores[index].holds, line == nil { line = ignores[index].place.line }
    }
    return line
  }

  /// Returns the refusal if an `ignore:` entry excludes a rule for a link; nil otherwise.
  package mutating func refusalByIgnore(_ rule: RuleID, link id: LinkID) -> Refusal? {
    ignoreLine(rule, in: self[id].document, link: id).map { .ignored(line: $0) }
  }

  private func matches(_ ignore: Ignore, _ rule: RuleID, _ document: DocumentID, _ link: LinkID?) -> Bool {
    if let wanted = ignore.rule, wanted != rule { return false }
    if let stages = ignore.stages, !stages.contains(journal.stage) { return false }
    if let documents = ignore.documents, !documents.contains(document) { return false }
    guard let pattern = ignore.url else { return true }
    guard let link else { return false }
    return pattern.matches(url(of: link)) || pattern.matches(sourceURL(of: link))
  }
}
