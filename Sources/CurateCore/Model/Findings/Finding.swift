/// Something a person should know: a problem that no stage mends, or a decision worth a look.
public struct Finding: Sendable, Equatable {
  public var document: DocumentID
  /// Byte offset in the document's source.
  public var offset: Int
  public var link: LinkID?
  public var severity: Severity
  public var stage: String
  public var rule: RuleID
  public var message: String
}

/// Something about the recipe that only a run could show: an `ignore:` that has nothing to do.
public struct RecipeFinding: Sendable, Equatable {
  /// What reports give as its stage.
  public static let stage = "recipe"

  public var place: SourceSpan
  public var severity: Severity
  public var rule: RuleID
  public var message: String
}

public enum Severity: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

extension Collection {
  /// The findings as people read them: of each rule of a stage the first `limit` in a document, and one for the rest
  /// that says where they are. In the order of documents and places.
  ///
  /// - Parameter limit: 0 for all of them.
  public func groupedFindings(after limit: Int) -> [Finding] {
    let sorted = sortedFindings
    guard limit > 0 else { return sorted }
    struct Kind: Hashable {
      var document: DocumentID
      var stage: String
      var rule: RuleID
    }
    var places: [Kind: [Int]] = [:]
    for (index, finding) in sorted.enumerated() {
      places[Kind(document: finding.document, stage: finding.stage, rule: finding.rule), default: []].append(index)
    }
    return sorted.indices.compactMap { index in
      var finding = sorted[index]
      let kind = Kind(document: finding.document, stage: finding.stage, rule: finding.rule)
      guard let all = places[kind], all.count > limit + 1, index >= all[limit] else { return finding }
      guard index == all[limit] else { return nil }
      let lines = all[limit...].map { self[finding.document].line(at: sorted[$0].offset) }
      finding.message = Self.messageForRest(lines, after: limit)
      return finding
    }
  }

  /// `10 more places like the 20 before, in lines 21, 22, 23 …`
  public static func messageForRest(_ lines: [Int], after limit: Int) -> String {
    let shown = lines.prefix(20).map(String.init).joined(separator: ", ")
    return
      "\(lines.count.grouped) more places like the \(limit) before, in lines \(shown)\(lines.count > 20 ? " …" : "")"
  }
}
