package import CurateCore

/// Reports links that use plain http.
package struct InsecureStage: Stage {
  package struct Options: StageOptions {
    package var severity = Level.note
    package enum Level: String, CaseIterable, OptionConvertible { case note, warning }
    package init() {}
    package static let specs = [
      OptionSpec<Self>("severity", \.severity, "The severity of the findings.")
    ]
  }

  package static let manual = StageManual(
    name: "insecure", summary: "Reports links that use plain http.",
    rules: [
      RuleManual("plain-http", "Reports a link that uses http. Not reported for other schemes.", severity: .note)
    ],
    examples: [
      StageExample(
        "a link with plain http", input: "- [A](http://a.example/)\n", output: "- [A](http://a.example/)\n",
        findings: ["plain-http"])
    ])

  let options: Options
  package init(_ options: Options) { self.options = options }

  package func run(on collection: inout Collection, in context: StageContext) {
    for link in collection.links where collection.url(of: link.id).hasPrefix("http://") {
      collection.report(
        "uses plain http", rule: "plain-http", severity: options.severity == .note ? .note : .warning, link: link.id)
    }
  }
}
