/// The steps from a URL to its output form, its key and its work, for people.
public struct Explanation: Sendable {
  public struct Step: Sendable, Equatable {
    public var rule: String
    public var before: String
    public var after: String
  }
  public var output: [Step]
  public var key: [Step]
  public var work: [Step]
}

/// The rules that fired for a URL, in order, with what each of them changed.
///
/// Credentials are masked in every step. All lists are empty for what is not an http or https URL or does not parse.
public func explain(_ url: String, policy: OutputPolicy = OutputPolicy()) -> Explanation {
  let normalizer = URLNormalizer(policy)
  let output = normalizer.outputSteps(of: url)
  let written = output.last?.after ?? url
  var explanation = Explanation(output: output, key: keySteps(of: written), work: [])
  if let identity = Identity(of: written) {
    explanation.work = [identity.work.map { (rule: "work:\($0.scheme.rawValue)", work: $0) }]
      .compactMap { $0 }.map { .init(rule: $0.rule, before: identity.key, after: $0.work.description) }
    explanation.work += identity.related.map { .init(rule: "related", before: identity.key, after: $0.description) }
  }
  if let identity = Identity(of: written) {
    explanation.work += identity.relatedKeys.map { .init(rule: "copy-of", before: identity.key, after: $0) }
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
  /// Each change of the output form on top of those before it; the last is the tidying that comes with any change.
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

/// Each step of the page key on top of those before it.
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
