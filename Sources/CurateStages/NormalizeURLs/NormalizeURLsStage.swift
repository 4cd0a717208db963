public import CurateCore
public import LinkIdentity

/// Normalizes URLs, making only changes that cannot break them.
package struct NormalizeURLsStage: Stage {
  package struct Options: StageOptions {
    package var https = OutputPolicy.HTTPS.none
    package var stripUTM = false
    package var unwrapRedirectors = false
    package var arxivAbstracts = false
    package var youtubeWatch = false
    package var doiResolver = false
    package var dropTextFragments = false
    package init() {}

    package static let specs = [
      OptionSpec<Self>(
        "https", \.https,
        "Upgrades http to https for hosts on the HSTS preload list, for these and other known hosts, or for all hosts."),
      OptionSpec<Self>("strip-utm", \.stripUTM, "Drops utm_ parameters; otherwise they are only reported."),
      OptionSpec<Self>("unwrap-redirectors", \.unwrapRedirectors, "Replaces the URL of a redirector by its target."),
      OptionSpec<Self>("arxiv-abstracts", \.arxivAbstracts, "Replaces arXiv PDF links by abstract links."),
      OptionSpec<Self>("youtube-watch", \.youtubeWatch, "Replaces youtu.be links by youtube.com/watch links."),
      OptionSpec<Self>("doi-resolver", \.doiResolver, "Replaces dx.doi.org by https://doi.org."),
      OptionSpec<Self>(
        "drop-text-fragments", \.dropTextFragments, "Drops text fragments (#:~:text=) from the ends of URLs."),
    ]

    var policy: OutputPolicy {
      var policy = OutputPolicy()
      policy.https = https
      policy.stripUTM = stripUTM
      policy.unwrapRedirectors = unwrapRedirectors
      policy.arxivAbstracts = arxivAbstracts
      policy.youtubeWatch = youtubeWatch
      policy.doiResolver = doiResolver
      policy.dropTextFragments = dropTextFragments
      return policy
    }
  }

  package static let manual = StageManual(
    name: "normalize-urls",
    summary: "Normalizes URLs, making only changes that cannot break them.",
    discussion: """
      Always lower-cases scheme and host, drops default ports, resolves `.` and `..` in paths, and drops click ids \
      (`fbclid`, `gclid` …). Never changes slashes, `index.html`, `www`, the order of the query, the case of a path, or \
      the fragment (except a text fragment, by option). A URL that does not parse is reported and not changed. A \
      reference link is changed in its definition, once.

      Each event is recorded under the rule that changes the URL most; its reason lists all changes.
      """,
    rules: [
      RuleManual("lower-case-scheme", "Writes the scheme in lower case."),
      RuleManual("lower-case-host", "Writes the host in lower case."),
      RuleManual("drop-default-port", "Drops port 80 of http and port 443 of https. Keeps every other port."),
      RuleManual("resolve-dot-segments", "Resolves the segments `.` and `..` of a path."),
      RuleManual(
        "strip-click-id", "Drops parameters that identify one click (`fbclid`, `gclid` …). Keeps all others in order."),
      RuleManual("strip-utm", "Drops campaign parameters (`utm_…`). Applies only with `strip-utm: true`."),
      RuleManual(
        "unwrap-redirector",
        "Replaces the URL of a redirector by its target. Applies only with `unwrap-redirectors: true`."),
      RuleManual(
        "upgrade-to-https", "Changes http to https. Applies only to the hosts that `https` selects (none by default)."),
      RuleManual("doi-resolver", "Replaces dx.doi.org by https://doi.org. Applies only with `doi-resolver: true`."),
      RuleManual(
        "arxiv-abstract",
        "Replaces the URL of an arXiv PDF by that of its abstract. Applies only with `arxiv-abstracts: true`."
      ),
      RuleManual(
        "youtube-watch",
        "Replaces a youtu.be URL by the youtube.com/watch URL. Applies only with `youtube-watch: true`."),
      RuleManual("drop-text-fragment", "Drops a text fragment. Applies only with `drop-text-fragments: true`."),
      RuleManual(
        "invalid-url", "Reports a URL that no browser accepts. Does not change it.", severity: .warning),
      RuleManual(
        "utm-parameters",
        "Reports campaign parameters (`utm_…`). Not reported with `strip-utm: true`, which drops them.",
        severity: .note),
      RuleManual(
        "url-kept",
        "Reports a URL whose normalized form cannot be written at its place, for example as a bare URL. Does not change it.",
        severity: .note),
    ],
    examples: [
      StageExample(
        "the host is lower-cased, the path is not", input: "- [Oolong](HTTPS://Tea.Example:443/Leaf)\n",
        output: "- [Oolong](https://tea.example/Leaf)\n"),
      StageExample(
        "campaign parameters are reported", input: "- [Oolong](https://tea.example/?utm_source=list)\n",
        output: "- [Oolong](https://tea.example/?utm_source=list)\n", findings: ["utm-parameters"]),
      StageExample(
        "campaign parameters are dropped by option", options: "{strip-utm: true}",
        input: "- [Oolong](https://tea.example/?utm_source=list)\n", output: "- [Oolong](https://tea.example/)\n"),
      StageExample(
        "a URL that does not parse is not changed", input: "- [Oolong](https://[::1/)\n",
        output: "- [Oolong](https://[::1/)\n", findings: ["invalid-url"]),
    ])

  private let normalizer: URLNormalizer
  /// The changes that the recipe allows.
  package var policy: OutputPolicy { normalizer.policy }
  /// Detects campaign parameters by the rule that would strip them; nil if the recipe strips them.
  private let campaignDetector: URLNormalizer?

  package init(_ options: Options) {
    normalizer = URLNormalizer(options.policy)
    var stripping = OutputPolicy()
    stripping.stripUTM = true
    campaignDetector = options.stripUTM ? nil : URLNormalizer(stripping)
  }

  package func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    var changed = 0
    var findings = 0
    for index in collection.links.indices where collection.links[index].fate.isPresent {
      let id = LinkID(index)
      let (form, hasQuery) = collection.withURL(of: id) { url in
        (normalizer.outputForm(ofUTF8: url), url.holds { $0.areEqual(to: UInt8(ascii: "?")) })
      }
      // Nearly all URLs are normalized already; no string is made for them.
      if form.outcome == .unchanged, !hasQuery { continue }
      let url = collection.url(of: id)
      switch form.outcome {
      case .unchanged: break
      case .notWeb: continue
      case .invalid(let reason):
        collection.report("not a valid URL: \(reason)", rule: "invalid-url", severity: .warning, link: id)
        findings += 1
      case .changed(let output):
        let change = URLChangeReason(of: url, normalizer.policy, rules: form.rules)
        if let refusal = collection.setURL(id, to: output, rule: change.rule, reason: change.reason) {
          guard !refusal.isRequestedByUser else { break }
          collection.report(
            "not changed: \(refusal.reason) (\(change.reason))", rule: "url-kept", severity: .note, link: id)
          findings += 1
        } else {
          changed += 1
        }
      }
      if let names = campaignParameters(of: url) {
        collection.report(
          "the URL has the campaign parameters \(names); use 'strip-utm: true' to drop them", rule: "utm-parameters",
          severity: .note, link: id)
        findings += 1
      }
    }
    collection.summarize("\(changed.grouped) changed, \(findings.pluralized("finding"))")
  }

  /// Returns the names of a URL's campaign parameters, joined by commas; nil if it has none.
  private func campaignParameters(of url: String) -> String? {
    guard let campaignDetector, campaignDetector.outputForm(of: url).rules.contains("strip-utm") else { return nil }
    let names = URLChangeReason.parameterNames(of: url).filter { $0.lowercased().hasPrefix("utm_") }
    return names.joined(separator: ", ")
  }
}

extension OutputPolicy.HTTPS: OptionConvertible {}
