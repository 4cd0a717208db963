import Testing

@testable import LinkIdentity

@Suite struct ExampleTests {
  @Test(arguments: [
    ("https://arxiv.org/pdf/1905.13405v2.pdf", "arxiv:1905.13405"),
    ("http://arxiv.org/abs/math/0309136", "arxiv:math/0309136"),
    ("https://arxiv.org/ftp/arxiv/papers/1905/1905.13405.pdf", "arxiv:1905.13405"),
    ("https://www.github.com/Owner/Repo.git", "github:owner/repo"),
    ("https://youtu.be/dQw4w9WgXcQ?t=9", "youtube:dQw4w9WgXcQ"),
    ("https://link.springer.com/article/10.1007/s00041-020-09740-8", "doi:10.1007/s00041-020-09740-8"),
  ])
  func work(url: String, id: String) {
    #expect(Identity(of: url)?.work?.description == id)
  }

  @Test(arguments: [
    ("http://www.Example.org:80/a/../b/index.html?utm_source=x&b=2&a=1#readme", "example.org/b?a=1&b=2"),
    ("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa&sa=D", "example.org/a"),
  ])
  func key(url: String, key: String) {
    #expect(Identity(of: url)?.key == key)
    #expect(pageKey(of: key) == key)
  }

  @Test func output() {
    let form = URLNormalizer().outputForm(of: "HTTP://Example.org:80/a/../b?fbclid=1&x=%7e")
    #expect(form.outcome == .changed("http://example.org/b?x=%7E"))
    #expect(
      form.rules
        == [
          "lower-case-scheme", "lower-case-host", "drop-default-port", "resolve-dot-segments", "strip-click-id",
        ])
    #expect(URLNormalizer().outputForm(of: "https://example.org").outcome == .unchanged)
  }

  @Test func labels() {
    let labels = Labeler().labels(of: "https://www.math.ethz.ch/~someone/")
    #expect(labels.hostClass == .university)
    #expect(labels.hostClassRule == "university:ethz.ch")
    #expect(labels.category == .person)
    #expect(labels.institution.contains("ETH"))
    #expect(hostAndDomain(of: "https://www.cl.cam.ac.uk/x").domain == "cam.ac.uk")
  }
}
