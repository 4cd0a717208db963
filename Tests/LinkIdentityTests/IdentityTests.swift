import Testing

@testable import LinkIdentity

@Suite struct IdentityTests {
  @Test func everyKey() throws {
    for row in try fixture("keys.tsv", fields: 3) {
      let identity = Identity(of: row[0])
      guard row[1] != "!" else {
        #expect(identity == nil, "\(row[0])")
        continue
      }
      #expect(identity?.key == row[1], "\(row[0])")
      #expect(identity?.fragment == field(row[2]), "\(row[0])")
      #expect(pageKey(of: row[1]) == row[1], "the key of a key is that key")
    }
  }

  @Test func everyWork() throws {
    let rows = try fixture("works.tsv", fields: 3)
    #expect(try rows.count + fixture("keys.tsv", fields: 3).count >= 200)
    for row in rows {
      let identity = Identity(of: row[0])
      guard row[1] != "!" else {
        #expect(identity == nil, "\(row[0])")
        continue
      }
      #expect(identity?.work.map(Self.described) ?? "-" == row[1], "\(row[0])")
      #expect(identity?.related.first?.description ?? "-" == row[2], "\(row[0])")
    }
  }

  static func described(_ work: WorkID) -> String {
    ([work.description] + work.attributes.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
  }

  @Test func everySchemeHasACase() throws {
    let works =
      try fixture("works.tsv", fields: 3).map { $0[1] }
      + WorkRecognizers.builtIn.all.flatMap(\.examples).map(\.value)
    for scheme in WorkID.Scheme.allCases {
      #expect(works.contains { $0.hasPrefix(scheme.rawValue + ":") }, "\(scheme)")
    }
  }

  /// A key has the same work as its URL, so works can be found from keys.
  @Test func keysKeepTheWork() throws {
    for row in try fixture("works.tsv", fields: 3) {
      guard let identity = Identity(of: row[0]), identity.fragment.isEmpty else { continue }
      #expect(Identity(of: "https://" + identity.key)?.work == identity.work, "\(row[0])")
    }
  }

  @Test func snapshotsNameTheirOriginal() {
    let snapshot = Identity(of: "https://web.archive.org/web/2019/http://www.example.org/a/?b=1")
    #expect(snapshot?.relatedKeys == ["example.org/a?b=1"])
    #expect(snapshot?.related == [])
    #expect(Identity(of: "https://web.archive.org/web/2019/example.org")?.relatedKeys == ["example.org"])
    #expect(Identity(of: "https://web.archive.org/web/2019")?.relatedKeys == [])
    #expect(Identity(of: "https://example.org/web/2019/http://a.example/")?.relatedKeys == [])
    let nested = String(repeating: "https://web.archive.org/web/1/", count: 2_000) + "https://a.example/"
    #expect(Identity(of: nested)?.relatedKeys.count == 1)
  }

  @Test func pageKeyTakesKeysAndURLs() {
    #expect(pageKey(of: "https://www.example.org/a/") == "example.org/a")
    #expect(pageKey(of: "www.example.org/a/") == "example.org/a")
    #expect(pageKey(of: "http:8080/x") == "http:8080/x")
    #expect(pageKey(of: "") == nil)
    #expect(pageKey(of: "http://") == nil)
  }

  @Test func bytesAndStringsAgree() throws {
    for row in try fixture("works.tsv", fields: 3) {
      #expect(Array(row[0].utf8).withUnsafeBufferPointer { Identity(ofUTF8: $0) } == Identity(of: row[0]))
    }
  }
}
