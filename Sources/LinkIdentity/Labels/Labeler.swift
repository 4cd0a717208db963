/// Labels URLs by the built-in rules and the rules of a recipe, which have precedence.
public struct Labeler: Sendable {
  let overrides: [CompiledRule]

  /// - Parameter overrides: the rules of a recipe; rules with a `problem` are ignored.
  public init(overrides: [LabelRule] = []) {
    self.overrides = overrides.compactMap(CompiledRule.init)
  }

  /// Returns the labels of a URL.
  ///
  /// - Parameters:
  ///   - url: the URL that is written to the output.
  ///   - isImage: whether the link shows an image.
  ///   - heading: the innermost section heading, the hint of lowest precedence.
  public func labels(of url: String, isImage: Bool = false, heading: String = "") -> Labels {
    url.withBytes { decide($0, isImage: isImage, heading: heading, recordingAll: false).labels }
  }

  /// Returns all rules that apply to a URL, in order of precedence.
  public func candidates(of url: String, isImage: Bool = false, heading: String = "") -> [LabelCandidate] {
    url.withBytes { decide($0, isImage: isImage, heading: heading, recordingAll: true).candidates ?? [] }
  }

  /// Decides the labels of a URL.
  ///
  /// - Parameter recordingAll: whether the decision keeps the rules that lose, too.
  func decide(_ url: Bytes, isImage: Bool, heading: String, recordingAll: Bool) -> LabelDecision {
    url.scanURL { scan in
      guard case .web(let parts) = scan else {
        var decision = LabelDecision(recordingAll: recordingAll)
        offerScheme(of: url, isImage: isImage, to: &decision)
        return decision
      }
      return parts.withKey { key in
        decide(
          LabelSubject(key: key, heading: heading), work: WorkRecognizers.builtIn.work(of: key), isImage: isImage,
          recordingAll: recordingAll)
      }
    }
  }

  /// Adds the rules for URLs that are not http or https.
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

  /// Applies the rules in order of precedence until both labels are decided.
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
  /// The cases in order, stored because `allCases` allocates an array on each call.
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
