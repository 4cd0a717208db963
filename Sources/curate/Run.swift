import CurateCore
import CuratePipeline
import CuratePlugins
import LinkIdentity
import Platform

/// A run as it was asked for; `RunCommand` says what each of its parts means.
///
/// It can be made without the parser, which needs a millisecond to find out what `curate RECIPE` means: the twentieth part
/// of a run over a list of 1,000 links.
struct Run {
  var recipe: String
  var files: [String] = []
  var check = false
  var diff = false
  var dryRun = false
  var write = false
  var quiet = false
  var json = false
  var output: String?
  var noHistory = false
  var only: [String] = []
  var skip: [String] = []
  var set: [String] = []
  var trust = PluginCatalog.Trust.pinned(developed: [])
  var record: String?
  var failOn: FailOn?
  var onlyRule: [String] = []
  var changedSince: String?
  var baseline: String?
  var writeBaseline: String?
  var format: String?
  var sarif: String?
  var markdown = false
  var color: String?

  /// `curate RECIPE`
  init(recipe: String) { self.recipe = recipe }

  enum FailOn: String, CaseIterable {
    case error, warning, never
  }

  /// What the history keeps about how this process was started.
  static var origin: Runner.Origin {
    Runner.Origin(
      arguments: Array(CommandLine.arguments.dropFirst()), curateVersion: Curate.version,
      suffixDataVersion: suffixDataVersion())
  }

  /// Whether the arguments name lists, not a recipe.
  var isBuiltIn: Bool { Self.isMarkdown(recipe) }
  /// The lists that are named instead of a recipe's own.
  var lists: [String] { isBuiltIn ? [recipe] + files : files }
  var writesNothing: Bool { check || diff || dryRun || writeBaseline != nil || (isBuiltIn && !write) }

  func run() throws {
    try checkArguments()
    let plan = try makePlan()
    Cancellation.install()
    let selection = try makeSelection(plan)
    let history = plan.output.map { HistoryRecorder(folder: $0) }
    defer { history?.close() }
    let keepsHistory = !noHistory && !writesNothing
    // A run that writes with a history does this itself, under its lock.
    if !keepsHistory { try OutputFolder.recover(plan.publicationFolder, history: history) }
    let reporter = try makeReporter(plan)
    let runner = Runner(plan, recorder: keepsHistory ? history : nil, origin: Self.origin)
    let result: RunResult
    do throws(RunError) {
      result = try runner.run(mode: writesNothing ? .dryRun : .write, observer: reporter)
    } catch {
      throw CommandFailure.run(error)
    }
    try report(result, plan: plan, selection: selection, reporter: reporter)
    history?.close()
    // The process ends with the model as it is: to give back all of its parts takes as long as to read a list.
    withExtendedLifetime(result) { CurrentProcess.exit(0) }
  }
}
