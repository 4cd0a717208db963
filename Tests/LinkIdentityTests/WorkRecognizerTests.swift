import Foundation
import Testing

@testable import LinkIdentity

/// Every recognizer of a work: its examples and its hosts.
@Suite struct WorkRecognizerTests {
  /// What a table of recognizers finds in a URL, in the words of `WorkRecognizer.examples`.
  static func summary(of url: String, by recognizers: WorkRecognizers) -> String {
    url.withBytes { bytes in
      bytes.scanURL { scan in
        guard case .web(let parts) = scan else { return "invalid" }
        return parts.withKey { key in
          let recognizer = recognizers.index(of: key.host)
          if let work = recognizers.work(of: key, recognizer: recognizer) { return IdentityTests.described(work) }
          guard let recognizer else { return "none" }
          let relations = recognizers.relations(of: key, recognizer: recognizer)
          let clauses = relations.works.map { "related \($0)" } + relations.keys.map { "copy of \($0)" }
          return clauses.isEmpty ? "none" : clauses.joined(separator: ", ")
        }
      }
    }
  }

  static func expectExamplesHold(_ recognizer: WorkRecognizer, in recognizers: WorkRecognizers) {
    for (url, expected) in recognizer.examples {
      #expect(summary(of: url, by: recognizers) == expected, "\(url)")
    }
    #expect(recognizer.examples.contains { $0.value != "none" }, "\(recognizer.hosts) recognizes something")
    for scheme in recognizer.schemes {
      #expect(recognizer.examples.contains { $0.value.hasPrefix("\(scheme):") }, "\(scheme) has an example")
    }
  }

  @Test func everyExampleHolds() {
    for recognizer in WorkRecognizers.builtIn.all { Self.expectExamplesHold(recognizer, in: .builtIn) }
  }

  /// What the table of recognizers finds is the identity.
  @Test func identitiesAgree() {
    for (url, expected) in WorkRecognizers.builtIn.all.flatMap(\.examples) {
      let identity = Identity(of: url)
      let own = identity?.work.map { [IdentityTests.described($0)] } ?? []
      let related = identity?.related.map { "related \($0)" } ?? []
      let copies = identity?.relatedKeys.map { "copy of \($0)" } ?? []
      let clauses = own + related + copies
      #expect((clauses.isEmpty ? "none" : clauses.joined(separator: ", ")) == expected, "\(url)")
    }
  }

  @Test func everyHostLeadsToItsRecognizer() throws {
    let recognizers = WorkRecognizers.builtIn
    var seen: Set<String> = []
    for (index, recognizer) in recognizers.all.enumerated() {
      #expect(!recognizer.hosts.isEmpty)
      for host in recognizer.hosts.map({ "\($0)" }) {
        #expect(seen.insert(host).inserted, "\(host) is named once")
        let isSuffix = host.hasPrefix(".")
        #expect(!isSuffix || host.utf8.count >= 8, "\(host) has the eight bytes of the hash")
        let example = isSuffix ? "a" + host : host
        #expect(pageKey(of: example) == example, "\(host) is spelled as in a page key")
        #expect(example.withBytes { recognizers.index(of: $0) } == index, "\(host)")
      }
    }
    #expect(seen.count <= 255)
    for host in ["example.org", "notarxiv.org", "a.arxiv.org", "wikipedia.org", "arxiv.org.example.org", "o", ""] {
      #expect(host.withBytes { recognizers.index(of: $0) } == nil, "\(host)")
    }
  }

  @Test func everySchemeIsDeclaredOnce() {
    let names = WorkID.Scheme.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    #expect(names.count >= 13)
    for scheme in WorkID.Scheme.allCases {
      #expect(WorkID.Scheme(rawValue: scheme.rawValue) == scheme)
      #expect(WorkID.Scheme(rawValue: scheme.rawValue)?.name.utf8Start == scheme.name.utf8Start, "\(scheme)")
    }
    #expect(WorkID.Scheme(rawValue: "zenodo") == nil)
  }
}

/// The walks through a recognizer and a label rule in CONTRIBUTING.md.
@Suite struct ContributingTests {
  private static func page() throws -> String {
    try String(contentsOf: Suites.packageRoot.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
  }

  /// The file lacks only the import that it needs here.
  @Test func theRecognizerIsTheFile() throws {
    let path = Suites.packageRoot.appending(path: "Tests/LinkIdentityTests/ZenodoRecognizer.swift")
    let file = try String(contentsOf: path, encoding: .utf8)
    let start = "@testable import LinkIdentity\n\n"
    #expect(file.hasPrefix(start))
    let listing = file.dropFirst(start.count)
    #expect(try Self.page().contains("```swift\n\(listing)```\n"), "copy ZenodoRecognizer.swift into CONTRIBUTING.md")
  }

  @Test func itsExamplesHold() {
    WorkRecognizerTests.expectExamplesHold(.zenodo, in: WorkRecognizers([.zenodo]))
    #expect(WorkID(scheme: .zenodo, value: "1").category == .dataset)
  }

  /// The rule that the page shows is in the table, and says what the page says.
  @Test func theLabelRuleIsInTheTable() throws {
    let line = "- {host: biorxiv.org, host-class: preprint, category: preprint, site: bioRxiv}"
    #expect(try Self.page().contains("```yaml\n\(line)\n```\n"))
    let table = Suites.packageRoot.appending(path: "Sources/LinkIdentity/Data/labels.yaml")
    #expect(try String(contentsOf: table, encoding: .utf8).contains("\n\(line)\n"))
    let labels = Labeler().labels(of: "https://www.biorxiv.org/content/10.1101/339481v2")
    #expect(labels.hostClass == .preprint && labels.category == .preprint && labels.site == "bioRxiv")
    #expect(labels.categoryRule == "host:biorxiv.org")
  }
}
