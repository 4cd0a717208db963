/// The name of a rule, converted to text only on demand.
enum RuleName {
  case none
  case literal(StaticString)
  /// The name of a work id scheme.
  case work(StaticString)
  /// A built-in rule, by its offset in the table.
  case table(LabelRuleTable.Kind, Int)
  /// A domain in the table of universities.
  case university(Bytes)
  /// The id of a rule of a recipe.
  case recipe(String)

  var text: String {
    switch self {
    case .none: ""
    case .recipe(let id): id
    case .literal(let name): Bytes(name).string
    case .work(let scheme): Self.joined("work:", Bytes(scheme))
    case .university(let domain): Self.joined("university:", domain)
    case .table(let kind, let offset):
      LabelRuleTable.key(at: offset, kind: kind) { key, path in Self.joined(kind.prefix, key, path) }
    }
  }

  /// Joins three parts with one allocation.
  private static func joined(_ prefix: StaticString, _ key: Bytes, _ path: Bytes = Bytes("")) -> String {
    ByteWriter.withCapacity(Bytes(prefix).count + key.count + path.count) { writer in
      writer.append(prefix)
      writer.append(key)
      writer.append(path)
      return writer.written.string
    }
  }
}

/// Collects the rules that apply to a link in order of precedence. The first rule with a label decides that label.
struct LabelDecision {
  private(set) var hostClass: HostClass?
  private(set) var category: Category?
  private(set) var hostClassRule = RuleName.none
  private(set) var categoryRule = RuleName.none
  private(set) var site = Bytes("")
  private(set) var recipeSite: String?
  var institution = Bytes("")
  /// The line of the host in the table of universities, `pending` until it is needed.
  var university: University.Lookup = .pending
  /// All rules that apply, in order; nil if only the deciding rules are recorded.
  private(set) var candidates: [LabelCandidate]?

  init(recordingAll: Bool) { candidates = recordingAll ? [] : nil }

  /// Whether later rules cannot change the decision.
  @inline(__always) var isComplete: Bool { hostClass != nil && category != nil && candidates == nil }

  /// Adds a rule that applies.
  @inline(__always)
  mutating func offer(
    _ rule: RuleName, at precedence: LabelPrecedence, hostClass: HostClass? = nil, category: Category? = nil,
    site: Bytes = Bytes(""), recipeSite: String? = nil
  ) {
    if candidates != nil {
      candidates?.append(
        LabelCandidate(
          rule: rule.text, precedence: precedence, hostClass: hostClass, category: category,
          site: recipeSite ?? site.string, wonHostClass: hostClass != nil && self.hostClass == nil,
          wonCategory: category != nil && self.category == nil))
    }
    if self.hostClass == nil, let hostClass {
      self.hostClass = hostClass
      hostClassRule = rule
    }
    if self.category == nil, let category {
      self.category = category
      categoryRule = rule
    }
    if self.site.isEmpty, self.recipeSite == nil {
      self.site = site
      self.recipeSite = recipeSite
    }
  }

  var labels: Labels {
    var labels = Labels()
    if let hostClass {
      labels.hostClass = hostClass
      labels.hostClassRule = hostClassRule.text
    }
    if let category {
      labels.category = category
      labels.categoryRule = categoryRule.text
    }
    if let recipeSite { labels.site = recipeSite } else if !site.isEmpty { labels.site = site.string }
    if !institution.isEmpty { labels.institution = institution.string }
    return labels
  }
}
