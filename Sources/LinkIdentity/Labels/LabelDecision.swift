/// The name of a rule, made into text only when somebody asks.
enum RuleName {
  case none
  case literal(StaticString)
  case work(WorkID.Scheme)
  case table(LabelRuleTable.Kind, Int)
  case university(Bytes)
  case recipe(String)

  var text: String {
    switch self {
    case .none: ""
    case .recipe(let id): id
    case .literal(let name): Bytes(name).string
    case .work(let scheme): Self.joined("work:", scheme.name)
    case .university(let domain): Self.joined("university:", domain)
    case .table(let kind, let offset):
      LabelRuleTable.key(at: offset, kind: kind) { key, path in Self.joined(kind.prefix, key, path) }
    }
  }

  /// One string of three parts, in one step.
  private static func joined(_ prefix: StaticString, _ key: Bytes, _ path: Bytes = Bytes("")) -> String {
    ByteWriter.withCapacity(Bytes(prefix).count + key.count + path.count) { writer in
      writer.append(prefix)
      writer.append(key)
      writer.append(path)
      return writer.written.string
    }
  }
}

extension WorkID.Scheme {
  /// The raw value as bytes.
  var name: Bytes {
    switch self {
    case .arxiv: Bytes("arxiv")
    case .doi: Bytes("doi")
    case .openreview: Bytes("openreview")
    case .acl: Bytes("acl")
    case .pmlr: Bytes("pmlr")
    case .cvf: Bytes("cvf")
    case .nips: Bytes("nips")
    case .pmc: Bytes("pmc")
    case .pmid: Bytes("pmid")
    case .ssrn: Bytes("ssrn")
    case .github: Bytes("github")
    case .youtube: Bytes("youtube")
    case .wikipedia: Bytes("wikipedia")
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
  /// The line of the host in the university table, once it was looked for.
  var university: University.Lookup = .pending
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
