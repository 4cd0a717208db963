import CurateCore
import CuratePipeline
import Platform

/// Tests whether a plugin follows the protocol, rule by rule.
///
/// Runs the program even if it is not trusted, because the user names the plugin to test.
package struct SelfTest: Sendable {
  let plugin: Plugin
  let limits: TimeLimits
  let isCancelled: @Sendable () -> Bool

  /// - Parameter isCancelled: whether the user has stopped the test.
  package init(
    _ plugin: Plugin, limits: TimeLimits = TimeLimits(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.plugin = plugin
    self.limits = limits
    self.isCancelled = isCancelled
  }

  /// The result of one rule.
  package struct RuleResult: Sendable, Equatable {
    /// The name of the rule: what a correct plugin does.
    package var rule: String
    /// Why the rule does not hold; nil if it holds.
    package var failure: String?
    /// The last lines that the program wrote to standard error, if the rule does not hold.
    package var errorLines: [String] = []

    /// Whether the rule holds.
    package var holds: Bool { failure == nil }
  }

  /// The number of items in the largest test.
  static let many = 10_000

  /// Tests all rules, in order. Stops after the first rule if it fails, and when the user stops the test.
  ///
  /// - Parameter report: receives each result as soon as it is known.
  /// - Returns: whether all rules hold that were tested.
  package func run(_ report: (RuleResult) -> Void) -> Bool {
    var allHold = true
    for rule in rules {
      let result = rule.result()
      report(result)
      allHold = allHold && result.holds
      if isCancelled() || (rule.isFirst && !allHold) { return allHold }
    }
    return allHold
  }

  /// The names of all rules, in the order of testing.
  package var ruleNames: [String] { rules.map(\.name) }

  private struct Rule {
    var name: String
    /// Whether this is the first rule. A plugin that breaks it fails all others too.
    var isFirst = false
    /// Returns why the rule does not hold; nil if it holds.
    var check: () -> SelfTestChecks.Fault?

    func result() -> RuleResult {
      let fault = check()
      return RuleResult(rule: name, failure: fault?.message, errorLines: fault?.errorLines ?? [])
    }
  }

  private var rules: [Rule] {
    let scope = plugin.manifest.scope
    let checks = SelfTestChecks(self)
    let unicode = SelfTestSamples.unicode(scope)
    let before = digest
    var rules = [
      Rule(name: "sends 'ready' and 'done' if there are no items", isFirst: true) {
        checks.fault(on: SelfTestSamples.empty)
      },
      Rule(name: "returns a verdict on one \(scope.rawValue)") {
        checks.fault(on: SelfTestSamples.numbered(1, of: scope))
      },
      Rule(name: "returns one verdict on each of \(Self.many.grouped) \(scope.rawValue)s") {
        checks.fault(on: SelfTestSamples.numbered(Self.many, of: scope))
      },
      Rule(name: "reads Unicode, quotation marks and backslashes") { checks.fault(on: unicode) },
      Rule(name: "reads a line of 1 MiB") { checks.fault(on: SelfTestSamples.long(scope)) },
      Rule(name: "ignores unknown fields and protocol versions") {
        checks.fault(on: unicode, isLaterVersion: true)
      },
    ]
    for option in plugin.manifest.options {
      rules.append(
        Rule(name: "accepts option '\(option.name)' at its limits") { checks.fault(atLimitsOf: option, on: unicode) })
    }
    if plugin.manifest.isDeterministic {
      rules.append(Rule(name: "returns the same verdicts again, also in a dry run") { checks.difference(on: unicode) })
    }
    rules.append(Rule(name: "exits if its input ends early") { checks.faultWithoutEnd() })
    rules.append(
      Rule(name: "does not change its folder") {
        let after = digest
        return before == after
          ? nil : SelfTestChecks.Fault(message: "the files in its folder changed during the self-test")
      })
    return rules
  }

  /// The digest of the plugin's folder; nil if the folder cannot be read or contains a forbidden file.
  private var digest: FolderDigest? { try? FolderDigest(of: plugin.folder, in: Path.folder(of: plugin.folder)) }
}
