import CurateCore
import Platform

/// The checks of a self-test. Each runs one or more exchanges with the plugin.
struct SelfTestChecks {
  /// Why a check failed.
  struct Fault {
    var message: String
    var errorLines: [String] = []
  }

  private typealias Outcome = Exchange.Outcome
  private let plugin: Plugin
  private let limits: TimeLimits
  private let isCancelled: @Sendable () -> Bool

  init(_ test: SelfTest) {
    plugin = test.plugin
    limits = test.limits
    isCancelled = test.isCancelled
  }

  /// Runs one exchange about sample inputs.
  func fault(on inputs: [Input], isLaterVersion: Bool = false) -> Fault? {
    fault(of: exchange(about: inputs, isLaterVersion: isLaterVersion))
  }

  /// Sets an option to each of its limits, and all others to their defaults.
  ///
  /// A plugin may reject a string that it cannot use, such as an invalid pattern or date, with an `error` message.
  func fault(atLimitsOf option: OptionDeclaration, on inputs: [Input]) -> Fault? {
    for value in option.type.limits {
      let outcome = exchange(about: inputs, with: [option.name: value])
      if case .failure(.reportedError) = outcome.result, option.type.holdsStrings { continue }
      if var fault = fault(of: outcome) {
        let text = value.text.count > 60 ? value.text.prefix(60) + "…" : value.text
        fault.message = "\(option.name): \(text): \(fault.message)"
        return fault
      }
    }
    return nil
  }

  /// Runs the same exchange three times, the last time in a dry run.
  func difference(on inputs: [Input]) -> Fault? {
    let outcomes = [false, false, true].map { exchange(about: inputs, isDryRun: $0) }
    for outcome in outcomes { if let fault = fault(of: outcome) { return fault } }
    let verdicts = outcomes.map { (try? $0.result.get())?.sorted }
    if verdicts[1] != verdicts[0] {
      return Fault(message: "equal items got different verdicts; set 'deterministic: false'")
    }
    return verdicts[2] == verdicts[0] ? nil : Fault(message: "a dry run got different verdicts than a run")
  }

  /// Closes the input without sending `end`, as when curate is killed. The plugin must then exit on its own.
  func faultWithoutEnd() -> Fault? {
    if let obstacle = plugin.launch.obstacle { return Fault(message: PluginMessages.message(for: obstacle)) }
    let child: ChildProcess
    do throws(PluginFailure) { child = try ChildProcess(plugin.launch) } catch {
      return Fault(message: PluginMessages.message(for: error))
    }
    let hello = stage(with: [:]).hello(isDryRun: false)
    // A pipe has room for all of it, so one write is enough. The plugin need not read it.
    _ = hello.withUnsafeBufferPointer { child.pipes.write($0) }
    child.pipes.closeInput()
    let limit = MonotonicTime.now + limits.ready
    while child.ending == nil, MonotonicTime.now < limit, !isCancelled() { child.ended.wait(milliseconds: 100) }
    let hasEnded = child.ending != nil
    child.kill()
    child.ended.wait()
    return hasEnded
      ? nil
      : Fault(
        message: "the plugin still ran \(limits.ready / 1000) s after its input had ended; exit at the end of the input"
      )
  }

  private func exchange(
    about inputs: [Input], with values: [String: OptionValue] = [:], isDryRun: Bool = false,
    isLaterVersion: Bool = false
  ) -> Outcome {
    var collection = Collection(inputs)
    do throws(StageError) { try collection.parse() } catch {
      return Outcome(result: .failure(.reportedError("the sample cannot be parsed")), errorLines: [])
    }
    let manifest = plugin.manifest
    if !manifest.reads.isDisjoint(with: ItemField.identities) { collection.identifyAll() }
    var items = ItemList(collection, for: manifest)
    items.isLaterVersion = isLaterVersion
    return Exchange.run(
      plugin.launch, hello: stage(with: values).hello(isDryRun: isDryRun, isLaterVersion: isLaterVersion),
      items: ItemWriter(items), permissions: Permissions(manifest), limits: limits, observer: nil,
      isCancelled: isCancelled)
  }

  private func stage(with values: [String: OptionValue]) -> PluginStage {
    PluginStage(plugin, values: plugin.manifest.options.map { ($0.name, values[$0.name] ?? $0.defaultValue) })
  }

  private func fault(of outcome: Outcome) -> Fault? {
    guard case .failure(let failure) = outcome.result else { return nil }
    return Fault(message: PluginMessages.message(for: failure), errorLines: outcome.errorLines)
  }
}

extension PluginResponse {
  /// The response in the order of the items, so that two responses can be compared.
  fileprivate var sorted: Sorted {
    Sorted(
      decisions: decisions.sorted { $0.n < $1.n }.map { Sorted.Element(n: $0.n, content: $0.verdict) },
      findings: findings.enumerated().sorted { ($0.element.n, $0.offset) < ($1.element.n, $1.offset) }
        .map { Sorted.Element(n: $0.element.n, content: $0.element.finding) },
      additions: additions.enumerated().sorted { ($0.element.n, $0.offset) < ($1.element.n, $1.offset) }
        .map { Sorted.Element(n: $0.element.n, content: $0.element.addition) })
  }

  fileprivate struct Sorted: Equatable {
    struct Element<Content: Equatable>: Equatable {
      var n: Int
      var content: Content
    }
    var decisions: [Element<Verdict>]
    var findings: [Element<PluginFinding>]
    var additions: [Element<Addition>]
  }
}
