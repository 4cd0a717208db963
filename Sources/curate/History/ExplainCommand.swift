import ArgumentParser
import CurateCore
import CurateHistory
import CuratePipeline
import CuratePlugins
import CurateStages
import LinkIdentity

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells what became of a link and why, what it is the same as, and which labels it gets.",
    discussion: """
      First comes whether the link is in the list, and if not, which stage and rule of which run took it out; then where it
      stands, what was done to it, its duplicates, and each step from its URL to what is written and compared. Links that
      earlier runs removed are found too. Without a history it tells what curate makes of the URL.
      """)

  @Argument(
    help: ArgumentHelp("A URL, a line of a list (list.md:12), or a link's id in the history.", valueName: "link"),
    completion: .lists)
  var target: String

  @OptionGroup var source: HistoryFolder

  @Option(help: "The heading that a URL stands under: a hint for its category.")
  var heading = ""

  func run() throws {
    let given = try source.recipe.map { try Self.plan($0) }
    let history = try openHistory(given)
    defer { history?.close() }
    let newest = try history?.newestFinished()?.number
    let subjects = try ExplainSubject.find(ExplainTarget(target), in: history, newest: newest)
    for (index, subject) in subjects.enumerated() {
      if index > 0 { Terminal.print("") }
      show(subject, try given.map { URLExplanationText($0) } ?? rules(of: history, for: subject))
    }
  }

  /// The history of the folder that the options name; a recipe without an output folder has none.
  private func openHistory(_ plan: Plan?) throws -> History? {
    if source.output == nil, let plan, plan.output == nil { return nil }
    return try source.openIfPresent()?.history
  }

  private static func plan(_ path: String) throws -> Plan {
    do throws(RecipeErrors) {
      // Planned too, so that a faulty recipe is told of all its faults.
      let recipe = try Recipe.load(path: path)
      return try Plan(recipe, catalog: try PluginCatalog.described(for: recipe))
    } catch {
      throw CommandFailure.recipe(error)
    }
  }

  /// What the recipe of the last run that read the link says of URLs and labels; the defaults if there is none.
  private func rules(of history: History?, for subject: ExplainSubject) throws -> URLExplanationText {
    guard let history, let run = try history.run(subject.stories.first?.history.lastRun ?? 0),
      let bytes = try history.recipe(of: run.number),
      let recipe = try? Recipe(bytes, path: run.recipePath),
      let stages = try? PluginCatalog.described(for: recipe),
      let plan = try? Plan(recipe, catalog: stages, request: Plan.Request(documents: []))
    else { return URLExplanationText() }
    return URLExplanationText(plan)
  }

  private func show(_ subject: ExplainSubject, _ rules: URLExplanationText) {
    Terminal.print(maskingCredentials(in: subject.url))
    let stories = subject.stories.map { LinkTimelineText(story: $0) }
    for line in stories.flatMap(\.answer) { Terminal.print(line) }
    if let note = subject.note { Terminal.print(note) }
    for line in stories.flatMap(\.details) { Terminal.print(line) }
    rules.print(subject.url, heading: heading.isEmpty ? subject.heading : heading)
  }
}
