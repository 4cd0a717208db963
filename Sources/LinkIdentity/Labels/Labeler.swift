/// Labels links by the built-in table and a recipe's own rules, which come first.
public struct Labeler: Sendable {
  let overrides: [CompiledRule]

  /// - Parameter overrides: rules whose `problem` is nil; any other is never asked.
  public init(overrides: [LabelRule] = []) {
    self.overrides = overrides.compactMap(CompiledRule.init)
  }

  /// The labels of a URL.
  ///
  /// - Parameters:
  ///   - url: the URL as it is written out.
  ///   - isImage: whether the link shows an image.
  ///   - heading: the innermost section heading, used as a hint, last of all.
  public func labels(of url: String, isImage: Bool = false, heading: String = "") -> Labels {
    url.withBytes { decide($0, isImage: isImage, heading: heading, recordingAll: false).labels }
  }

  /// Every rule that has something to say about a URL, in order of precedence: who won, who lost.
  public func candidates(of url: String, isImage: Bool = false, heading: String = "") -> [LabelCandidate] {
    url.withBytes { decide($0, isImage: isImage, heading: heading, recordingAll: true).candidates ?? [] }
  }

  func decide(_ url: Bytes, isImage: Bool, heading: String, recordingAll: Bool) -> LabelDecision {
    url.scanURL { scan in
      guard case .web(let parts) = scan else {
        var decision = LabelDecision(recordingAll: recordingAll)
        offerScheme(of: url, isImage: isImage, to: &decision)
        return decision
      }
      return parts.withKey { key in
        decide(
          LabelSubject(key: key, heading: heading), work: WorkRecognizer(key).ownWork, isImage: isImage,
          recordingAll: recordingAll)
      }
    }
  }

  /// Labels what has no http or https scheme.
  private func offerScheme(of url: Bytes, isImage: Bool, to decision: inout LabelDecision) {
    if isImage { decision.offer(.literal("image"), at: .scheme, category: .image) }
    switch url.schemeName {
    case .none: decision.offer(.literal("scheme:relative"), at: .scheme, category: .local)
    case .some(let scheme):
      if scheme.equalsIgnoringCase("mailto") { decision.offer(.literal("scheme:mailto"), at: .scheme, category: .mail) }
      if scheme.equalsIgnoringCase("data"), url.hasPrefixIgnoringCase("data:image/") {
        decision.offer(.literal("scheme:data"), at: .scheme, category: .image)
      }
    }
  }

  /// Asks the rules in order of precedence until both questions are answered.
  func decide(_ subject: LabelSubject, work: WorkID?, isImage: Bool, recordingAll: Bool) -> LabelDecision {
    var decision = LabelDecision(recordingAll: recordingAll)
    for precedence in LabelPrecedence.allCasesInOrder {
      if !overrides.isEmpty { offerOverrides(at: precedence, subject, to: &decision) }
      switch precedence {
      case .override: break
      case .scheme: if isImage { decision.offer(.literal("image"), at: .scheme, category: .image) }
      case .work: if let work { subject.offerWork(work, to: &decision) }
      case .hostPath: subject.offerHosts(withPath: true, to: &decision)
      case .host: subject.offerHosts(withPath: false, to: &decision)
      case .pattern: subject.offerPatterns(to: &decision)
      case .university: subject.offerUniversity(to: &decision)
      case .fileType: subject.offerFileType(to: &decision)
      case .hostPrefix: subject.offerHostPrefix(to: &decision)
      case .heading: subject.offerHeading(to: &decision)
      }
      if decision.isComplete { break }
    }
    subject.findInstitution(for: &decision)
    return decision
  }

  private func offerOverrides(
    at precedence: LabelPrecedence, _ subject: LabelSubject, to decision: inout LabelDecision
  ) {
    for rule in overrides where rule.precedence == precedence && rule.matches(subject) {
      decision.offer(
        .recipe(rule.id), at: precedence, hostClass: rule.hostClass, category: rule.category, recipeSite: rule.site)
    }
  }
}

extension LabelPrecedence {
  /// The cases without an allocation a call.
  static let allCasesInOrder = allCases
}

extension Bytes {
  /// The scheme before the first colon (RFC 3986, section 3.1); nil for a relative reference.
  var schemeName: Bytes? {
    guard let first, first.isLetter, let colon = firstIndex(of: ASCII.colon) else { return nil }
    let scheme = upTo(colon)
    let isScheme = scheme.allSatisfy {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == ASCII.hyphen || $0 == ASCII.dot
    }
    return isScheme ? scheme : nil
  }
}
