/// The rules for words and patterns of the path and of the first label of the host.
extension LabelSubject {
  /// Adds the patterns of the URL and the rules for segments and words of the path.
  func offerPatterns(to decision: inout LabelDecision) {
    offerFrontPage(to: &decision)

    guard !isDocument else { return }
    offerPath(to: &decision)
    if firstLabel.isCourseCode { decision.offer(.literal("pattern:course-code"), at: .pattern, category: .course) }
    if firstLabel.contains("workshop") {
      decision.offer(.literal("pattern:workshop-host"), at: .pattern, category: .workshop)
    }
    if firstLabel.hasEventYear { decision.offer(.literal("pattern:event-year"), at: .pattern, category: .workshop) }
    if firstLabel.isLabName { decision.offer(.literal("pattern:lab-host"), at: .pattern, category: .labOrGroup) }
    if isProjectSite { decision.offer(.literal("pattern:project-site"), at: .pattern, category: .projectPage) }
  }

  /// Adds `organisation` for the front page of a host that a rule names. Hosts below it do not count.
  private func offerFrontPage(to decision: inout LabelDecision) {
    guard isFrontPage, case .table(.host, let offset) = decision.hostClassRule,
      LabelRuleTable.rule(at: offset).key == host
    else { return }
    switch decision.hostClass {
    case .company, .nonprofit, .researchInstitute, .government:
      decision.offer(.literal("pattern:front-page"), at: .pattern, category: .organisation)
    default: break
    }
  }

  private func offerPath(to decision: inout LabelDecision) {
    if isDatedPost(decision) { decision.offer(.literal("pattern:dated-post"), at: .pattern, category: .blog) }
    if isArticle(decision) { decision.offer(.literal("pattern:article"), at: .pattern, category: .paper) }
    if isBelowRepository { decision.offer(.literal("pattern:repository"), at: .pattern, category: .code) }
    forEachSegment { segment, following in
      offerSegment(segment, following: following, to: &decision)
    }
  }

  private func offerSegment(_ segment: Bytes, following: Int, to decision: inout LabelDecision) {
    guard decision.category == nil || decision.candidates != nil, segment.count >= 2 else { return }
    if following == 0, segment.first == ASCII.tilde {
      return decision.offer(.literal("pattern:~user"), at: .pattern, category: .person)
    }
    segment.withLowered { lowered in
      offerTable(.segment, lowered, following: following, to: &decision)
      lowered.forEachWord { word in offerTable(.word, word, following: following, to: &decision) }
    }
    // The patterns below all need a digit.
    guard segment.contains(where: \.isDigit) else { return }
    if segment.namesTerm { decision.offer(.literal("pattern:term"), at: .pattern, category: .course) }
    if segment.isCourseCode, decision.isUniversity(host) {
      decision.offer(.literal("pattern:course-code"), at: .pattern, category: .course)
    }
    if segment.hasEventYear { decision.offer(.literal("pattern:event-year"), at: .pattern, category: .workshop) }
  }

  private func offerTable(
    _ kind: LabelRuleTable.Kind, _ key: Bytes, following: Int, to decision: inout LabelDecision
  ) {
    guard key.count >= 2, let offset = LabelRuleTable.table.offset(of: key, mark: kind.rawValue) else { return }
    let rule = LabelRuleTable.rule(at: offset)
    let applies =
      switch rule.position {
      case .anywhere: true
      case .parent: following == 1
      case .file: following == 1 && !fileType.isEmpty
      case .last: following == 0
      }
    if applies { decision.offer(.table(kind, offset), at: .pattern, category: rule.category) }
  }

  /// Adds the rules for the words in the name of a document, then for those of its folders, the deepest first; then the
  /// course that it belongs to. Without such a word a paper cannot be distinguished from slides.
  func offerDocument(to decision: inout LabelDecision) {
    let words = LabelRuleTable.documentWords
    forEachSegment { segment, _ in
      var paper: Int?
      let letters = segment.letters
      for word in words where word.letters & ~letters == 0 && segment.containsIgnoringCase(word.text) {
        if word.category == .slides {
          decision.offer(.table(.documentWord, word.rule), at: .fileType, category: word.category)
        } else {
          paper = paper ?? word.rule
        }
      }
      if let paper { decision.offer(.table(.documentWord, paper), at: .fileType, category: .paper) }
    }
    forEachSegment { segment, _ in
      segment.withLowered { lowered in
        guard let offset = LabelRuleTable.table.offset(of: lowered, mark: LabelRuleTable.Kind.segment.rawValue),
          LabelRuleTable.rule(at: offset).category == .course
        else { return }
        decision.offer(.table(.segment, offset), at: .fileType, category: .course)
      }
    }
  }

  // MARK: Patterns of the whole URL

  /// Whether the URL is `owner.github.io/repository`, which GitHub calls a project site. A course number is not a project.
  private var isProjectSite: Bool {
    guard host.isHost("github.io"), !path.isEmpty else { return false }
    let name = path.from(1)
    return name.count > 1 && name.allSatisfy { $0 != ASCII.slash && $0 != ASCII.dot } && !name.isNumber
  }

  /// Whether the URL is `github.com/owner/repository/…`.
  private var isBelowRepository: Bool {
    guard host == "github.com", !path.isEmpty else { return false }
    let parts = path.from(1)
    guard let slash = parts.firstIndex(of: ASCII.slash) else { return false }
    return parts.upTo(slash).isGitHubOwner
  }

  /// Whether the page is below `article`, `papers` … or has a DOI in its path, on the host of a publisher.
  private func isArticle(_ decision: LabelDecision) -> Bool {
    guard decision.hostClass == .publisher || decision.hostClass == .proceedings else { return false }
    if path.contains("/10.") { return true }
    var found = false
    forEachSegment { segment, following in
      guard following > 0 else { return }
      if segment == "article" || segment == "articles" || segment == "papers" || segment == "paper"
        || segment == "document" || segment == "pii"
      {
        found = true
      }
    }
    return found
  }

  /// Whether the URL is `/2019/06/a-title` on a host that may be a blog.
  private func isDatedPost(_ decision: LabelDecision) -> Bool {
    switch decision.hostClass {
    case nil, .githubPages, .blog, .personal, .other: break
    default: return false
    }
    for index in 0..<path.count where path[index] == ASCII.slash {
      let rest = path.from(index)
      guard rest.count > 9, rest[5] == ASCII.slash, rest[8] == ASCII.slash else { continue }
      guard rest.hasPrefix("/20") || rest.hasPrefix("/19") else { continue }
      if rest[1..<5].isNumber, rest[6..<8].isNumber { return true }
    }
    return false
  }
}

extension LabelDecision {
  /// Whether the host belongs to a university by the rules applied so far and the table of universities.
  fileprivate mutating func isUniversity(_ host: Bytes) -> Bool {
    if let hostClass { return hostClass == .university }
    return host.isHost("edu") || university(of: host).domain != nil
  }

  /// Returns the line of the host in the table of universities, looked up once.
  mutating func university(of host: Bytes) -> University.Lookup {
    if case .pending = university { university = University.lookUp(host) }
    return university
  }
}

extension Category {
  /// Whether the category describes a site, not a file on it.
  var isOfSites: Bool {
    switch self {
    case .workshop, .organisation, .blog, .news, .docs, .projectPage, .labOrGroup, .person, .archive, .qAndA, .course:
      true
    default: false
    }
  }
}

extension Bytes {
  /// Whether the text is the short name of a subject, three digits and at most two letters: `cs231n`, `stats385`.
  fileprivate var isCourseCode: Bool {
    var index = 0
    while index < count, start[index].isLowerLetter { index += 1 }
    guard from(index).leadingDigits == 3 else { return false }
    let rest = from(index + 3)
    guard rest.count <= 2, rest.allSatisfy({ $0.isLetter || $0 == ASCII.hyphen }) else { return false }
    let subject = upTo(index)
    for name in Self.subjects where subject == name { return true }
    return false
  }

  /// The short names of subjects in the course numbers of universities.
  private static let subjects: [StaticString] = [
    "cs", "cse", "csc", "csci", "cis", "cmsc", "coms", "comp", "cos", "ee", "eecs", "ece", "es", "math", "mat", "ma",
    "stat", "stats", "st", "data", "ds", "dsc", "phys", "ph", "info", "inf", "ling", "econ", "bio", "chem", "psych",
    "orie", "apma", "ams", "am", "acm", "cms", "ift", "ml", "me", "ce", "che", "astro", "phil", "mgt", "deep", "co",
  ]

  /// Whether a year follows letters: `iccs2019`, `nips2018dltheory`, but not `reports2019`.
  fileprivate var hasEventYear: Bool {
    guard count >= 6, firstIndex(of: ASCII.dot) == nil else { return false }
    var index = 0
    while index < count, start[index].isLetter { index += 1 }
    guard index >= 2, from(index).leadingDigits == 4, start[index] == 0x32, start[index + 1] == 0x30 else {
      return false
    }
    let name = upTo(index)
    for word in Self.notEvents where name.equalsIgnoringCase(word) { return false }
    return true
  }

  private static let notEvents: [StaticString] = [
    "report", "reports", "archive", "news", "blog", "posts", "spring", "summer", "fall", "autumn", "winter", "in",
    "publications", "papers", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Whether the segment contains a term: `MathsDL-spring18`, `MA598-Spring2019`, `fall17`.
  fileprivate var namesTerm: Bool {
    for term in Self.terms {
      guard let index = firstIndexIgnoringCase(of: Bytes(term)) else { continue }
      let digits = from(index + Bytes(term).count).leadingDigits
      if digits == 2 || digits == 4 { return true }
    }
    return false
  }

  private static let terms: [StaticString] = ["spring", "fall", "winter", "autumn"]

  /// Whether the name ends in `lab` and is not a word that only ends like that: `kordinglab`, `rse-lab`.
  fileprivate var isLabName: Bool {
    guard count > 4, hasSuffix("lab") else { return false }
    return !(self == "gitlab" || self == "collab" || self == "matlab" || self == "scilab" || self == "colab")
  }

  /// Calls `body` with each run of letters and digits.
  fileprivate func forEachWord(_ body: (Bytes) -> Void) {
    var lower = 0
    for index in 0...count where index == count || !(start[index].isLetter || start[index].isDigit) {
      if index > lower { body(self[lower..<index]) }
      lower = index + 1
    }
  }

  /// - Parameter word: a word in lower case.
  fileprivate func firstIndexIgnoringCase(of word: Bytes) -> Int? {
    guard word.count <= count else { return nil }
    for index in 0...(count - word.count) {
      var length = 0
      while length < word.count, start[index + length].lowered == word.start[length] { length += 1 }
      if length == word.count { return index }
    }
    return nil
  }

  fileprivate func containsIgnoringCase(_ word: Bytes) -> Bool { firstIndexIgnoringCase(of: word) != nil }
}
