import Testing

@testable import LinkIdentity

@Suite struct HostTests {
  @Test(arguments: [
    ("https://www.cl.cam.ac.uk/x", "www.cl.cam.ac.uk", "cam.ac.uk"),
    ("https://A.Example.ORG:80/", "a.example.org", "example.org"),
    ("https://owner.github.io/x", "owner.github.io", "owner.github.io"), ("https://github.io/", "github.io", ""),
    ("https://www.Bücher.example/", "www.bücher.example", "bücher.example"), ("https://日本語。jp/", "日本語.jp", "日本語.jp"),
    ("https://xn--bcher-kva.example/", "xn--bcher-kva.example", "xn--bcher-kva.example"),
    ("https://127.0.0.1/", "127.0.0.1", ""),
    ("https://[::1]/", "[::1]", ""), ("https://localhost/", "localhost", ""), ("#a", "", ""),
    ("mailto:a@b.example", "", ""),
    ("http://", "", ""), ("https://example.org./", "example.org.", "example.org"),
    ("https://a.b.co.uk/", "a.b.co.uk", "b.co.uk"),
  ])
  func hostsAndDomains(url: String, host: String, domain: String) {
    let found = hostAndDomain(of: url)
    #expect(found.host == host)
    #expect(found.domain == domain)
  }

  /// Cases of UTS 46 beyond the URL suite; nil for a domain that is not valid.
  @Test(arguments: [
    ("faß.de", "xn--fa-hia.de"), ("ＧＩＴＨＵＢ.com", "github.com"), ("e\u{301}.example", "xn--9ca.example"),
    ("ශ්‍රී.example", "xn--10cl1a0b660p.example"), ("\u{200d}a.example", nil), ("a\u{301}\u{338}b", "xn--b-tfa11p"),
    ("א1.example", "xn--1-zhc.example"), ("אa.example", nil), ("1א.example", nil), ("\u{301}a.example", nil),
    ("xn--ä.example", nil), ("한글.kr", "xn--bj0bj06e.kr"), ("\u{1112}\u{1161}\u{11ab}.kr", "xn--6q8b.kr"),
    ("ⅷ.example", "viii.example"),
    ("℀.example", "a/c.example"), ("a\u{ad}b.example", "ab.example"), ("☃.net", "xn--n3h.net"),
    ("ǅ.example", "xn--d-toa.example"),
    ("\u{fdfa}.example", nil), ("a。b．c｡d", "a.b.c.d"), ("xn--bcher-kva.bücher", "xn--bcher-kva.xn--bcher-kva"),
    ("xn--a.bücher", nil), ("نامه‌ای.com", "xn--mgba3gch31f060k.com"), ("ΑΣ.example", "xn--mxa0b.example"),
    ("ẞ.example", "xn--zca.example"),
  ])
  func internationalNames(domain: String, ascii: String?) {
    let found = InternationalDomain.toASCII(domain).map { String(decoding: $0, as: UTF8.self) }
    #expect(found == ascii, "\(domain)")
  }

  @Test func byteSetsMatchTheStandard() {
    let controls = (0..<0x20).map { UInt8($0) } + [0x7f]
    func members(_ set: ASCIISet) -> Set<UInt8> { Set((0...255).map { UInt8($0) }.filter(set.contains)) }
    let fragment = Set(controls + Array(" \"<>`".utf8))
    let query = Set(controls + Array(" \"#<>'".utf8))
    let path = Set(controls + Array(" \"#<>?^`{}".utf8))
    #expect(members(.fragment) == fragment)
    #expect(members(.query) == query)
    #expect(members(.path) == path)
    #expect(members(.userinfo) == path.union("/:;=@[\\]^|".utf8))
    #expect(members(.forbiddenInDomain) == Set(controls + Array(" #/:<>?@[\\]^|%".utf8)))
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789-._".utf8)
    #expect(members(.plainHost) == Set(letters))
    #expect(members(.unreserved) == Set(letters + Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ~".utf8)))
  }

  @Test func httpsLists() {
    func isPreloaded(_ host: String) -> Bool { host.withBytes(SecureHosts.isPreloaded) }
    func isKnown(_ host: String) -> Bool { host.withBytes(SecureHosts.isKnown) }
    #expect(isPreloaded("web.dev") && isPreloaded("github.com") && isPreloaded("gist.github.com"))
    #expect(!isPreloaded("example.org") && !isPreloaded("notgithub.com"))
    #expect(isKnown("arxiv.org") && isKnown("www.arxiv.org") && !isKnown("x.arxiv.org") && !isKnown("example.org"))
  }
}
