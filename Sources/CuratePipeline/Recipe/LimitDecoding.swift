import CurateCore

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
