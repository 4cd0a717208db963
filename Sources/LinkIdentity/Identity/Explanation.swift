/// The steps from a URL to its output form, its page key and its work, for people.
public struct Explanation: Sendable {
  /// One rule that changed the URL.
  public struct Step: Sendable, Equatable {
    /// The id of the rule.
    public var rule: String
    /// The URL or page key before the step.
    public var before: String
    /// The result of the step.
    public var after: String
  }
  /// The steps to the URL that is written to the output.
  public var output: [Step]
  /// The steps to the page key.
  public var key: [Step]
  /// The work of the page, and the works and pages that it is related to.
  public var work: [Step]
}

/// Returns the rules that change a URL, in order, with the result of each.
///
/// Credentials are masked in every step. All lists are empty if the text is not an http or https URL or does not parse.
public func explain(_ url: String, policy: OutputPolicy = OutputPolicy()) -> Explanation {
  let output = URLNormalizer(policy).outputSteps(of: url)
  let written = output.last?.after ?? url
  var explanation = Explanation(output: output, key: keySteps(of: written), work: [])
  if let identity = Identity(of: written) {
    func step(_ rule: String, _ after: String) -> Explanation.Step {
      .init(rule: rule, before: identity.key, after: after)
    }
    if let work = identity.work { explanation.work.append(step("work:\(work.scheme.rawValue)", work.description)) }
    explanation.work += identity.related.map { step("related", $0.description) }
    explanation.work += identity.relatedKeys.map { step("copy-of", $0) }
  }
  for list in [\Explanation.output, \Explanation.key] {
    for index in explanation[keyPath: list].indices {
      explanation[keyPath: list][index].maskCredentials()
    }
  }
  return explanation
}

extension Explanation.Step {
  fileprivate mutating func maskCredentials() {
    before = maskingCredentials(inURL: before)
    after = maskingCredentials(inURL: after)
  }
}

extension URLNormalizer {
  /// The changes of the output form, each applied after those before it. The last is the cleanup of escapes, which comes
  /// with any change.
  fileprivate func outputSteps(of url: String) -> [Explanation.Step] {
    url.withBytes { bytes in
      bytes.scanURL { scan in
        guard case .web(let parts) = scan else { return [] }
        let changes = outputChanges(of: parts)
        guard !changes.isEmpty else { return [] }
        if changes.contains(.unwrap), let target = Redirector.finalTarget(of: parts) {
          let target = target.withBytes(\.string)
          let final: String = if case .changed(let text) = outputForm(of: url).outcome { text } else { target }
          var steps = [Explanation.Step(rule: "unwrap-redirector", before: url, after: target)]
          steps += outputSteps(of: target)
          if let last = steps.last, last.after != final {
            steps.append(.init(rule: "tidy-escapes", before: last.after, after: final))
          }
          return steps
        }
        return steps(of: parts, changes: changes, from: url)
      }
    }
  }

  private func steps(of parts: ScannedURL, changes: OutputChanges, from url: String) -> [Explanation.Step] {
    var steps: [Explanation.Step] = []
    var applied: OutputChanges = []
    var before = url
    for (change, rule) in OutputChanges.rules where change == .tidy || changes.contains(change) {
      applied.insert(change)
      let after = parts.text(with: applied)
      if after != before { steps.append(.init(rule: rule, before: before, after: after)) }
      before = after
    }
    return steps
  }
}

/// The steps to the page key, each applied after those before it.
private func keySteps(of url: String) -> [Explanation.Step] {
  url.withBytes { bytes in
    bytes.scanURL { scan in
      guard case .web(let parts) = scan else { return [] }
      if let target = Redirector.finalTarget(of: parts) {
        let target = target.withBytes(\.string)
        return [.init(rule: "unwrap-redirector", before: url, after: target)] + keySteps(of: target)
      }
      var steps: [Explanation.Step] = []
      var before = url
      var applied: PageKeySteps = []
      for (step, rule) in [(PageKeySteps(), "drop-scheme-and-user")] + PageKeySteps.rules {
        applied.insert(step)
        let after = parts.withOwnKey(steps: applied) { $0.bytes.string }
        if after != before { steps.append(.init(rule: rule, before: before, after: after)) }
        before = after
      }
      return steps
    }
  }
}
