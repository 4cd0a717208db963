public import CurateCore

/// How much a stage, or a whole run, may do before it counts as gone wrong.
public struct Limit: Sendable, Equatable {
  public enum Measure: String, Sendable, CaseIterable {
    /// Links that were taken out, merged ones included; a share is of the entries before.
    case removed
    /// Links that were merged into others; a share is of the entries before.
    case merged
    /// Links whose URL or text was changed; a share is of the links before.
    case changed
    /// Pieces of text that were replaced.
    case edits
    /// What was reported, of all rules or of one.
    case findings
    /// Links that must be left at least; a share is of the links before.
    case links

    var canBeShare: Bool {
      switch self {
      case .removed, .merged, .changed, .links: true
      case .edits, .findings: false
      }
    }

    /// Whether less is wrong, where of all others more is.
    var isMinimum: Bool { self == .links }
  }

  public enum Amount: Sendable, Equatable {
    case count(Int)
    /// In percent, 0 to 100.
    case share(Double)
  }

  public var measure: Measure
  /// For `findings`: the one rule that is counted, `rule` or `stage/rule`; nil for all.
  public var rule: RuleID?
  public var amount: Amount
  public var span: SourceSpan

  public init(measure: Measure, rule: RuleID? = nil, amount: Amount, span: SourceSpan) {
    self.measure = measure
    self.rule = rule
    self.amount = amount
    self.span = span
  }

  /// How many links a share always allows: of a short list a few are soon a tenth, and no mistake yet.
  static let fewest = 3

  /// - Parameter total: what a share is a share of.
  func allows(_ actual: Int, of total: Int) -> Bool {
    switch amount {
    case .count(let count): return measure.isMinimum ? actual >= count : actual <= count
    case .share(let percent):
      let (amount, bound) = (Double(actual) * 100, percent * Double(total))
      if measure.isMinimum ? amount >= bound : amount <= bound { return true }
      // 0 % (of what must be left: 100 %) means none.
      return measure.isMinimum
        ? percent < 100 && total - actual <= Self.fewest : percent > 0 && actual <= Self.fewest
    }
  }
}
