import ArgumentParser
import CurateCore
import CurateHistory
import CuratePipeline

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compares two states of a list: links that came, went, moved or changed.",
    discussion: """
      Without a run, the newest is compared with the files as they are now; with one run, that one. With two runs, the
      first is the earlier state. "As they are now" means what the run's recipe would make of them; nothing is written.
      A link keeps its identity when its line, section, title or address changes.
      """)

  @Argument(help: ArgumentHelp("A run, by its number (default: the newest that finished).", valueName: "a"))
  var first: Int64?

  @Argument(help: ArgumentHelp("Another run (default: the files as they are now).", valueName: "b"))
  var second: Int64?

  @OptionGroup var source: HistoryFolder

  @Flag(help: "Also tell of images, tables of contents and other links to headings.")
  var all = false

  @Flag(help: "Print Markdown, for release notes.")
  var markdown = false

  @Flag(help: "Print the differences as JSON.")
  var json = false

  func run() throws {
    if markdown, json { throw CommandFailure.usage("only one of --markdown and --json can be asked for") }
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
    let working = try WorkingRun.rehearsal(like: earlier.source(in: history), in: folder, recipe: source.recipe)
    let (copy, number) = try history.recordingDryRun(working.record, over: working.collection)
    defer { copy.close() }
    return try diff(
      copy, from: (.run(earlier), earlier.number), to: (.workingFiles(recipe: working.record.recipePath), number))
  }

  private func diff(
    _ history: History, from: (side: ListDiff.Side, run: Int64), to: (side: ListDiff.Side, run: Int64)
  ) throws -> ListDiff {
    try ListDiff(try history.diff(from: from.run, to: to.run), from: from.side, to: to.side, all: all) {
      try history.links(of: to.run, amongst: [$0]).first
    }
  }

  private func finished(_ number: Int64?, in history: History) throws -> RunSummary {
    guard let number else {
      if let run = try history.newestFinished() { return run }
      throw CommandFailure.usage("no run has finished yet, so there is nothing to compare with")
    }
    let run = try history.runOrNewest(number)
    guard run.status == .done else {
      throw CommandFailure.usage("run \(number) is \(run.status.rawValue): only finished runs can be compared")
    }
    return run
  }

  private func hintAtEarlierRuns(_ history: History, _ folder: String) throws {
    let done = try history.runs().filter { $0.status == .done }
    guard done.count > 1 else { return }
    let option = folder == "output" ? "" : " --output \(folder)"
    Terminal.print("what the newest run changed: curate diff \(done[1].number) \(done[0].number)\(option)")
  }
}
