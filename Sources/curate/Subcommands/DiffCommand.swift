import ArgumentParser
import CurateCore
import CurateHistory
import CuratePipeline
import CurateStages
import Platform

/// `curate diff`: compares two runs, or a run with a dry run over the current files.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compares two states of a list: which links were added, removed, moved or changed.",
    discussion: """
      Without arguments, compares the newest run with the current files. With one run, compares that run with the
      current files. With two runs, the first is the earlier state. For the current files, curate makes a dry run of the
      run's recipe and writes nothing. A link keeps its identity when its line, section, title or URL changes.
      """)

  @Argument(help: ArgumentHelp("Number of the earlier run (default: the newest that finished).", valueName: "a"))
  var first: Int64?

  @Argument(help: ArgumentHelp("Number of the later run (default: the current files).", valueName: "b"))
  var second: Int64?

  @OptionGroup var source: HistoryFolder

  @Flag(help: "Includes images, tables of contents and other links to headings.")
  var all = false

  @Flag(help: "Prints the differences as Markdown, for release notes.")
  var markdown = false

  @Flag(help: "Prints the differences as JSON.")
  var json = false

  func run() throws {
    if markdown, json {
      throw CommandFailure.usage("--markdown and --json exclude each other; use only one of them")
    }
    let (history, folder) = try source.open()
    defer { history.close() }
    let diff = try compare(history, in: folder)
    if json { return ListDiffJSON.print(diff) }
    if markdown { return Terminal.print(ListDiffMarkdown.text(of: diff)) }
    ListDiffText(diff).print()
    if first == nil, diff.entries.isEmpty { try hintAtEarlierRuns(history, folder) }
  }

  private func compare(_ history: History, in folder: String) throws -> ListDiff {
    let earlier = try finished(first, in: history)
    if let second {
      let later = try finished(second, in: history)
      return try diff(history, from: (.run(earlier), earlier.number), to: (.run(later), later.number))
    }
    let current = try Self.dryRun(like: earlier.source(in: history), in: folder, recipe: source.recipe)
    let (copy, number) = try history.recordingDryRun(current.record, over: current.collection)
    defer { copy.close() }
    return try diff(
      copy, from: (.run(earlier), earlier.number), to: (.currentFiles(recipe: current.record.recipePath), number))
  }

  private func diff(
    _ history: History, from: (side: ListDiff.Side, run: Int64), to: (side: ListDiff.Side, run: Int64)
  ) throws -> ListDiff {
    try ListDiff(try history.diff(from: from.run, to: to.run), from: from.side, to: to.side, all: all) {
      try history.links(of: to.run, among: [$0]).first
    }
  }

  private func finished(_ number: Int64?, in history: History) throws -> RunSummary {
    guard let number else {
      if let run = try history.newestFinished() { return run }
      throw CommandFailure.usage("no run has finished yet, so there is nothing to compare with")
    }
    let run = try history.runOrNewest(number)
    guard run.status == .done else {
      throw CommandFailure.usage("run \(number) is \(run.status.rawValue); only finished runs can be compared")
    }
    return run
  }

  private func hintAtEarlierRuns(_ history: History, _ folder: String) throws {
    let done = try history.runs().filter { $0.status == .done }
    guard done.count > 1 else { return }
    let option = folder == "output" ? "" : " --output \(folder)"
    Terminal.print("to see what the newest run changed: curate diff \(done[1].number) \(done[0].number)\(option)")
  }
}

extension DiffCommand {
  /// Makes a dry run of the recipe of a run over the current files, with the options of that run.
  ///
  /// - Parameter recipe: the path of a recipe to use instead of the run's own.
  private static func dryRun(like run: RunSummary, in folder: String, recipe: String?) throws -> RunResult {
    let path = recipe ?? run.recipePath
    let options = run.runOptions
    let isBuiltIn = path == "-"
    if !isBuiltIn, WorkingFile(path) == nil {
      throw CommandFailure.usage(
        "run \(run.number) used the recipe \(path), which does not exist here; change to the folder of that run, name the "
          + "recipe with --recipe FILE, or compare two runs")
    }
    let plan: Plan
    do throws(RecipeErrors) {
      plan = try Plan(
        isBuiltIn ? try Recipe.builtIn() : try Recipe.load(path: path), catalog: .builtIn,
        request: Plan.Request(
          inputs: options?.lists ?? [], output: folder, only: options?.only ?? [], skip: options?.skip ?? [],
          settings: options?.set ?? []))
    } catch {
      throw CommandFailure.recipe(error)
    }
    do throws(RunError) {
      return try Runner(plan, recorder: nil, origin: RecipeRun.origin, isCancelled: { Cancellation.isRequested })
        .run(mode: .dryRun)
    } catch {
      throw CommandFailure.run(error)
    }
  }
}
