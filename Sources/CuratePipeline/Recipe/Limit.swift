public import CurateCore

/// A limit on what a stage or a run may do. A run that exceeds it fails.
public struct Limit: Sendable, Equatable {
  /// The quantity that a limit restricts.
  public enum Measure: String, Sendable, CaseIterable {
    /// Removed links, including merged ones; a percentage refers to the entries before.
    case removed
    /// Links merged into others; a percentage refers to the entries before.
    case merged
    /// Links whose URL or text changed; a percentage refers to the links before.
    case changed
    /// Edits of the text.
    case edits
    /// Findings of all rules or of one rule.
    case findings
    /// The minimum number of links that remain; a percentage refers to the links before.
    case links

    var canBeShare: Bool {
      switch self {
      case .removed, .merged, .changed, .links: true
      case .edits, .findings: false
      }
    }

    /// Whether the limit is a minimum. All others are maximums.
    var isMinimum: Bool { self == .links }
  }

  /// A number or a percentage.
  public enum Amount: Sendable, Equatable {
    case count(Int)
    /// A percentage (0 to 100).
    case share(Double)
  }

  public var measure: Measure
  /// For `findings`: the rule that is counted, `rule` or `stage/rule` (nil: all rules).
  public var rule: RuleID?
  public var amount: Amount
  public var span: SourceSpan

  public init(measure: Measure, rule: RuleID? = nil, amount: Amount, span: SourceSpan) {
    self.measure = measure
    self.rule = rule
    self.amount = amount
    self.span = span
  }

  /// The number of links that a percentage always allows, because a few links of a short list soon exceed 10 %.
  static let fewest = 3

  /// - Parameter total: the number that a percentage refers to.
  func allows(_ actual: Int, of total: Int) -> Bool {
    switch amount {
    case .count(let count): return measure.isMinimum ? actual >= count : actual <= count
    case .share(let percent):
      let (amount, bound) = (Double(actual) * 100, percent * Double(total))
      if measure.isMinimum ? amount >= bound : amount <= bound { return true }
      // 0 % (100 % for a minimum) allows none.
      return measure.isMinimum
        ? percent < 100 && total - actual <= Self.fewest : percent > 0 && actual <= Self.fewest
    }
  }
}

extension RecipeDecoder {
  /// Reads `{removed: 10%, findings: {level-jump: 0}, links: 900}`.
  ///
  /// - Parameter part: the owner of the limits, for messages.
  mutating func limits(from node: ConfigNode, of part: RecipeProblem.Part) -> [Limit] {
    guard case .mapping(let entries) = node.content else {
      note(.wrongValue(of: "limits", in: part.owner, expected: .mapping, found: node.found), at: node.span)
      return []
    }
    return entries.flatMap { limits(from: $0, of: part) }
  }

  private mutating func limits(from entry: ConfigNode.Entry, of part: RecipeProblem.Part) -> [Limit] {
    guard let measure = Limit.Measure(rawValue: entry.key) else {
      note(.unknownKey(entry.key, of: part, known: Limit.Measure.allCases.map(\.rawValue)), at: entry.keySpan)
      return []
    }
    if measure == .findings, case .mapping(let rules) = entry.value.content {
      return rules.compactMap { rule in
        amount(of: measure, from: rule, in: part).map {
          Limit(measure: measure, rule: rule.key, amount: $0, span: rule.keySpan)
        }
      }
    }
    return amount(of: measure, from: entry, in: part).map {
      [Limit(measure: measure, amount: $0, span: entry.keySpan)]
    } ?? []
  }

  private mutating func amount(
    of measure: Limit.Measure, from entry: ConfigNode.Entry, in part: RecipeProblem.Part
  ) -> Limit.Amount? {
    guard let amount = Limit.Amount(entry.value) else {
      note(.wrongValue(of: entry.key, in: part, expected: .amount, found: entry.value.found), at: entry.value.span)
      return nil
    }
    if case .share = amount, !measure.canBeShare {
      note(.shareOfUncountable(measure), at: entry.value.span)
      return nil
    }
    return amount
  }
}

extension RecipeProblem.Part {
  /// The part that the limits belong to.
  fileprivate var owner: RecipeProblem.Part {
    if case .limits(let stage) = self { .stage(stage) } else { .recipe }
  }
}

extension Limit.Amount {
  /// Parses `12`, `10%` or `2.5%`.
  fileprivate init?(_ node: ConfigNode) {
    guard case .scalar(let text, _) = node.content, let first = text.utf8.first,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return nil }
    if text.hasSuffix("%") {
      guard let share = Double(text.dropLast()), share <= 100 else { return nil }
      self = .share(share)
    } else {
      guard let count = Int(text) else { return nil }
      self = .count(count)
    }
  }
}

extension Limit.Amount: CustomStringConvertible {
  public var description: String {
    switch self {
    case .count(let count): String(count)
    case .share(let share): (share == share.rounded() ? String(Int(share)) : String(share)) + " %"
    }
  }
}
