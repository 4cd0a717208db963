package import CurateCore

/// Reports problems that a maintainer should look at; changes nothing.
package struct InspectStage: Stage {
  package struct Options: StageOptions {
    package var skip: [RuleName] = []
    package var style: [RuleName] = []
    package init() {}

    package static let specs = [
      OptionSpec<Self>("skip", \.skip, "Rules to disable."),
      OptionSpec<Self>(
        "style", \.style,
        "Style rules to enable: "
          + InspectRule.all.filter { !$0.isEnabledByDefault }.map(\.id).joined(separator: ", ") + "."),
    ]
  }

  /// The id of a rule, as an option takes it.
  package struct RuleName: OptionConvertible {
    package let id: RuleID

    package static var optionType: OptionType { .choice(InspectRule.all.map(\.id)) }

    package init(_ node: ConfigNode) throws(OptionProblems) {
      guard case .scalar(let text, _) = node.content, InspectRule.all.contains(where: { $0.id == text }) else {
        throw OptionProblems(.wrongType(expected: Self.optionType, found: node.found), at: node.span)
      }
      id = text
    }

    package var optionText: String { id }
  }

  package static let manual = StageManual(
    name: "inspect",
    summary: "Reports problems that a maintainer should look at; changes nothing.",
    discussion: """
      Warnings are probably mistakes; notes may be intended. Findings that `dedupe` has reported about a link are not \
      repeated.

      The option `style` enables style rules. Each reports entries that break a convention that at least 80 % of a list \
      or document follow.
      """,
    rules: InspectRule.all.map(\.manual),
    examples: InspectRule.all.flatMap(\.examples))

  private let rules: [InspectRule]
  /// Whether each of `rules` is enabled.
  private let isEnabled: [Bool]

  package init(_ options: Options) { self.init(options, rules: InspectRule.all) }

  init(_ options: Options, rules: [InspectRule]) {
    let style = Set(options.style.map(\.id))
    let skip = Set(options.skip.map(\.id))
    self.rules = rules
    isEnabled = rules.map { ($0.isEnabledByDefault || style.contains($0.id)) && !skip.contains($0.id) }
  }

  package func run(on collection: inout Collection, in context: StageContext) {
    collection.identifyAll()
    let findings = InspectWalk(rules, isEnabled, collection).findings()
    report(findings, in: &collection)
  }

  /// Reports document by document, rule by rule, in the order of places.
  private func report(_ findings: [(rule: Int, finding: InspectFinding)], in collection: inout Collection) {
    let keys = findings.enumerated().map { index, found in
      (found.finding.document, found.rule, found.finding.offset, index)
    }
    for (_, rule, _, index) in keys.sorted(by: <) {
      let finding = findings[index].finding
      collection.report(
        finding.message, rule: rules[rule].id, severity: rules[rule].severity, in: finding.document,
        at: finding.offset, link: finding.link)
    }
  }
}
