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

extension RecipeDecoder {
  /// Reads `{removed: 10%, findings: {level-jump: 0}, links: 900}`.
  ///
  /// - Parameter part: whose limits they are, for messages.
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
  /// What the limits belong to.
  fileprivate var owner: RecipeProblem.Part {
    if case .limits(let stage) = self { .stage(stage) } else { .recipe }
  }
}

extension Limit.Amount {
  /// `12`, `10%` or `2.5%`.
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
