/// The name of a rule, made into text only when somebody asks.
enum RuleName {
  case none
  case literal(StaticString)
  case work(WorkID.Scheme)
  case table(LabelTable.Kind, Int)
  case university(Bytes)
  case recipe(String)

  var text: String {
    switch self {
    case .none: return ""
    case .literal(let name): return Bytes(name).string
    case .work(let scheme): return "work:" + scheme.rawValue
    case .university(let domain): return "university:" + domain.string
    case .recipe(let id): return id
    case .table(let kind, let offset):
      let rule = LabelTable.rule(at: offset)
      let key = kind == .host ? rule.key : rule.key.from(1)
      return "\(kind.name):\(key.string)\(rule.path.string)"
    }
  }
}

/// Collects the answers of the rules in order of precedence: the first answer to each question stays.
struct LabelDecision {
  private(set) var hostClass: HostClass?
  private(set) var category: Category?
  private(set) var hostClassRule = RuleName.none
  private(set) var categoryRule = RuleName.none
  private(set) var site = Bytes("")
  private(set) var recipeSite: String?
  var institution = Bytes("")
  /// Every answer in order; nil unless the losers are wanted too.
  private(set) var candidates: [LabelCandidate]?

  init(recordingAll: Bool) { candidates = recordingAll ? [] : nil }

  /// Whether no later rule can change anything.
  @inline(__always) var isComplete: Bool { hostClass != nil && category != nil && candidates == nil }

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
