/// All that is known about one URL.
public struct LinkFacts: Sendable, Equatable {
  public var output: OutputForm
  /// Nil for what is not an http or https URL or does not parse.
  public var identity: Identity?
  public var labels: Labels
}

/// Finds output form, identity and labels of URLs at once, from a single parse of each.
///
/// It gives what `URLNormalizer`, `Identity` and `Labeller` give one by one for the URL that is written out.
public struct LinkAnalyzer: Sendable {
  private let normalizer: URLNormalizer
  private let labeller: Labeller

  public init(policy: OutputPolicy = OutputPolicy(), overrides: [LabelRule] = []) {
    normalizer = URLNormalizer(policy)
    labeller = Labeller(overrides: overrides)
  }

  /// The facts about a URL; see `Labeller.labels` for `isImage` and `heading`.
  public func facts(of url: String, isImage: Bool = false, heading: String = "") -> LinkFacts {
    url.withBytes { facts(of: $0, isImage: isImage, heading: heading) }
  }

  /// The facts about a URL in UTF-8 bytes.
  public func facts(
    ofUTF8 url: UnsafeBufferPointer<UInt8>, isImage: Bool = false, heading: String = ""
  ) -> LinkFacts {
    url.lend { facts(of: $0, isImage: isImage, heading: heading) }
  }

  /// The facts about a URL in UTF-8 bytes.
  public func facts(ofUTF8 url: Span<UInt8>, isImage: Bool = false, heading: String = "") -> LinkFacts {
    url.withUnsafeBufferPointer { facts(ofUTF8: $0, isImage: isImage, heading: heading) }
  }

  private func facts(of url: Bytes, isImage: Bool, heading: String) -> LinkFacts {
    url.scanURL { scan in
      switch scan {
      case .web(let parts): facts(of: parts, isImage: isImage, heading: heading)
      case .notWeb, .invalid:
        LinkFacts(
          output: normalizer.outputForm(of: url),
          labels: labeller.decide(url, isImage: isImage, heading: heading, recordingAll: false).labels)
      }
    }
  }

  private func facts(of parts: ScannedURL, isImage: Bool, heading: String) -> LinkFacts {
    let changes = normalizer.outputChanges(of: parts)
    let output =
      changes.isEmpty ? OutputForm(outcome: .unchanged, rules: []) : normalizer.rewritten(parts, changes)
    // These lead to another page of the same work, so the key is that of the URL that is written out.
    if !changes.isDisjoint(with: [.arxivAbstract, .youtubeWatch, .doiResolver, .unwrap]),
      case .changed(let written) = output.outcome
    {
      var facts = LinkAnalyzer(labeller: labeller).facts(of: written, isImage: isImage, heading: heading)
      facts.output = output
      return facts
    }
    return parts.withKey { key in
      let identity = Identity(key)
      let subject = LabelSubject(key: key, heading: heading)
      let labels = labeller.decide(subject, work: identity.work, isImage: isImage, recordingAll: false).labels
      return LinkFacts(output: output, identity: identity, labels: labels)
    }
  }

  /// With the output form's defaults.
  private init(labeller: Labeller) {
    normalizer = URLNormalizer()
    self.labeller = labeller
  }
}
