import LinkIdentity
import Testing

/// The labels of many page keys are those of the single URLs.
struct LabelCollectorTests {
  private static let urls = [
    "https://arxiv.org/abs/1905.13405", "http://www.arxiv.org/pdf/1905.13405v2.pdf", "https://github.com/tea/kettle",
    "https://github.com/tea/kettle/blob/main/README.md", "https://github.com/tea", "https://kettle.github.io/pot/",
    "https://cs231n.stanford.edu/", "https://www.stanford.edu", "https://web.stanford.edu/~tea/papers/leaf.pdf",
    "https://doi.org/10.1007/978-1-4842-2845-6", "https://doi.org/10.1007/978-1-4842-2845-6_3",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=9", "https://de.wikipedia.org/wiki/Tee",
    "https://[::1]:8080/a/b?c=/d",
    "http://192.168.0.1/slides/talk.pdf", "https://tea.example:8443/blog/2019/06/leaf?x=1#/page",
    "https://tea.example/?q=a/b",
    "https://tea.example/#!/leaf", "https://docs.tea.example/course/lecture1.pdf",
    "https://tea.example/index.html#Brewing",
    "https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F1905.13405", "https://tea.example/a%2Fb/%7Euser/",
    "mailto:me@tea.example", "leaf.md", "#leaf", "data:image/png;base64,AA", "https://[broken", "",
  ]
  private static let rules = [
    LabelRule(host: "tea.example", path: "/blog", hostClass: .personal, category: .blog, site: "Tea")
  ]

  @Test(arguments: [false, true], [[], rules]) func keysHaveAllThatRulesMatch(isImage: Bool, rules: [LabelRule]) {
    let labeler = Labeler(overrides: rules)
    var collector = LabelCollector(labeler)
    for url in Self.urls + Self.urls.reversed() {
      for heading in ["", "Lectures", "Books and slides"] {
        let identity = Identity(of: url)
        let place =
          identity.map {
            let page = $0.fragment.isEmpty ? $0.key : $0.key + "#" + $0.fragment
            return collector.place(ofKey: page.utf8Span.span, work: $0.work, isImage: isImage, heading: heading)
          } ?? collector.place(ofURL: url.utf8Span.span, isImage: isImage, heading: heading)
        #expect(collector.distinct[place] == labeler.labels(of: url, isImage: isImage, heading: heading), "\(url)")
      }
    }
    #expect(rules.isEmpty ? Set(collector.distinct).count == collector.distinct.count : true)
  }
}
