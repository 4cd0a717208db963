import Testing

@testable import LinkIdentity

@Suite struct ExplanationTests {
  @Test func stepsInOrder() {
    let steps = explain("HTTP://www.Example.org:80/a/../b//index.html?utm_source=x&b=%7e&a=1&fbclid=2#readme")
    #expect(
      steps.output.map(\.rule) == [
        "lower-case-scheme", "lower-case-host", "drop-default-port", "resolve-dot-segments", "strip-click-id",
      ])
    #expect(steps.output.last?.after == "http://www.example.org/b//index.html?utm_source=x&b=%7E&a=1#readme")
    #expect(
      steps.key.map(\.rule) == [
        "drop-scheme-and-user", "strip-device-prefix", "decode-unreserved", "collapse-slashes", "drop-index-page",
        "drop-tracking-parameters", "sort-query", "drop-fragment",
      ])
    #expect(steps.key.last?.after == "example.org/b?a=1&b=~")
    for (step, next) in zip(steps.key, steps.key.dropFirst()) { #expect(step.after == next.before) }
    for (step, next) in zip(steps.output, steps.output.dropFirst()) { #expect(step.after == next.before) }
  }

  @Test func worksAndRelatedWorks() {
    let paper = explain("https://arxiv.org/pdf/1905.13405v2")
    #expect(paper.work.map(\.rule) == ["work:arxiv"])
    #expect(paper.work.map(\.after) == ["arxiv:1905.13405"])
    #expect(explain("https://www.arxiv-vanity.com/papers/1905.13405/").work.map(\.rule) == ["related"])
  }

  @Test func redirectorsAndOptIns() {
    var policy = OutputPolicy()
    policy.unwrapRedirectors = true
    let steps = explain("https://www.google.com/url?q=https%3A%2F%2FExample.org%2F", policy: policy)
    #expect(steps.output.map(\.rule) == ["unwrap-redirector", "lower-case-host"])
    #expect(steps.output.last?.after == "https://example.org/")
  }

  @Test func otherSchemesHaveNoSteps() {
    for url in ["#a", "mailto:a@b.example", "http://"] {
      let steps = explain(url)
      #expect(steps.output.isEmpty && steps.key.isEmpty && steps.work.isEmpty)
    }
  }
}
