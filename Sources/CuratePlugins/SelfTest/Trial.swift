import CurateCore
import Platform

/// Talks with a plugin, one talk for each thing that is to be known of it.
struct Trial {
  /// What went wrong in a talk.
  struct Fault {
    var sentence: String
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

  func fault(on inputs: [Input], isLaterVersion: Bool = false) -> Fault? {
    fault(of: talk(about: inputs, isLaterVersion: isLaterVersion))
  }

  /// Sets an option to each of its extreme values, the others to their defaults.
  ///
  /// A text may be none that the plugin can use (a pattern, a date); then it says so and gives up.
  func fault(atLimitsOf option: OptionDeclaration, on inputs: [Input]) -> Fault? {
    for value in option.type.extremes {
      let outcome = talk(about: inputs, with: [option.name: value])
      if case .failure(.saidError) = outcome.result, option.type.holdsText { continue }
      if var fault = fault(of: outcome) {
        let text = value.text.count > 60 ? value.text.prefix(60) + "…" : value.text
        fault.sentence = "\(option.name): \(text): \(fault.sentence)"
        return fault
      }
    }
    return nil
  }

  /// Asks three times, the last time in a dry run.
  func difference(on inputs: [Input]) -> Fault? {
    let outcomes = [false, false, true].map { talk(about: inputs, isDryRun: $0) }
    for outcome in outcomes { if let fault = fault(of: outcome) { return fault } }
    let verdicts = outcomes.map { (try? $0.result.get())?.sorted }
    if verdicts[1] != verdicts[0] {
      return Fault(sentence: "equal items got other verdicts; say 'deterministic: false'")
    }
    return verdicts[2] == verdicts[0] ? nil : Fault(sentence: "a dry run got other verdicts than a run")
  }

  /// Closes the input without an `end`, as it happens when curate is killed: nobody is left to end the plugin then.
  func faultWithoutEnd() -> Fault? {
    if let obstacle = plugin.launch.obstacle { return Fault(sentence: PluginMessages.sentence(for: obstacle)) }
    let child: ChildProcess
    do throws(PluginFailure) { child = try ChildProcess(plugin.launch) } catch {
      return Fault(sentence: PluginMessages.sentence(for: error))
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
        sentence: "it still ran \(limits.ready / 1000) s after its input had ended; stop when there is no line left")
  }

  private func talk(
    about inputs: [Input], with values: [String: OptionValue] = [:], isDryRun: Bool = false,
    isLaterVersion: Bool = false
  ) -> Outcome {
    var collection = Collection(inputs)
    do throws(StageError) { try collection.parse() } catch {
      return Outcome(result: .failure(.saidError("the sample cannot be parsed")), errorLines: [])
    }
    let manifest = plugin.manifest
    if !manifest.reads.isDisjoint(with: ItemField.identities) { collection.identifyAll() }
    var items = ItemList(collection, for: manifest)
    items.isLaterVersion = isLaterVersion
    return Exchange.run(
      plugin.launch, hello: stage(with: values).hello(isDryRun: isDryRun, isLaterVersion: isLaterVersion),
      items: ItemWriter(items), rights: Rights(manifest), limits: limits, record: nil, isCancelled: isCancelled)
  }

  private func stage(with values: [String: OptionValue]) -> PluginStage {
    PluginStage(plugin, values: plugin.manifest.options.map { ($0.name, values[$0.name] ?? $0.defaultValue) })
  }

  private func fault(of outcome: Outcome) -> Fault? {
    guard case .failure(let failure) = outcome.result else { return nil }
    return Fault(sentence: PluginMessages.sentence(for: failure), errorLines: outcome.errorLines)
  }
}

extension Ledger {
  /// What was said, in the order of the items.
  fileprivate var sorted: Sorted {
    Sorted(
      decisions: decisions.sorted { $0.n < $1.n }.map { Sorted.Said(n: $0.n, what: $0.verdict) },
      remarks: remarks.enumerated().sorted { ($0.element.n, $0.offset) < ($1.element.n, $1.offset) }
        .map { Sorted.Said(n: $0.element.n, what: $0.element.remark) },
      additions: additions.enumerated().sorted { ($0.element.n, $0.offset) < ($1.element.n, $1.offset) }
        .map { Sorted.Said(n: $0.element.n, what: $0.element.addition) })
  }

  fileprivate struct Sorted: Equatable {
    struct Said<What: Equatable>: Equatable {
      var n: Int
      var what: What
    }
    var decisions: [Said<Verdict>]
    var remarks: [Said<Remark>]
    var additions: [Said<Addition>]
  }
}
