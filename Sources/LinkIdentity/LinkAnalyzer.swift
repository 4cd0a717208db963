/// Output form, identity and labels of one URL.
public struct LinkAnalysis: Sendable, Equatable {
  /// The form of the URL that is written to the output.
  public var output: OutputForm
  /// The identity of the URL that is written to the output; nil if it is not an http or https URL or does not parse.
  public var identity: Identity?
  /// The labels of the URL that is written to the output.
  public var labels: Labels
}

/// Finds output form, identity and labels of URLs from a single parse of each.
///
/// The results are those of `URLNormalizer`, and of `Identity` and `Labeler` for the URL that is written to the output.
public struct LinkAnalyzer: Sendable {
  private let normalizer: URLNormalizer
  private let labeler: Labeler

  /// - Parameter overrides: the rules of a recipe, see `Labeler`.
  public init(policy: OutputPolicy = OutputPolicy(), overrides: [LabelRule] = []) {
    normalizer = URLNormalizer(policy)
    labeler = Labeler(overrides: overrides)
  }

  /// Returns the analysis of a URL; see `Labeler.labels` for `isImage` and `heading`.
  public func analysis(of url: String, isImage: Bool = false, heading: String = "") -> LinkAnalysis {
    url.withBytes { analysis(of: $0, isImage: isImage, heading: heading) }
  }

  /// Returns the analysis of a URL in UTF-8 bytes.
  public func analysis(
    ofUTF8 url: UnsafeBufferPointer<UInt8>, isImage: Bool = false, heading: String = ""
  ) -> LinkAnalysis {
    url.withBytes { analysis(of: $0, isImage: isImage, heading: heading) }
  }

  /// Returns the analysis of a URL in UTF-8 bytes.
  public func analysis(ofUTF8 url: Span<UInt8>, isImage: Bool = false, heading: String = "") -> LinkAnalysis {
    url.withUnsafeBufferPointer { analysis(ofUTF8: $0, isImage: isImage, heading: heading) }
  }

  private func analysis(of url: Bytes, isImage: Bool, heading: String) -> LinkAnalysis {
    url.scanURL { scan in
      switch scan {
      case .web(let parts): analysis(of: parts, isImage: isImage, heading: heading)
      case .notWeb, .invalid:
        LinkAnalysis(
          output: normalizer.outputForm(of: url),
          labels: labeler.decide(url, isImage: isImage, heading: heading, recordingAll: false).labels)
      }
    }
  }

  private func analysis(of parts: ScannedURL, isImage: Bool, heading: String) -> LinkAnalysis {
    let changes = normalizer.outputChanges(of: parts)
    let output =
      changes.isEmpty ? OutputForm(outcome: .unchanged, rules: []) : normalizer.rewritten(parts, changes)
    // These changes lead to another page of the same work, so the key is that of the URL that is written.
    if !changes.isDisjoint(with: [.arxivAbstract, .youtubeWatch, .doiResolver, .unwrap]),
      case .changed(let written) = output.outcome
    {
      var analysis = LinkAnalyzer(labeler: labeler).analysis(of: written, isImage: isImage, heading: heading)
      analysis.output = output
      return analysis
    }
    return parts.withKey { key in
      let identity = Identity(key)
      let subject = LabelSubject(key: key, heading: heading)
      let labels = labeler.decide(subject, work: identity.work, isImage: isImage, recordingAll: false).labels
      return LinkAnalysis(output: output, identity: identity, labels: labels)
    }
  }

  /// An analyzer with the defaults of the output form.
  private init(labeler: Labeler) {
    normalizer = URLNormalizer()
    self.labeler = labeler
  }
}
