import Testing

@testable import LinkIdentity

@Suite struct OutputFormTests {
  /// Returns the policy that a fixture names.
  static func policy(_ name: String) throws -> OutputPolicy {
    var policy = OutputPolicy()
    switch name {
    case "-": break
    case "utm": policy.stripUTM = true
    case "https=all": policy.https = .all
    case "https=known": policy.https = .known
    case "https=preloaded": policy.https = .preloaded
    case "unwrap": policy.unwrapRedirectors = true
    case "arxiv": policy.arxivAbstracts = true
    case "youtube": policy.youtubeWatch = true
    case "doi": policy.doiResolver = true
    case "text": policy.dropTextFragments = true
    default: Issue.record("unknown policy \(name)")
    }
    return policy
  }

  @Test func everyCaseWithItsRules() throws {
    let rows = try fixture("output-form.tsv", fields: 4)
    #expect(rows.count >= 150)
    for row in rows {
      let form = URLNormalizer(try Self.policy(row[0])).outputForm(of: row[1])
      switch row[2] {
      case "=": #expect(form.outcome == .unchanged, "\(row[1])")
      case "-": #expect(form.outcome == .notWeb, "\(row[1])")
      case "!": if case .invalid = form.outcome {} else { Issue.record("\(row[1]) is not invalid: \(form)") }
      default: #expect(form.outcome == .changed(row[2]), "\(row[1])")
      }
      #expect(form.rules.joined(separator: ",") == field(row[3]), "\(row[1])")
    }
  }

  @Test func everyChangeHasACase() throws {
    let seen = try fixture("output-form.tsv", fields: 4).flatMap { $0[3].split(separator: ",").map(String.init) }
    for (change, rule) in OutputChanges.rules where change != .tidy { #expect(seen.contains(rule), "\(rule)") }
  }

  @Test func bytesAndStringsAgree() throws {
    for row in try fixture("output-form.tsv", fields: 4) {
      let normalizer = URLNormalizer(try Self.policy(row[0]))
      let form = normalizer.outputForm(of: row[1])
      let bytes = Array(row[1].utf8)
      #expect(bytes.withUnsafeBufferPointer { normalizer.outputForm(ofUTF8: $0) } == form)
      #expect(normalizer.outputForm(ofUTF8: bytes.span) == form)
    }
  }

  /// Changes that no policy may make, with all policies on except the upgrade to https.
  @Suite struct Never {
    static var everyOption: URLNormalizer {
      var policy = OutputPolicy()
      policy.stripUTM = true
      policy.unwrapRedirectors = true
      policy.dropTextFragments = true
      policy.doiResolver = true
      policy.arxivAbstracts = true
      policy.youtubeWatch = true
      return URLNormalizer(policy)
    }

    /// The output form of a URL with an upper-case scheme, so that cleanup applies as well.
    func rewritten(_ rest: String) -> String? {
      if case .changed(let text) = Self.everyOption.outputForm(of: "HTTPS://" + rest).outcome { text } else { nil }
    }

    @Test(arguments: [
      "example.org/a/", "example.org/a", "example.org//a//b//", "www.example.org/", "example.org/index.html",
      "example.org/?b=2&a=1&c", "example.org/?", "example.org/#", "example.org/A/b/C.HTML", "example.org/%2Fa%25b%2F",
      "example.org/a%2525", "web.archive.org/web/2020/http://Example.org:80/a", "example.org/#Fragment%2e%aa",
      "example.org/#/a/../b", "bücher.example/ä?ö#ü", "xn--bcher-kva.example/", "example.org/%C3%A4",
      "example.org/?ref=a&source=b&s=c&id=d&t=e", "example.org/%E4%F6", "m.example.org/", "user:Secret@example.org/",
    ])
    func isUnchanged(rest: String) { #expect(rewritten(rest) == "https://" + rest) }

    @Test func slashesAreKept() {
      #expect(rewritten("example.org/a/") == "https://example.org/a/")
      #expect(rewritten("example.org/a") == "https://example.org/a")
    }

    @Test func unicodeIsNotEncoded() {
      #expect(rewritten("ÄÖÜ.example/äöü?ß=ß#é") == "https://äöü.example/äöü?ß=ß#é")
    }
  }
}
