public import CurateCore

/// Notes links that still use plain http.
public struct InsecureStage: Stage {
  public struct Options: StageOptions {
    public var severity = Level.note
    public enum Level: String, CaseIterable, OptionConvertible { case note, warning }
    public init() {}
    public static let specs = [
      OptionSpec<Self>("severity", \.severity, "How loudly it is said.")
    ]
  }

  public static let manual = StageManual(
    name: "insecure", summary: "Notes links that still use plain http.",
    rules: [RuleManual("plain-http", "A link uses http.", severity: .note)],
    examples: [
      StageExample(
        "a plain link is noted", input: "- [A](http://a.example/)\n", output: "- [A](http://a.example/)\n",
        findings: ["plain-http"])
    ])

  let options: Options
  public init(_ options: Options) { self.options = options }

  public func run(on collection: inout Collection, in context: StageContext) {
    for link in collection.links where collection.url(of: link.id).hasPrefix("http://") {
      collection.report(
        "uses plain http", rule: "plain-http", severity: options.severity == .note ? .note : .warning, link: link.id)
    }
  }
}
