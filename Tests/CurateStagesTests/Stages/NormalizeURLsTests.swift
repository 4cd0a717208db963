import CurateCore
import CurateStages
import Testing

struct NormalizeURLsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var input: String
    var output: String
    var options = "{}"
    var rules: [String] = []
    var findings: [String] = []
    var testDescription: String { input }
  }

  static let cases = [
    Case(input: "[A](HTTPS://A.Example:443/X)", output: "[A](https://a.example/X)", rules: ["drop-default-port"]),
    Case(input: "https://A.example/x.", output: "https://a.example/x.", rules: ["lower-case-host"]),
    Case(
      input: "[A](https://a.example/?fbclid=1&q=2)", output: "[A](https://a.example/?q=2)", rules: ["strip-click-id"]),
    Case(input: "[A](https://a.example/x/../y)", output: "[A](https://a.example/y)", rules: ["resolve-dot-segments"]),
    Case(
      input: "<a href=\"http://A.example\">A</a>", output: "<a href=\"http://a.example/\">A</a>",
      rules: ["lower-case-host"]),
    Case(
      input: "[A][a] [B][a]\n\n[a]: <http://A.example/> 't'", output: "[A][a] [B][a]\n\n[a]: <http://a.example/> 't'",
      rules: ["lower-case-host", "lower-case-host"]),
    Case(
      input: "[A](http://a.example)", output: "[A](https://a.example/)", options: "{https: all}",
      rules: ["upgrade-to-https"]),
    Case(
      input: "[A](https://a.example/?utm_source=x&utm_medium=y)",
      output: "[A](https://a.example/?utm_source=x&utm_medium=y)",
      findings: ["utm-parameters"]),
    Case(
      input: "[A](https://a.example/?utm_source=x&b=1)", output: "[A](https://a.example/?b=1)",
      options: "{strip-utm: true}",
      rules: ["strip-utm"]),
    Case(
      input: "[A](https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fb)", output: "[A](https://a.example/b)",
      options: "{unwrap-redirectors: true}", rules: ["unwrap-redirector"]),
    Case(
      input: "[A](https://arxiv.org/pdf/1905.13405v2)", output: "[A](https://arxiv.org/abs/1905.13405v2)",
      options: "{arxiv-abstracts: true}", rules: ["arxiv-abstract"]),
    Case(
      input: "https://youtu.be/abcdefghijk", output: "https://www.youtube.com/watch?v=abcdefghijk",
      options: "{youtube-watch: true}", rules: ["youtube-watch"]),
    Case(
      input: "[A](http://dx.doi.org/10.1000/182)", output: "[A](https://doi.org/10.1000/182)",
      options: "{doi-resolver: true}",
      rules: ["doi-resolver"]),
    Case(
      input: "[A](https://a.example/#:~:text=b)", output: "[A](https://a.example/)",
      options: "{drop-text-fragments: true}",
      rules: ["drop-text-fragment"]),
    Case(input: "[A](http://[::1)", output: "[A](http://[::1)", findings: ["invalid-url"]),
    Case(input: "[A](http://a.example:99999/)", output: "[A](http://a.example:99999/)", findings: ["invalid-url"]),
    Case(
      input: "[A](mailto:A@B.example) [B](Other.md) [C](#Part)",
      output: "[A](mailto:A@B.example) [B](Other.md) [C](#Part)"),
    Case(
      input: "[A](https://a.example/a//b/index.html?z=1&a=2#F)",
      output: "[A](https://a.example/a//b/index.html?z=1&a=2#F)"),
    Case(
      input: "https://A.example/x(y&fbclid=1", output: "https://a.example/x(y&fbclid=1", rules: ["lower-case-host"]),
    Case(
      input: "[A](https://A.example/?fbclid=1)", output: "[A](https://a.example/)", rules: ["strip-click-id"]),
  ]

  @Test(arguments: cases) func outputForm(_ item: Case) throws {
    let trial = try StageTrial("normalize-urls", options: item.options, item.input + "\n")
    #expect(trial.output == item.output + "\n")
    #expect(trial.collection.journal.events.map(\.rule) == item.rules)
    #expect(trial.rules == item.findings, "\(trial.lines)")
    #expect(try StageTrial("normalize-urls", options: item.options, trial.output).edits.isEmpty)
  }

  @Test(arguments: [
    (
      "HTTPS://A.Example:443/x/../y?fbclid=1&q=2&gclid=3", "{}",
      "scheme in lower case; host in lower case; port 443 is the default of https; '.' and '..' of the path resolved; "
        + "drops the click ids fbclid, gclid"
    ),
    ("http://a.example:80/?q=1&fbclid=1#?x", "{}", "port 80 is the default of http; drops the click id fbclid"),
    (
      "https://a.example/?utm_source=x&utm_medium=y", "{strip-utm: true}",
      "drops the campaign parameters utm_source, utm_medium"
    ),
    (
      "https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fb", "{unwrap-redirectors: true}",
      "www.google.com only redirects to it"
    ),
    ("http://a.example/", "{https: all}", "https in place of http"),
    ("https://arxiv.org/pdf/1905.13405v2", "{arxiv-abstracts: true}", "the abstract in place of the PDF"),
    ("https://youtu.be/abcdefghijk", "{youtube-watch: true}", "the full address in place of the short one"),
    ("https://dx.doi.org/10.1000/182", "{doi-resolver: true}", "https://doi.org resolves DOIs"),
    ("https://a.example/#:~:text=b", "{drop-text-fragments: true}", "drops the text fragment"),
  ])
  func reasonsNameTheChanges(url: String, options: String, reason: String) throws {
    let trial = try StageTrial("normalize-urls", options: options, "[A](\(url))\n")
    #expect(trial.collection.journal.events.map(\.reason) == [reason])
  }

  /// The manual has every rule of a change.
  @Test func rulesAreInTheManual() throws {
    let known = try #require(StageCatalog.builtIn["normalize-urls"]).manual.rules.map(\.id)
    #expect(Set(Self.cases.flatMap { $0.rules + $0.findings }).isSubset(of: known))
  }

  /// Without the click id the URL would end in punctuation, which does not belong to a bare URL.
  @Test func aURLThatCannotBeBareIsNotChanged() throws {
    let text = "See https://a.example/?q=x.&fbclid=1 and [this](https://a.example/?q=x.&fbclid=1)\n"
    let trial = try StageTrial("normalize-urls", text)
    #expect(trial.output == "See https://a.example/?q=x.&fbclid=1 and [this](https://a.example/?q=x.)\n")
    #expect(trial.rules == ["url-kept"])
    #expect(trial.collection.links.map(\.fate) == [.kept, .changed])
  }
}
