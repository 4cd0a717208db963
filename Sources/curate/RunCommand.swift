import ArgumentParser
import CurateCore
import CuratePipeline
import CurateStages
import Glibc
import LinkIdentity

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", _superCommandName: "curate",
    abstract: "Runs a recipe over its lists, or over the files named after it.")

  @Argument(
    help: "The recipe (.yaml), or one or more lists (.md) for the built-in recipe.", completion: .recipesAndLists)
  var recipe: String

  @Argument(help: "Lists that replace the recipe's inputs.", completion: .lists)
  var files: [String] = []

  @Flag(help: "Write nothing; exit with 1 if anything would change, or if there are findings at --fail-on.")
  var check = false

  @Flag(help: "Write nothing; show what would change as a unified diff with the rules behind each hunk.")
  var diff = false

  @Flag(help: "Write nothing; show the summary of what would be done.")
  var dryRun = false

  @Flag(help: "Apply the built-in recipe to the files themselves.")
  var write = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Print the summary as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp("Write to this folder instead of the recipe's.", valueName: "dir"), completion: .directory)
  var output: String?

  @Flag(help: "Keep no record of the run.")
  var noHistory = false

  @Option(
    help: ArgumentHelp("Run only this stage and those that emit, by its id (repeatable).", valueName: "id"),
    completion: .stageIDs)
  var only: [String] = []

  @Option(
    help: ArgumentHelp("Leave out this stage, by its id (repeatable).", valueName: "id"), completion: .stageIDs)
  var skip: [String] = []

  @Option(
    help: ArgumentHelp("Set an option of a stage (repeatable).", valueName: "stage.option=value"),
    completion: .settings)
  var set: [String] = []

  @Option(help: "Exit with 1 if there are findings as severe as this (default: error with --check, else never).")
  var failOn: FailOn?

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, never
  }

  /// What the history keeps about how this process was started.
  static var origin: Runner.Origin {
    Runner.Origin(
      arguments: Array(CommandLine.arguments.dropFirst()), curateVersion: Curate.version,
      suffixDataVersion: suffixDataVersion())
  }

  /// Whether the arguments name lists, not a recipe.
  private var isBuiltIn: Bool { Self.isMarkdown(recipe) }
  /// The lists that are named instead of a recipe's own.
  var lists: [String] { isBuiltIn ? [recipe] + files : files }
  private var writesNothing: Bool { check || diff || dryRun || (isBuiltIn && !write) }
  private var showsDiff: Bool { diff || (isBuiltIn && !write && !check && !dryRun) }

  func run() throws {
    try checkArguments()
    let plan = try makePlan()
    let history = plan.output.map { HistoryRecorder(folder: $0) }
    defer { history?.close() }
    let keepsHistory = !noHistory && !writesNothing
    // A run that writes with a history does this itself, under its lock.
    if !keepsHistory { try OutputFolder.recover(plan.publicationFolder, history: history) }
    // A diff or JSON goes to standard output alone, so the summary makes way.
    let reporter = RunReporter(plan: plan, isShown: !quiet && !json, onError: showsDiff || check)
    let runner = Runner(
      plan, recorder: keepsHistory ? history : nil,
      origin: Self.origin)
    let result: RunResult
    do throws(RunError) {
      result = try runner.run(mode: writesNothing ? .dryRun : .write, observer: reporter)
    } catch {
      throw CommandFailure.run(error)
    }
    try report(result, plan: plan, reporter: reporter)
    history?.close()
    // The process ends with the model as it is: to give back all of its parts takes as long as to read a list.
    withExtendedLifetime(result) { Glibc.exit(0) }
  }

  private func report(_ result: RunResult, plan: Plan, reporter: RunReporter) throws {
    if showsDiff, !json { DiffPrinter.print(result, plan: plan) }
    if check, !quiet, !json {
      Terminal.write(Array(NoticeText.text(of: result.notices(plan: plan)).utf8), to: STDOUT_FILENO)
    }
    if json { RunJSON.print(result, plan: plan, wroteFiles: !writesNothing) }
    reporter.finish(result, wroteFiles: !writesNothing)
    let limit = failOn ?? (check ? .error : .never)
    let journal = result.collection.journal
    let isTooSevere =
      switch limit {
      case .never: false
      case .warning: journal.findingCount(.warning) + journal.findingCount(.error) > 0
      case .error: journal.findingCount(.error) > 0
      }
    if isTooSevere || (check && result.changesAnything) { throw CommandFailure.checkFailed }
  }

  private func checkArguments() throws {
    if write, !isBuiltIn {
      throw CommandFailure.usage(
        "--write belongs to 'curate LIST.md'; a recipe says itself what it writes ('write: in-place' of emit-markdown)")
    }
    if [check, diff, dryRun, write].count(where: { $0 }) > 1 {
      throw CommandFailure.usage("only one of --check, --diff, --dry-run and --write can be asked for")
    }
    if diff, json { throw CommandFailure.usage("--diff and --json both want standard output; ask for one of them") }
    if isBuiltIn, output != nil {
      throw CommandFailure.usage("--output belongs to a recipe; 'curate LIST.md --write' changes the list itself")
    }
    try checkFiles()
  }

  private func checkFiles() throws {
    let looksLikeFile = recipe.contains("/") || isBuiltIn || Self.isYAML(recipe)
    if !looksLikeFile {
      if Self.isFolder(recipe) { throw CommandFailure.isFolder(recipe) }
      throw CommandFailure.notAFile(recipe, subcommands: Curate.subcommandNames)
    }
    if let other = files.first(where: { isBuiltIn ? !Self.isMarkdown($0) : Self.isYAML($0) }) {
      throw CommandFailure.usage("'\(other)' is not a list; one recipe stands before the lists it is run over")
    }
  }

  private func makePlan() throws -> Plan {
    let today = try SourceDate.day()
    do throws(RecipeErrors) {
      let loaded = isBuiltIn ? try Recipe.builtIn() : try Recipe.load(path: recipe)
      return try Plan(
        loaded, catalog: .builtIn,
        request: Plan.Request(
          inputs: lists, output: output, only: only, skip: skip, settings: set, today: today))
    } catch {
      throw CommandFailure.recipe(error)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isYAML(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }

  static func isMarkdown(_ path: String) -> Bool {
    let lower = path.lowercased()
    return [".md", ".markdown", ".mdown", ".mkd"].contains { lower.hasSuffix($0) }
  }
}
