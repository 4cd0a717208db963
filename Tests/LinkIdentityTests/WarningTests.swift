import Testing

@testable import LinkIdentity

@Suite struct WarningTests {
  @Test(arguments: [
    ("https://example.org/a?b=c#d", ""), ("mailto:a@example.org", ""), ("#part", ""), ("other.md", ""),
    ("http://", "invalid-url"), ("https://[::1", "invalid-url"), ("http://example.org:99999/", "invalid-url"),
    ("javascript:alert(1)", "script-url"), ("JaVaScRiPt:x", "script-url"), (" java\nscript:x", "script-url"),
    ("vbscript:x", "script-url"), ("data:text/html,x", "data-url"), ("file:///etc/passwd", "file-url"),
    ("https://user:secret@example.org/", "credentials"), ("https://user@example.org/", "credentials"),
    ("https://@example.org/", ""), ("http://localhost:8080/", "internal-address"),
    ("http://printer/", "internal-address"),
    ("http://10.1.2.3/", "internal-address"), ("http://192.168.0.1/x", "internal-address"),
    ("http://172.16.0.1/", "internal-address"), ("http://172.32.0.1/", ""), ("http://127.0.0.1/", "internal-address"),
    ("http://169.254.1.1/", "internal-address"), ("http://8.8.8.8/", ""), ("http://[::1]/", "internal-address"),
    ("http://[fe80::1]/", "internal-address"), ("http://[fd00::1]/", "internal-address"),
    ("http://[::ffff:10.0.0.1]/", "internal-address"), ("http://[2001:db8::1]/", ""),
    ("http://nas.local/", "internal-address"),
    ("http://wiki.corp./", "internal-address"), ("http://0x7f.1/", "internal-address,unusual-address"),
    ("http://134744072/", "unusual-address"), ("https://exam\u{200b}ple.org/", "hidden-character"),
    ("https://example.org/\u{202e}gpj", "hidden-character"),
    ("https://exa\u{202e}mple.org/", "invalid-url,hidden-character"),
    ("https://g\u{456}thub.com/", "mixed-script-host,look-alike-host"),
    ("https://\u{430}rxiv.org/", "mixed-script-host,look-alike-host"),
    ("https://xn--rxiv-43d.org/", "mixed-script-host,look-alike-host"), ("https://g1thub.com/", ""),
    ("https://goog1e.com/", "look-alike-host"),
    ("https://rnicrosoft.com/", "look-alike-host"), ("https://пример.рф/", ""), ("https://日本語テスト.jp/", ""),
    ("https://日本go.jp/", ""),
    ("https://bücher.example/", ""), ("https://www.mozilla.org/", ""), ("https://modern.io/", ""),
    ("https://example.org/100%", "broken-escape"), ("http:/example.org/", "odd-slashes"),
    ("http:\\\\example.org", "odd-slashes"),
    ("http:///example.org/", "odd-slashes"), ("http://www.cs.virginia.edu//papers.htm", "doubled-slash"),
    ("https://web.archive.org/web/2020/http://example.org/", ""),
    ("https://www.google.com/url?q=https%3A%2F%2Fexample.org", "redirector"),
    ("https://example.org/?utm_source=x", "tracking-parameter"),
    ("https://example.org/?fbclid=x", "tracking-parameter"),
  ])
  func rules(url: String, expected: String) {
    #expect(warnings(of: url).map(\.rule).joined(separator: ",") == expected, "\(url.debugDescription)")
  }

  @Test(arguments: [
    ("https://user:secret@example.org/a", "https://***@example.org/a"), ("http://user:secret@/", "http://***@/"),
    ("HTTPS:user:a@secret@example.org", "HTTPS:***@example.org"),
    ("ftp://user:secret@example.org/", "ftp://***@example.org/"),
    ("https://user:secret@[::1", "https://***@[::1"), ("https://example.org/a@secret", "https://example.org/a@secret"),
    ("mailto:user@example.org", "mailto:user@example.org"), ("https://example.org/", "https://example.org/"),
    ("ht\ttps://user:secret@example.org", "ht\ttps://***@example.org"), ("other.md", "other.md"), ("", ""),
    ("https://user:sec/ret@example.org/", "https://user:sec/ret@example.org/"),
  ])
  func masking(url: String, masked: String) {
    #expect(maskingCredentials(in: url) == masked)
    #expect(maskingCredentials(in: Array(url.utf8)) == (url == masked ? nil : Array(masked.utf8)))
  }

  @Test(arguments: [
    ("[a](HTTP://bob:p'sec1@h.example/x)", "[a](HTTP://***@h.example/x)"),
    ("HTTP://bob:(sec2)@h.example/x", "HTTP://***@h.example/x"),
    ("see <https://bob:{s|c\\]}@h.example> or <me@x.example>", "see <https://***@h.example> or <me@x.example>"),
    ("`https://a:b@c.example` \"ssh://k@d.example\"", "`https://***@c.example` \"ssh://***@d.example\""),
    ("a https:\\\\bob:pw@h.example, http:/bob:pw@h.example", "a https:\\\\***@h.example, http:/***@h.example"),
    ("https://h.example/?q=a@b https://h.example#a@b", "https://h.example/?q=a@b https://h.example#a@b"),
    ("https://h.example me@x.example\n//me@x.example", "https://h.example me@x.example\n//me@x.example"),
    ("https://@h.example file:///a@b", "https://@h.example file:///a@b"),
    ("ä https://ü:ö@h.example é", "ä https://***@h.example é"), ("a@b@http:c@d", "a@b@http:***@d"),
  ])
  func maskingInText(text: String, masked: String) { #expect(maskingCredentials(in: text) == masked) }

  @Test func aURLIsMaskedAcrossWhiteSpace() {
    let steps = explain("https://bob:se\tcr et@h.example/a/../b")
    for step in steps.output + steps.key { #expect(!step.before.contains("et@") && !step.after.contains("et@")) }
    #expect(!steps.output.isEmpty)
  }

  /// Nothing that is reported about a URL contains its password.
  @Test(arguments: [
    "https://user:hunter2@example.org/a/../b?fbclid=1", "https://user:hunter2@[::1", "http://user:hunter2@10.0.0.1//x%",
    "https://user:hunter2@\u{430}rxiv.org/?utm_source=x", "http://user:hunter2@/",
  ])
  func noReportShowsAPassword(url: String) {
    #expect(!warnings(of: url).contains { $0.message.contains("hunter2") })
    let explanation = explain(url)
    for step in explanation.output + explanation.key + explanation.work {
      #expect(!step.before.contains("hunter2") && !step.after.contains("hunter2"), "\(step)")
    }
    if let identity = Identity(of: url) { #expect(!identity.key.contains("hunter2")) }
    if case .invalid(let reason) = URLNormalizer().outputForm(of: url).outcome { #expect(!reason.contains("hunter2")) }
  }

  // MARK: Invalid input

  @Test func hugeURLsAreHandled() {
    let long = String(repeating: "a", count: 100_000)
    let dots = String(repeating: "../", count: 33_000)
    let urls = [
      "https://example.org/" + long, "https://\(long).org/", "https://example.org/?" + long,
      "https://example.org/#" + long,
      "https://example.org/" + dots, "https://example.org/?" + String(repeating: "b&a=1&", count: 20_000),
      "https://example.org" + String(repeating: "/", count: 100_000),
      "https://" + String(repeating: "@", count: 100_000),
      "https://" + String(repeating: "ä", count: 50_000) + ".org/",
      "https://" + String(repeating: "\u{301}", count: 2_000),
      "https://" + String(repeating: "a.", count: 50_000), "https://" + String(repeating: "%2e", count: 30_000),
      "https://example.org/" + String(repeating: "%", count: 100_000),
      "https://1" + String(repeating: "0", count: 100_000),
      "https://[" + String(repeating: ":", count: 100_000) + "]/",
      String(repeating: " ", count: 100_000) + "https://a.example",
      "https://example.org/" + String(repeating: ";jsessionid=1", count: 8_000), long, "https:" + long,
      "https://xn--" + String(repeating: "9", count: 4_000) + "ä/",
      "https://example.org/" + String(repeating: "😀", count: 25_000),
    ]
    for url in urls {
      let analysis = LinkAnalyzer().analysis(of: url)
      if let key = analysis.identity?.key { #expect(pageKey(of: key) == key) }
      _ = (warnings(of: url), explain(url), hostAndDomain(of: url), maskingCredentials(in: url))
    }
  }

  @Test func bytesThatAreNotUTF8AreHandled() {
    for bytes in [
      [0xff, 0xfe], Array("https://ex".utf8) + [0xc3] + Array(".org/".utf8),
      Array("https://a.example/".utf8) + [0x80, 0xf0],
    ] {
      let bytes: [UInt8] = bytes
      _ = LinkAnalyzer().analysis(ofUTF8: bytes.span)
    }
    let path: [UInt8] = Array("HTTPS://a.example/".utf8) + [0xff]
    #expect(URLNormalizer().outputForm(ofUTF8: path.span).outcome == .changed("https://a.example/\u{fffd}"))
  }
}
