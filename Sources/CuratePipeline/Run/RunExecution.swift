import CurateCore
import Platform

/// The state of a run: the model and the record so far.
struct RunExecution {
  let plan: Plan
  let isDryRun: Bool
  let isCancelled: @Sendable () -> Bool
  private let recordedLookups: RecordingFileLookup
  var collection: Collection
  var record: RunRecord
  private(set) var resolvedEdits: [ResolvedEdits] = []
  /// The bytes of each document with all edits applied.
  var documents: [[UInt8]] { zip(collection.documents, resolvedEdits).map { $1.apply(to: $0.source) } }
  /// Computed while files are emitted.
  private var account: Future<LinkAccount>?
  private let start = MonotonicTime.now

  /// - Parameter files: looks up files for stages (nil: in the folder of the inputs).
  init(
    plan: Plan, origin: Runner.Origin, collection: Collection, files: (any FileLookup)? = nil, isDryRun: Bool,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.plan = plan
    let folder = InputFolder(of: plan.inputs)
    recordedLookups = RecordingFileLookup(files ?? folder)
    self.isDryRun = isDryRun
    self.collection = collection
    self.collection.ignore(plan.ignores.map(\.ignore))
    self.isCancelled = isCancelled
    record = RunRecord(
      recipePath: plan.recipe.path, recipeName: plan.recipe.name, recipe: plan.recipe.bytes,
      arguments: origin.arguments, curateVersion: origin.curateVersion, suffixDataVersion: origin.suffixDataVersion,
      startedAt: CurrentTime.millisecondsSince1970)
    record.inputFolder = folder.path.map { Path.relative($0, to: Path.absolute(plan.recipe.folder)) }
  }

  private var firstEmitting: Int { plan.steps.firstIndex { $0.manual.emits } ?? plan.steps.count }

  /// Runs the stages that transform, resolves their edits, and starts to account for every link.
  mutating func transform(observer: (any RunObserver)?) throws(RunError) {
    for index in 0..<firstEmitting { try runStep(index, sink: NoOutputs(), observer: observer) }
    reviewIgnores(isDone: false)
    resolvedEdits = collection.resolveEdits()
    record.resolvedEdits = resolvedEdits
    let account = Future { [collection, resolvedEdits] in LinkAccount(of: collection, resolvedEdits: resolvedEdits) }
    // For a small list, the account is computed in parallel with emitting. For a large one, that would need the memory
    // of a second list.
    if Heap.isLarge(bytes: collection.documents.reduce(0) { $0 + $1.source.count }) { try check(account.value) }
    self.account = account
  }

  /// Runs the stages that emit. Their files are published only if every input link is accounted for.
  mutating func emit(to sink: any RunSink, observer: (any RunObserver)?) throws(RunError) {
    for index in firstEmitting..<plan.steps.count {
      let edits = collection.journal.edits.count
      try runStep(index, sink: sink, observer: observer)
      guard collection.journal.edits.count == edits else {
        throw .emitterChangedModel(id: plan.steps[index].id)
      }
    }
    record.missingFiles = recordedLookups.missing
    reviewIgnores(isDone: true)
    try checkLimits()
    if isCancelled() { throw .interrupted }
    if let account { try check(account.value) }
  }

  /// Records the duration and the number of links, also for a run that fails.
  mutating func stopClock() {
    record.milliseconds = MonotonicTime.now.milliseconds(since: start)
    record.links = collection.links.count
  }

  func result(number: Int64?) -> RunResult {
    var record = record
    if record.milliseconds == 0 { record.milliseconds = MonotonicTime.now.milliseconds(since: start) }
    let changedLines = zip(collection.documents, resolvedEdits).map { $1.changedLines(in: $0) }
    return RunResult(
      collection: collection, resolvedEdits: resolvedEdits, changedLines: changedLines,
      record: record, number: number)
  }

  private mutating func runStep(_ index: Int, sink: any RunSink, observer: (any RunObserver)?) throws(RunError) {
    if isCancelled() { throw .interrupted }
    let step = plan.steps[index]
    let start = StepCounts.Start(collection, countsLinks: !step.use.limits.isEmpty)
    let files = sink.fileNames.count
    let clock = MonotonicTime.now
    let skipped = try runStage(of: step, sink: sink, progress: observer?.progress)
    let milliseconds = MonotonicTime.now.milliseconds(since: clock)
    if skipped == nil { try checkTimeout(of: step, milliseconds: milliseconds) }
    let counts = StepCounts(since: start, in: collection)
    try check(step.use.limits, of: step, counts: counts, start: start)
    let summary =
      skipped.map { "skipped: \($0.reason)" } ?? collection.journal.summary
      ?? Self.summary(of: sink.fileNames.dropFirst(files)) ?? counts.summary
    let stage = counts.record(id: step.id, uses: step.use.uses.value, milliseconds: milliseconds, summary: summary)
    record.stages.append(stage)
    observer?.stepFinished(stage, number: index + 1, of: plan.steps.count, collection: collection)
  }

  /// Runs one stage.
  ///
  /// - Returns: the error of a stage with `on-error: skip`; its changes and files are discarded.
  private mutating func runStage(
    of step: PlannedStage, sink: any RunSink, progress: StageContext.Progress?
  ) throws(RunError) -> StageError? {
    // Copy-on-write: costs only if the stage changes the model, and is made only for `on-error: skip`.
    let untouched = step.use.onError == .skip ? collection : nil
    let files = sink.fileNames.count
    collection.begin(stage: step.id)
    do throws(StageError) {
      let context = StageContext(
        recipe: plan.recipe.name, recipeFile: Path.name(of: plan.recipe.path), outputs: sink, files: recordedLookups,
        progress: progress, timeout: step.use.timeout?.value, isDryRun: isDryRun, isCancelled: isCancelled)
      try step.stage.run(on: &collection, in: context)
      return nil
    } catch {
      if isCancelled() { throw .interrupted }
      if let failure = sink.failure { throw failure }
      guard let untouched else { throw .stageFailed(id: step.id, error) }
      collection = untouched
      collection.begin(stage: step.id)
      sink.dropFiles(after: files)
      return error
    }
  }

  private static func summary(of files: ArraySlice<String>) -> String? {
    files.count > 1 ? files.count.pluralized("file") : files.first
  }

  private func checkTimeout(of step: PlannedStage, milliseconds: Double) throws(RunError) {
    guard let limit = step.use.timeout?.value, milliseconds > Double(limit) else { return }
    throw .timedOut(id: step.id, milliseconds: Int(milliseconds), limit: limit)
  }
}

// MARK: - Accounting for links

extension RunExecution {
  /// Throws if a link was lost or is unexplained.
  func check(_ account: LinkAccount) throws(RunError) {
    guard !account.isBalanced else { return }
    throw .unbalanced(
      account.missing.map { imbalance($0, isMissing: true) }
        + account.unexplained.map { imbalance($0, isMissing: false) })
  }

  private func imbalance(_ found: LinkAccount.Discrepancy, isMissing: Bool) -> RunError.Imbalance {
    RunError.Imbalance(
      document: plan.inputs[found.document.index].path, line: found.line, url: found.url, isMissing: isMissing,
      stage: lastStage(around: found))
  }

  /// The stage that last rewrote the line of a missing link, or whose replacement contains an unexplained link.
  private func lastStage(around found: LinkAccount.Discrepancy) -> String? {
    let document = collection[found.document]
    let edit = collection.journal.edits.last { edit in
      guard edit.document == found.document else { return false }
      guard let line = found.line else { return String(decoding: edit.replacement, as: UTF8.self).contains(found.url) }
      let lines = document.line(at: edit.range.lowerBound)...document.line(at: edit.range.upperBound)
      return lines.contains(line)
    }
    return edit.map { collection.journal.events[$0.event].stage }
  }
}

// MARK: - Limits

extension RunExecution {
  /// Throws if a stage exceeded one of its limits.
  func check(_ limits: [Limit], of step: PlannedStage, counts: StepCounts, start: StepCounts.Start) throws(RunError) {
    for limit in limits { try check(limit, id: step.id, counts: counts, start: start) }
  }

  /// Throws if the run exceeded one of the limits of the recipe.
  func checkLimits() throws(RunError) {
    guard !plan.recipe.limits.isEmpty else { return }
    let start = StepCounts.Start(ofRun: collection)
    let counts = StepCounts(since: start, in: collection)
    for limit in plan.recipe.limits { try check(limit, id: nil, counts: counts, start: start) }
  }

  private func check(_ limit: Limit, id: String?, counts: StepCounts, start: StepCounts.Start) throws(RunError) {
    let (actual, total) = measure(limit, counts, start)
    guard limit.allows(actual, of: total) else { throw .limitBroken(id: id, limit, actual: actual, of: total) }
  }

  /// The number that a limit restricts, and the total that a percentage refers to.
  private func measure(_ limit: Limit, _ counts: StepCounts, _ start: StepCounts.Start) -> (actual: Int, total: Int) {
    switch limit.measure {
    case .removed: (counts.removed + counts.merged, start.entries)
    case .merged: (counts.merged, start.entries)
    case .changed: (counts.changed, start.links)
    case .edits: (counts.edits, 0)
    case .findings: (limit.rule.map { findings(of: $0, since: start) } ?? counts.findings, 0)
    case .links: (collection.links.count { $0.fate.isPresent } + counts.added, start.links)
    }
  }

  private func findings(of rule: RuleID, since start: StepCounts.Start) -> Int {
    let pattern = RulePattern(rule)
    return collection.journal.findings[start.findings...].count { finding in
      pattern.matches(stage: finding.stage, uses: plan.stageNames[finding.stage], rule: finding.rule)
    }
  }
}
