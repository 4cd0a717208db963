/// A message for the user: a problem that no stage fixes, or a decision to review.
public struct Finding: Sendable, Equatable {
  /// The document that the finding is about.
  public var document: DocumentID
  /// The byte offset in the document's source.
  public var offset: Int
  /// The link that the finding is about, if any.
  public var link: LinkID?
  /// The severity of the finding.
  public var severity: Severity
  /// The id of the stage that reported it.
  public var stage: String
  /// The rule that the finding belongs to.
  public var rule: RuleID
  /// The text for the user.
  public var message: String
}

/// A finding about the recipe that only a run can show: an unused `ignore:` entry.
public struct RecipeFinding: Sendable, Equatable {
  /// The stage name that reports show for such findings.
  package static let stage = "recipe"

  /// The position in the recipe.
  public var place: SourceSpan
  /// The severity of the finding.
  public var severity: Severity
  /// The rule that the finding belongs to.
  public var rule: RuleID
  /// The text for the user.
  public var message: String
}

/// The severity of a finding, in ascending order.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Orders severities from note to error.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

extension Collection {
  /// Findings by document and offset; findings at the same offset keep the order in which they were reported.
  public var sortedFindings: [Finding] {
    journal.findings.enumerated().sorted {
      ($0.element.document, $0.element.offset, $0.offset) < ($1.element.document, $1.element.offset, $1.offset)
    }.map(\.element)
  }

  /// Returns the findings for reports, sorted: of each rule of a stage the first `limit` in a document, and one more that
  /// lists the lines of the rest.
  ///
  /// - Parameter limit: the number of findings to show; 0 for all.
  package func groupedFindings(after limit: Int) -> [Finding] {
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

  /// Returns the message for the rest: `10 more places like the 20 before, in lines 21, 22, 23 …`
  package static func messageForRest(_ lines: [Int], after limit: Int) -> String {
    let shown = lines.prefix(20).map(String.init).joined(separator: ", ")
    return
      "\(lines.count.grouped) more places like the \(limit) before, in lines \(shown)\(lines.count > 20 ? " …" : "")"
  }
}
