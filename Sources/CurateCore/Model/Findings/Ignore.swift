/// What a recipe wants left alone: the changes and findings of a rule, in some documents, about some URLs.
///
/// What is nil holds for all. Unlike a shield it stands outside the document, so a list need not know about it.
public struct Ignore: Sendable, Equatable {
  public var rule: RuleID?
  /// The ids of the stages that the rule is one of.
  public var stages: Set<String>?
  public var documents: Set<DocumentID>?
  public var url: URLPattern?
  /// Where it stands in the recipe.
  public var place: SourceSpan
  /// False once its time is over: it is still noted whether it would have matched.
  public var holds: Bool
  /// Whether it has matched anything.
  public internal(set) var isUsed = false

  public init(
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

/// A URL in which `*` stands for any characters, `/` included. One without `://` is compared with what follows that.
public struct URLPattern: Sendable, Equatable {
  private let pattern: [UInt8]
  private let hasScheme: Bool

  public init(_ text: String) {
    pattern = Array(text.utf8)
    hasScheme = text.contains("://")
  }

  public func matches(_ url: String) -> Bool {
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
    /// The last `*`, and where the text goes on behind what it stands for.
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
  /// Says what is to be left alone from now on.
  public mutating func ignore(_ all: [Ignore]) { ignores = all }

  /// The line of the recipe that wants a rule's work at a place left alone; nil if none does. Each entry that says so
  /// counts as used.
  mutating func ignoringLine(_ rule: RuleID, in document: DocumentID, link: LinkID?) -> Int? {
    guard !ignores.isEmpty else { return nil }
    var line: Int?
    for index in ignores.indices where matches(ignores[index], rule, document, link) {
      ignores[index].isUsed = true
      if ignores[index].holds, line == nil { line = ignores[index].place.line }
    }
    return line
  }

  /// Why the recipe keeps a rule away from a link; nil if it does not.
  public mutating func refusalByIgnore(_ rule: RuleID, link id: LinkID) -> Refusal? {
    ignoringLine(rule, in: self[id].document, link: id).map { .ignored(line: $0) }
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
