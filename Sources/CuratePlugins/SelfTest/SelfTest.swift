import CurateCore
import CuratePipeline
import Platform

/// Drives a plugin through the protocol and says of each rule whether it holds, so that its author needs nothing else.
///
/// It runs the program whether or not it is trusted: who asks for a self-test names the plugin.
public struct SelfTest: Sendable {
  let plugin: Plugin
  let limits: TimeLimits
  let isCancelled: @Sendable () -> Bool

  /// - Parameter isCancelled: whether someone asked for a stop.
  public init(
    _ plugin: Plugin, limits: TimeLimits = TimeLimits(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.plugin = plugin
    self.limits = limits
    self.isCancelled = isCancelled
  }

  /// Whether a rule holds.
  public struct Verdict: Sendable, Equatable {
    /// What the plugin does if it holds.
    public var rule: String
    /// Why it does not hold, as a sentence; nil if it does.
    public var failure: String?
    /// The last lines that the program wrote for people, if the rule does not hold.
    public var errorLines: [String] = []

    public var holds: Bool { failure == nil }
  }

  static let many = 10_000

  /// Tries all rules of the protocol, in order.
  ///
  /// - Parameter report: gets each verdict as soon as it is known.
  /// - Returns: whether all hold. If the first fails, or someone asks for a stop, the others are not tried.
  public func run(_ report: (Verdict) -> Void) -> Bool {
    var isSound = true
    for rule in rules {
      let verdict = rule.verdict()
      report(verdict)
      isSound = isSound && verdict.holds
      if isCancelled() || (rule.isFirst && !isSound) { return isSound }
    }
    return isSound
  }

  /// The names of all rules, in the order in which they are tried.
  public var ruleNames: [String] { rules.map(\.name) }

  private struct Rule {
    var name: String
    /// A plugin that breaks it can do nothing else right.
    var isFirst = false
    /// What is wrong; nil if the rule holds.
    var check: () -> Trial.Fault?

    func verdict() -> Verdict {
      let fault = check()
      return Verdict(rule: name, failure: fault?.sentence, errorLines: fault?.errorLines ?? [])
    }
  }

  private var rules: [Rule] {
    let noun = plugin.manifest.scope.rawValue
    let trial = Trial(self)
    let unicode = SampleLists.unicode(plugin.manifest.scope)
    let before = digest
    var rules = [
      Rule(name: "says ready and done where there is nothing to judge", isFirst: true) {
        trial.fault(on: SampleLists.empty)
      },
      Rule(name: "judges one \(noun)") { trial.fault(on: SampleLists.numbered(1, noun: plugin.manifest.scope)) },
      Rule(name: "judges \(Self.many.grouped) \(noun)s, each once") {
        trial.fault(on: SampleLists.numbered(Self.many, noun: plugin.manifest.scope))
      },
      Rule(name: "reads Unicode, quotation marks and backslashes") { trial.fault(on: unicode) },
      Rule(name: "reads a line of a mebibyte") { trial.fault(on: SampleLists.long(plugin.manifest.scope)) },
      Rule(name: "ignores members and protocols that it does not know") {
        trial.fault(on: unicode, isLaterVersion: true)
      },
    ]
    for option in plugin.manifest.options {
      rules.append(
        Rule(name: "takes option '\(option.name)' at its limits") { trial.fault(atLimitsOf: option, on: unicode) })
    }
    if plugin.manifest.isDeterministic {
      rules.append(Rule(name: "judges alike when asked again, in a dry run too") { trial.difference(on: unicode) })
    }
    rules.append(Rule(name: "ends when its input ends early") { trial.faultWithoutEnd() })
    rules.append(
      Rule(name: "leaves its folder as it is") {
        let after = digest
        return before == after
          ? nil : Trial.Fault(sentence: "its files are not those that were there before the self-test")
      })
    return rules
  }

  /// nil if the folder cannot be read, or holds what no plugin may hold.
  private var digest: FolderDigest? { try? FolderDigest(of: plugin.folder, in: Path.folder(of: plugin.folder)) }
}
