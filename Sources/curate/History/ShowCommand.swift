import ArgumentParser
import CurateHistory

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a run: its stages, what they did and found by rule, and its files.")

  @Argument(help: ArgumentHelp("The run, by its number (default: the newest).", valueName: "run"))
  var number: Int64?

  @OptionGroup var source: HistoryFolder

  @Option(help: "Show at most so many changes and findings of a rule.")
  var examples = 3

  @Flag(help: "Print all of it as JSON, with every change and finding.")
  var json = false

  func run() throws {
    guard examples >= 0 else { throw CommandFailure.usage("--examples must be at least 0") }
    let (history, folder) = try source.open()
    defer { history.close() }
    let run = try history.runOrNewest(number)
    let details = try RunDetails(of: run, in: history)
    if json { return RunDetailsJSON.print(details) }
    RunDetailsText(details, folder: folder, examples: examples).print()
  }
}
