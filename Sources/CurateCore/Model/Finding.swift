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
