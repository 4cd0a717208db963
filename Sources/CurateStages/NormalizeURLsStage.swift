public import CurateCore
public import LinkIdentity

/// Writes URLs in their output form, with those changes alone that cannot break them.
public struct NormalizeURLsStage: Stage {
  public struct Options: StageOptions {
    public var https = OutputPolicy.HTTPS.none
    public var stripUTM = false
    public var unwrapRedirectors = false
    public var arxivAbstracts = false
    public var youtubeWatch = false
    public var doiResolver = false
    public var dropTextFragments = false
    public init() {}

    public static let specs = [
      OptionSpec<Self>(
        "https", \.https, "Which hosts get https for http: HSTS-preloaded ones, known ones too, or all."),
      OptionSpec<Self>("strip-utm", \.stripUTM, "Whether utm_ parameters are dropped; if not, they are reported."),
      OptionSpec<Self>("unwrap-redirectors", \.unwrapRedirectors, "Whether redirectors give way to what they lead to."),
      OptionSpec<Self>("arxiv-abstracts", \.arxivAbstracts, "Whether arXiv PDF links become abstract links."),
      OptionSpec<Self>("youtube-watch", \.youtubeWatch, "Whether youtu.be links become youtube.com/watch links."),
      OptionSpec<Self>("doi-resolver", \.doiResolver, "Whether dx.doi.org becomes https://doi.org."),
      OptionSpec<Self>(
        "drop-text-fragments", \.dropTextFragments, "Whether #:~:text= is dropped from the ends of URLs."),
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

  public static let manual = StageManual(
    name: "normalize-urls",
    summary: "Writes URLs in their output form, with those changes alone that cannot break them.",
    discussion: """
      Always: scheme and host in lower case, default ports and `.` and `..` gone, click ids (`fbclid`, `gclid` …) \
      dropped. Never: slashes, `index.html`, `www`, the order of the query, the case of a path, the fragment. What does \
      not parse stays as it is and is reported. A reference link is changed in its definition, once.
      """,
    rules: [
      RuleManual("lower-case-scheme", "The scheme is written in lower case."),
      RuleManual("lower-case-host", "The host is written in lower case."),
      RuleManual("drop-default-port", "Port 80 of http and 443 of https are dropped."),
      RuleManual("resolve-dot-segments", "The parts . and .. of a path are resolved."),
      RuleManual("strip-click-id", "Parameters that identify one click are dropped."),
      RuleManual("strip-utm", "Campaign parameters are dropped (by option)."),
      RuleManual("unwrap-redirector", "A redirector gives way to what it leads to (by option)."),
      RuleManual("upgrade-to-https", "A host that serves https gets https (by option)."),
      RuleManual("doi-resolver", "A DOI is resolved by https://doi.org (by option)."),
      RuleManual("arxiv-abstract", "An arXiv PDF gives way to its abstract (by option)."),
      RuleManual("youtube-watch", "A short YouTube link gives way to the full one (by option)."),
      RuleManual("drop-text-fragment", "A text fragment is dropped (by option)."),
      RuleManual("invalid-url", "A URL that no browser would accept.", severity: .warning),
      RuleManual("utm-parameters", "A URL with campaign parameters, which stay.", severity: .note),
      RuleManual("url-kept", "A URL whose output form could not be written where it stands.", severity: .note),
    ],
    examples: [
      StageExample(
        "the host in lower case, the path as it is", input: "- [Oolong](HTTPS://Tea.Example:443/Leaf)\n",
        output: "- [Oolong](https://tea.example/Leaf)\n"),
      StageExample(
        "campaign parameters are reported", input: "- [Oolong](https://tea.example/?utm_source=list)\n",
        output: "- [Oolong](https://tea.example/?utm_source=list)\n", findings: ["utm-parameters"]),
      StageExample(
        "campaign parameters are dropped by option", options: "{strip-utm: true}",
        input: "- [Oolong](https://tea.example/?utm_source=list)\n", output: "- [Oolong](https://tea.example/)\n"),
      StageExample(
        "what does not parse stays", input: "- [Oolong](https://[::1/)\n", output: "- [Oolong](https://[::1/)\n",
        findings: ["invalid-url"]),
    ])

  private let normalizer: URLNormalizer
  /// The changes that the recipe allows.
  public var policy: OutputPolicy { normalizer.policy }
  /// Tells whether a URL has campaign parameters, by the rule that would strip them.
  private let campaignProbe: URLNormalizer?

  public init(_ options: Options) {
    normalizer = URLNormalizer(options.policy)
    var probe = OutputPolicy()
    probe.stripUTM = true
    campaignProbe = options.stripUTM ? nil : URLNormalizer(probe)
  }

  public func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    var changed = 0
    var findings = 0
    for index in collection.links.indices where collection.links[index].fate.isPresent {
      let id = LinkID(index)
      let (form, hasQuery) = collection.withURL(of: id) { url in
        (normalizer.outputForm(ofUTF8: url), url.holds { $0.areEqual(to: UInt8(ascii: "?")) })
      }
      // Nearly all URLs stand as they are, and need not be made into text.
      if form.outcome == .unchanged, !hasQuery { continue }
      let url = collection.url(of: id)
      switch form.outcome {
      case .unchanged: break
      case .notWeb: continue
      case .invalid(let why):
        collection.report("not a valid URL: \(why)", rule: "invalid-url", severity: .warning, link: id)
        findings += 1
      case .changed(let output):
        let why = URLChange(of: url, normalizer.policy, rules: form.rules)
        if let refusal = collection.setURL(id, to: output, rule: why.rule, reason: why.reason) {
          guard !refusal.isRequestedByUser else { break }
          collection.report(
            "kept as it is: \(refusal.reason) (\(why.reason))", rule: "url-kept", severity: .note, link: id)
          findings += 1
        } else {
          changed += 1
        }
      }
      if let campaign = campaignParameters(of: url) {
        collection.report("\(campaign), kept", rule: "utm-parameters", severity: .note, link: id)
        findings += 1
      }
    }
    collection.summarize("\(changed.grouped) changed, \(findings.pluralized("finding"))")
  }

  /// The names of a URL's campaign parameters, as a clause; nil if it has none.
  private func campaignParameters(of url: String) -> String? {
    guard let campaignProbe, campaignProbe.outputForm(of: url).rules.contains("strip-utm")
    else { return nil }
    let names = URLChange.parameterNames(of: url).filter { $0.lowercased().hasPrefix("utm_") }
    return "the URL has " + names.joined(separator: ", ")
  }
}

extension OutputPolicy.HTTPS: OptionConvertible {}
