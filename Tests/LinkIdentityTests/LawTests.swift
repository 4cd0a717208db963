import Testing

@testable import LinkIdentity

/// Invariants of output form and page key, on 100,000 generated and mutated URLs.
@Suite struct LawTests {
  static let perSeed = 10_000

  static func urls(seed: Int) throws -> [String] {
    let seeds = try fixture("works.tsv", fields: 3).map { $0[0] } + fixture("output-form.tsv", fields: 4).map { $0[1] }
    var generator = URLGenerator(seed: UInt64(seed), seeds: seeds)
    return (0..<perSeed).map { _ in generator.next() }
  }

  static func output(_ url: String, _ normalizer: URLNormalizer) -> String {
    if case .changed(let text) = normalizer.outputForm(of: url).outcome { text } else { url }
  }

  static func serialized(_ url: String) -> String? { WebPlatformTests.serialized(url) }

  /// A normalizer with all optional changes.
  static var everyOption: URLNormalizer {
    var policy = OutputPolicy()
    policy.stripUTM = true
    policy.https = .all
    policy.unwrapRedirectors = true
    policy.doiResolver = true
    policy.arxivAbstracts = true
    policy.youtubeWatch = true
    policy.dropTextFragments = true
    return URLNormalizer(policy)
  }

  @Test(arguments: 1...10)
  func hold(seed: Int) throws {
    var parsed = 0
    for url in try Self.urls(seed: seed) {
      let written = Self.output(url, URLNormalizer())
      #expect(
        URLNormalizer().outputForm(of: written).outcome != .changed(written),
        "no change to itself: \(url.debugDescription)")
      let isStable = Self.output(written, URLNormalizer()) == written
      if !isStable {
        Issue.record("output(output(u)) = output(u): \(url.debugDescription) \(written.debugDescription)")
      }
      let changed = Self.output(url, Self.everyOption)
      if Self.output(changed, Self.everyOption) != changed {
        Issue.record("output with every option is stable: \(url.debugDescription) \(changed)")
      }

      guard let identity = Identity(of: url) else {
        if Identity(of: written) != nil { Issue.record("no key appears: \(url.debugDescription)") }
        continue
      }
      parsed += 1
      if pageKey(of: identity.key) != identity.key {
        Issue.record(
          "key(key(u)) = key(u): \(url.debugDescription) \(identity.key) \(pageKey(of: identity.key) ?? "nil")")
      }
      if Identity(of: written) != identity {
        Issue.record("key(output(u)) = key(u): \(url.debugDescription) \(written.debugDescription) \(identity)")
      }
    }
    #expect(parsed > Self.perSeed / 2, "most of the generated URLs are URLs")
  }

  /// The output form has the meaning of the URL: the WHATWG serialization is the same, except for click ids and the case of
  /// escapes.
  @Test(arguments: 11...12)
  func outputKeepsTheMeaning(seed: Int) throws {
    for url in try Self.urls(seed: seed) {
      let form = URLNormalizer().outputForm(of: url)
      guard case .changed(let written) = form.outcome, !form.rules.contains("strip-click-id") else { continue }
      let before = Self.serialized(url).map(Self.upperEscapes)
      let after = Self.serialized(written).map(Self.upperEscapes)
      #expect(before == after, "\(url.debugDescription)")
    }
  }

  static func upperEscapes(_ url: String) -> String {
    var bytes = Array(url.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count {
      guard bytes[index + 1].isHexDigit, bytes[index + 2].isHexDigit else { continue }
      bytes[index + 1] = bytes[index + 1].uppered
      bytes[index + 2] = bytes[index + 2].uppered
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The analyzer returns what normalizer, identity and labeler return.
  @Test(arguments: 21...22)
  func analyzerAgrees(seed: Int) throws {
    let analyzer = LinkAnalyzer()
    for url in try Self.urls(seed: seed).prefix(2_000) {
      let analysis = analyzer.analysis(of: url)
      let written = Self.output(url, URLNormalizer())
      #expect(analysis.output == URLNormalizer().outputForm(of: url))
      #expect(analysis.identity == Identity(of: written), "\(url.debugDescription)")
      #expect(analysis.labels == Labeler().labels(of: written), "\(url.debugDescription)")
    }
  }

  /// The last steps of the explanation are the output form and the page key.
  @Test func explanationAgrees() throws {
    for url in try Self.urls(seed: 31).prefix(3_000) where warnings(of: url).allSatisfy({ $0.rule != "credentials" }) {
      let explanation = explain(url)
      let written = Self.output(url, URLNormalizer())
      // A URL inside the URL may contain a password too.
      if let last = explanation.output.last {
        #expect(last.after == maskingCredentials(inURL: written), "\(url.debugDescription)")
      }
      if let key = Identity(of: url)?.key {
        #expect(explanation.key.last?.after == maskingCredentials(inURL: key), "\(url.debugDescription)")
      }
    }
  }
}
