import ArgumentParser
import CurateCore
import CurateHistory
import CuratePipeline
import CuratePlugins
import CurateStages
import LinkIdentity

/// `curate explain`: finds the links of the argument and prints their timelines, then the identity of the URL.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a link: whether it is in the list and why, its duplicates, its labels.",
    discussion: """
      The first lines say whether the link is in the list; if not, which stage and rule removed it in which run. The
      following lines show its origin, its events, its duplicates, and each step from the URL to the output form and the
      page key. Finds links that earlier runs removed. Without a history, it explains only the URL.
      """)

  @Argument(
    help: ArgumentHelp("URL, line of a list (list.md:12), or id of a link in the history.", valueName: "link"),
    completion: .lists)
  var target: String

  @OptionGroup var source: HistoryFolder

  @Option(help: "Heading above the URL, a hint for its category.")
  var heading = ""

  func run() throws {
    let given = try source.recipe.map { try Self.plan($0) }
    let history = try openHistory(given)
    defer { history?.close() }
    let newest = try history?.newestFinished()?.number
    let subjects = try ExplainSubject.find(ExplainTarget(target), in: history, newest: newest)
    for (index, subject) in subjects.enumerated() {
      if index > 0 { Terminal.print("") }
      show(subject, try given.map { URLExplanation($0) } ?? rules(of: history, for: subject))
    }
  }

  /// Opens the history of the output folder; nil if there is none, or if the recipe has no output folder.
  private func openHistory(_ plan: Plan?) throws -> History? {
    if source.output == nil, let plan, plan.output == nil { return nil }
    return try source.openIfPresent()?.history
  }

  private static func plan(_ path: String) throws -> Plan {
    do throws(RecipeErrors) {
      // Makes a plan as well, because that reports all errors of the recipe.
      let recipe = try Recipe.load(path: path)
      return try Plan(recipe, catalog: try PluginCatalog.described(for: recipe))
    } catch {
      throw CommandFailure.recipe(error)
    }
  }

  /// Returns the URL and label rules of the recipe that last read the link; the defaults if it is unavailable.
  private func rules(of history: History?, for subject: ExplainSubject) throws -> URLExplanation {
    guard let history, let run = try history.run(subject.timelines.first?.history.lastRun ?? 0),
      let bytes = try history.recipe(of: run.number),
      let recipe = try? Recipe(bytes, path: run.recipePath),
      let stages = try? PluginCatalog.described(for: recipe),
      let plan = try? Plan(recipe, catalog: stages, request: Plan.Request(documents: []))
    else { return URLExplanation() }
    return URLExplanation(plan)
  }

  private func show(_ subject: ExplainSubject, _ rules: URLExplanation) {
    Terminal.print(maskingCredentials(in: subject.url))
    let timelines = subject.timelines.map { LinkTimelineText(timeline: $0) }
    for line in timelines.flatMap(\.answer) { Terminal.print(line) }
    if let note = subject.note { Terminal.print(note) }
    for line in timelines.flatMap(\.details) { Terminal.print(line) }
    rules.print(subject.url, heading: heading.isEmpty ? subject.heading : heading)
  }
}
