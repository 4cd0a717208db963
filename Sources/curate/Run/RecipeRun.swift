import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages
import LinkIdentity
import Platform

/// One execution of `curate run`: makes the plan, runs it, prints the results, and decides whether the run failed.
struct RecipeRun {
  let options: RunOptions

  init(_ options: RunOptions) { self.options = options }

  /// The arguments and versions of this process, for the history.
  static var origin: Runner.Origin {
    Runner.Origin(
      arguments: Array(CommandLine.arguments.dropFirst()), curateVersion: Curate.version,
      suffixDataVersion: suffixDataVersion())
  }

  func run() throws {
    try options.validate()
    let plan = try makePlan()
    Cancellation.install()
    let selection = try makeSelection(plan)
    let history = plan.output.map { LazyHistoryStore(folder: $0) }
    defer { history?.close() }
    let keepsHistory = !options.noHistory && !options.writesNothing
    // A run that writes with a history recovers the folder itself, under its lock.
    if !keepsHistory { try OutputFolder.recover(plan.publicationFolder, history: history) }
    let reporter = try makeReporter(plan)
    let runner = Runner(
      plan, recorder: keepsHistory ? history : nil, origin: Self.origin, isCancelled: { Cancellation.isRequested })
    let result: RunResult
    do throws(RunError) {
      result = try runner.run(mode: options.writesNothing ? .dryRun : .write, observer: reporter)
    } catch {
      throw CommandFailure.run(error)
    }
    try report(result, plan: plan, selection: selection, reporter: reporter)
    history?.close()
    // Exits without deallocating the model, because that takes as long as reading a list.
    withExtendedLifetime(result) { CurrentProcess.exit(0) }
  }
}

extension RecipeRun {
  private func makePlan() throws -> Plan {
    let today = try SourceDate.day()
    let record = try exchangeRecord()
    do throws(RecipeErrors) {
      let loaded = options.isBuiltIn ? try Recipe.builtIn() : try Recipe.load(path: options.recipe)
      return try Plan(
        loaded, catalog: try PluginCatalog.trusted(for: loaded, trust: options.trust, record: record),
        request: Plan.Request(
          inputs: options.lists, output: options.output, only: options.only, skip: options.skip,
          settings: options.set, today: today))
    } catch {
      throw CommandFailure.recipe(error)
    }
  }

  private func exchangeRecord() throws -> ExchangeRecorder? {
    guard let record = options.record else { return nil }
    do throws(ExchangeRecorder.RecordingFailure) { return try ExchangeRecorder(path: record) } catch {
      throw CommandFailure.run(.cannotWrite(path: error.path, code: error.code))
    }
  }

  /// Returns nil if all changes and findings count.
  private func makeSelection(_ plan: Plan) throws(CommandFailure) -> NoticeSelection? {
    guard !options.onlyRule.isEmpty || options.changedSince != nil || options.baseline != nil else { return nil }
    return try NoticeSelection(
      onlyRules: options.onlyRule, changedSince: options.changedSince, baseline: options.baseline, plan: plan)
  }

  private func makeReporter(_ plan: Plan) throws(CommandFailure) -> RunReporter {
    let isAlone = if case .summary = try options.standardOutput { !options.check } else { false }
    let stream: StandardStream = isAlone ? .output : .error
    return RunReporter(
      plan: plan, isShown: !options.quiet && !options.json, stream: stream,
      isColored: Terminal.hasColor(stream, try options.colorChoice))
  }
}

extension RecipeRun {
  private func report(
    _ result: RunResult, plan: Plan, selection: NoticeSelection?, reporter: RunReporter
  ) throws {
    let standardOutput = try options.standardOutput
    let all = options.needsNotices ? result.notices(plan: plan) : []
    let selected = selection?.select(all, of: plan) ?? (notices: all, hint: nil)
    let notices = selected.notices
    let wroteFiles = !options.writesNothing
    let isColored = Terminal.hasColor(.output, try options.colorChoice)
    switch standardOutput {
    case .summary: break
    case .diff: DiffPrinter.print(result, plan: plan, isColored: isColored)
    case .json: RunJSON.print(result, plan: plan, wroteFiles: wroteFiles)
    case .markdown:
      let summary = PullRequestSummary(result, notices: notices, wroteFiles: wroteFiles)
      Terminal.write(Array(summary.text.utf8), to: .output)
    case .notices(let format):
      Terminal.write(format.bytes(of: notices, plan: plan, isColored: isColored), to: .output)
    }
    reporter.finish(result, wroteFiles: wroteFiles)
    if let hint = selected.hint, !options.quiet { Terminal.printError(hint) }
    try write(notices, plan: plan)
    if options.writeBaseline == nil, fails(notices, result, isSelected: selection != nil) {
      throw CommandFailure.checkFailed
    }
  }

  /// Writes the files of `--sarif` and `--write-baseline`.
  private func write(_ notices: [Notice], plan: Plan) throws {
    do throws(RunError) {
      if let sarif = options.sarif { try WorkingFile.replace(sarif, with: SARIFLog(notices, plan: plan).bytes) }
      if let path = options.writeBaseline {
        let baseline = Baseline(of: notices, path: path)
        try WorkingFile.replace(path, with: Array(baseline.text.utf8))
        if !options.quiet {
          Terminal.printError(
            "\(notices.count.pluralized("change and finding", "changes and findings")) written → \(path)")
        }
      }
    } catch {
      throw CommandFailure.run(error)
    }
  }

  private func fails(_ notices: [Notice], _ result: RunResult, isSelected: Bool) -> Bool {
    if options.check, isSelected ? notices.contains(where: { $0.kind == .change }) : result.changesAnything {
      return true
    }
    return switch options.failOn ?? (options.check ? .error : .never) {
    case .never: false
    case .warning: notices.contains { $0.kind == .warning || $0.kind == .error }
    case .error: notices.contains { $0.kind == .error }
    }
  }
}
