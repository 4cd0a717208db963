/// The rules that look for a pattern and not for a word of the table.
extension LabelSubject {
  func offerPatterns(to decision: inout LabelDecision) {
    offerSegments(to: &decision)
    offerHomePage(to: &decision)
    if isCourseCode(firstLabel) { decision.offer(.literal("pattern:course-code"), at: .pattern, category: .course) }
    if firstLabel.contains("workshop") {
      decision.offer(.literal("pattern:workshop-host"), at: .pattern, category: .workshop)
    }
    if firstLabel.hasEventYear { decision.offer(.literal("pattern:event-year"), at: .pattern, category: .workshop) }
    if firstLabel.isLabName { decision.offer(.literal("pattern:lab-host"), at: .pattern, category: .labOrGroup) }
    if isDatedPost(decision) { decision.offer(.literal("pattern:dated-post"), at: .pattern, category: .blog) }
  }

  private func offerSegments(to decision: inout LabelDecision) {
    let table = LabelTable.table
    forEachSegment { segment, following in
      guard segment.count >= 2, segment.count <= 20 else { return }
      guard let offset = table.offset(of: segment, mark: LabelTable.Kind.segment.rawValue) else { return }
      let rule = LabelTable.rule(at: offset)
      let applies =
        switch rule.position {
        case .anywhere: true
        case .parent: following == 1
        case .file: following == 1 && !fileType.isEmpty
        case .last: following == 0
        }
      if applies { decision.offer(.table(.segment, offset), at: .pattern, category: rule.category) }
    }
  }

  /// `/~user` and nothing below it.
  private func offerHomePage(to decision: inout LabelDecision) {
    guard let slash = path.lastIndex(of: ASCII.slash) else { return }
    let last = path.from(slash + 1)
    guard last.count > 1, last.first == ASCII.tilde else { return }
    decision.offer(.literal("pattern:~user"), at: .pattern, category: .person)
  }

  /// `cs231n`, `stats385`: letters, then three digits, then at most two letters.
  private func isCourseCode(_ text: Bytes) -> Bool {
    var index = 0
    while index < text.count, text[index].isLowerLetter { index += 1 }
    guard (2...5).contains(index) else { return false }
    let digits = text.from(index).leadingDigits
    guard digits == 3 else { return false }
    let rest = text.from(index + digits)
    return rest.isEmpty || (rest.count <= 2 && rest.allSatisfy({ $0.isLetter || $0 == ASCII.hyphen }))
  }

  /// `/2019/06/a-title` on a host that may be somebody's blog.
  private func isDatedPost(_ decision: LabelDecision) -> Bool {
    switch decision.hostClass {
    case nil, .githubPages, .blog, .personal, .other: break
    default: return false
    }
    guard path.count > 9, path[0] == ASCII.slash, path[5] == ASCII.slash, path[8] == ASCII.slash else { return false }
    return (path.hasPrefix("/20") || path.hasPrefix("/19")) && path[1..<5].isNumber && path[6..<8].isNumber
  }
}

extension Bytes {
  /// Whether a year stands in the label, after or before letters: `iccs2019`, `nips2018dltheory`.
  fileprivate var hasEventYear: Bool {
    guard count >= 6 else { return false }
    var index = 0
    while index < count {
      let digits = from(index).leadingDigits
      if digits == 4, self[index] == 0x32, self[index + 1] == 0x30, index >= 2 { return true }
      index += max(digits, 1)
    }
    return false
  }

  /// `kordinglab`, `rse-lab`, but not the words that only end so.
  fileprivate var isLabName: Bool {
    guard count > 4, hasSuffix("lab") else { return false }
    return !(self == "gitlab" || self == "collab" || self == "matlab" || self == "scilab" || self == "colab")
  }
}
