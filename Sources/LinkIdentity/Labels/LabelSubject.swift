/// The parts of a page key that label rules match.
struct LabelSubject {
  let host: Bytes
  let path: Bytes
  let hasQuery: Bool
  let heading: String
  /// The offsets of the rules for the suffixes of the host, the longest suffix first; -1 for none. No host has rules for
  /// more than four suffixes.
  private let hostRules: (Int, Int, Int, Int)

  init(key: PageKey, heading: String) {
    self.init(host: key.host, path: key.path, hasQuery: !key.query.isEmpty, heading: heading)
  }

  /// - Parameter key: a page key as text: `host[:port][path][?query][#!fragment]`, where the separators occur only as
  ///   separators.
  init(key: Bytes, heading: String) {
    let address = key.first == ASCII.openBracket ? key.firstIndex(of: ASCII.closeBracket) ?? 0 : 0
    var hostEnd = address
    while hostEnd < key.count, !key[hostEnd].endsKeyHost { hostEnd += 1 }
    let pathStart = key.firstIndex(of: ASCII.slash, from: hostEnd) ?? key.count
    var pathEnd = hostEnd
    while pathEnd < key.count, key[pathEnd] != ASCII.question, key[pathEnd] != ASCII.hash { pathEnd += 1 }
    let hasQuery = pathEnd + 1 < key.count && key[pathEnd] == ASCII.question && key[pathEnd + 1] != ASCII.hash
    self.init(
      host: key.upTo(hostEnd), path: key[min(pathStart, pathEnd)..<pathEnd], hasQuery: hasQuery, heading: heading)
  }

  private init(host: Bytes, path: Bytes, hasQuery: Bool, heading: String) {
    self.host = host
    self.path = path
    self.hasQuery = hasQuery
    self.heading = heading
    var found = (-1, -1, -1, -1)
    LabelRuleTable.table.forEachSuffix(of: host) { offset in found = (offset, found.0, found.1, found.2) }
    hostRules = found
  }

  /// The first label of the host; empty for a host without dots.
  var firstLabel: Bytes { host.upTo(host.firstIndex(of: ASCII.dot) ?? 0) }

  /// The text after the last dot of the last segment if it is 1–8 letters and digits; empty if not.
  var fileType: Bytes {
    guard let dot = path.lastIndex(of: ASCII.dot), path.from(dot).firstIndex(of: ASCII.slash) == nil else {
      return Bytes("")
    }
    let type = path.from(dot + 1)
    return type.count <= 8 && type.allSatisfy({ $0.isLetter || $0.isDigit }) ? type : Bytes("")
  }

  /// Calls `body` with each segment, the deepest first, and the number of segments that follow it.
  @inline(__always)
  func forEachSegment(_ body: (_ segment: Bytes, _ following: Int) -> Void) {
    var end = path.count
    var following = 0
    while end > 0, let slash = path.upTo(end).lastIndex(of: ASCII.slash) {
      body(path[slash + 1..<end], following)
      end = slash
      following += 1
    }
  }

  /// Whether the path leads to a document with pages (PDF, PostScript, DjVu).
  var isDocument: Bool {
    let type = fileType
    guard type.count >= 2, type.count <= 4 else { return false }
    return type.equalsIgnoringCase("pdf") || type.equalsIgnoringCase("ps") || type.equalsIgnoringCase("djvu")
  }

  var isFrontPage: Bool { path.isEmpty && !hasQuery }

  /// Whether a segment equals `wanted` in any case.
  func hasSegment(_ wanted: Bytes) -> Bool {
    var found = false
    forEachSegment { segment, _ in if segment.equals(wanted, ignoringCase: true) { found = true } }
    return found
  }

  /// The words of the heading in lower case.
  var headingWords: [String] {
    heading.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Calls `body` with the words of the heading in lower case. An ASCII heading, as nearly all are, is read byte by byte.
  private func forEachHeadingWord(_ body: (Bytes) -> Void) {
    guard heading.utf8.allSatisfy({ $0 < 0x80 }) else {
      for word in headingWords { word.withBytes(body) }
      return
    }
    heading.withBytes { bytes in
      var start = 0
      for index in 0...bytes.count where index == bytes.count || !(bytes[index].isLetter || bytes[index].isDigit) {
        if index > start { bytes[start..<index].withLowered(body) }
        start = index + 1
      }
    }
  }

  func headingHasWord(_ word: String) -> Bool { headingWords.contains(word.lowercased()) }
}

// MARK: The built-in rules of each level

extension LabelSubject {
  func offerWork(_ work: WorkID, to decision: inout LabelDecision) {
    decision.offer(.work(work.scheme.name), at: .work, category: work.category)
  }

  /// Adds the rules for hosts, either those with a path or those without one; the longest host comes first.
  func offerHosts(withPath: Bool, to decision: inout LabelDecision) {
    if hostRules.0 >= 0 { offerRules(from: hostRules.0, withPath: withPath, to: &decision) }
    if hostRules.1 >= 0 { offerRules(from: hostRules.1, withPath: withPath, to: &decision) }
    if hostRules.2 >= 0 { offerRules(from: hostRules.2, withPath: withPath, to: &decision) }
    if hostRules.3 >= 0 { offerRules(from: hostRules.3, withPath: withPath, to: &decision) }
  }

  private func offerRules(from first: Int, withPath: Bool, to decision: inout LabelDecision) {
    var offset = first
    let key = LabelRuleTable.table.field(at: first).text
    while offset < LabelRuleTable.table.lines.count {
      let rule = LabelRuleTable.rule(at: offset)
      // The rules of a host are adjacent, those with a path first.
      guard offset == first || rule.key == key else { return }
      if withPath, rule.path.isEmpty { return }
      if rule.path.isEmpty != withPath, rule.path.isEmpty || isBelow(rule.path) {
        // The category of a site is not that of a document on it.
        let category = isDocument && rule.category?.isOfSites == true ? nil : rule.category
        decision.offer(
          .table(.host, offset), at: withPath ? .hostPath : .host, hostClass: rule.hostClass, category: category,
          site: rule.site)
      }
      offset = rule.next
    }
  }

  /// Whether the path of a rule matches; `/` is the front page alone.
  private func isBelow(_ prefix: Bytes) -> Bool { prefix.count == 1 ? path.isEmpty : path.hasPathPrefix(prefix) }

  func offerUniversity(to decision: inout LabelDecision) {
    if let domain = decision.university(of: host).domain {
      decision.offer(
        .university(domain), at: .university, hostClass: .university,
        category: domain == host && isFrontPage ? .organisation : nil)
    } else if host.isHost("edu") {
      decision.offer(.literal("university:edu"), at: .university, hostClass: .university)
    }
  }

  func findInstitution(for decision: inout LabelDecision) {
    guard decision.hostClass == .university || decision.hostClass == .researchInstitute else { return }
    if let name = decision.university(of: host).name { decision.institution = name }
  }

  func offerFileType(to decision: inout LabelDecision) {
    if isDocument { return offerDocument(to: &decision) }
    let type = fileType
    guard !type.isEmpty else { return }
    type.withLowered { lowered in
      guard let offset = LabelRuleTable.table.offset(of: lowered, mark: LabelRuleTable.Kind.fileType.rawValue) else {
        return
      }
      decision.offer(.table(.fileType, offset), at: .fileType, category: LabelRuleTable.rule(at: offset).category)
    }
  }

  func offerHostPrefix(to decision: inout LabelDecision) {
    let label = firstLabel
    guard !label.isEmpty,
      let offset = LabelRuleTable.table.offset(of: label, mark: LabelRuleTable.Kind.hostPrefix.rawValue)
    else { return }
    let rule = LabelRuleTable.rule(at: offset)
    if rule.position == .parent, path.isEmpty || path.from(1).firstIndex(of: ASCII.slash) != nil { return }
    decision.offer(
      .table(.hostPrefix, offset), at: .hostPrefix, hostClass: rule.hostClass, category: rule.category)
  }

  /// Adds the rule of the first word that has one, unless another word has another category.
  func offerHeading(to decision: inout LabelDecision) {
    guard !heading.isEmpty else { return }
    let table = LabelRuleTable.table
    var offsets: [Int] = []
    forEachHeadingWord { word in
      if let offset = table.offset(of: word, mark: LabelRuleTable.Kind.heading.rawValue) { offsets.append(offset) }
    }
    guard !offsets.isEmpty else { return }
    let categories = Set(offsets.compactMap { LabelRuleTable.rule(at: $0).category })
    guard categories.count == 1, let offset = offsets.first, let category = categories.first else { return }
    decision.offer(.table(.heading, offset), at: .heading, category: category)
  }
}

extension UInt8 {
  /// Whether the host of a page key, except an IPv6 address, ends before this byte.
  fileprivate var endsKeyHost: Bool {
    self == ASCII.slash || self == ASCII.colon || self == ASCII.question || self == ASCII.hash
  }
}
