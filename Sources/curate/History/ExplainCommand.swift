import ArgumentParser
import CurateCore
import CuratePipeline
import CurateStages
import LinkIdentity

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Tells what curate makes of a URL: what would be written, what it is the same as, and which labels it gets.")

  @Argument(help: "The URL.")
  var url: String

  @Option(
    help: ArgumentHelp("Take the options of normalize-urls and classify from this recipe.", valueName: "recipe"),
    completion: .recipes)
  var recipe: String?

  @Option(help: "The heading that the link stands under: a hint for its category.")
  var heading = ""

  func run() throws {
    let (policy, labeller) = try settings()
    let explanation = LinkIdentity.explain(url, policy: policy)
    Terminal.print(maskingCredentials(in: url))
    show("written", explanation.output, none: "as it is")
    show("page key", explanation.key, none: "none: not an http or https URL")
    show("work", explanation.work, none: "none known")
    showLabels(labeller.candidates(of: written(explanation), heading: heading))
    for concern in concerns(of: url) { Terminal.print("  ! \(concern.message) [\(concern.rule)]") }
  }

  /// The last step of the output form, or the URL itself.
  private func written(_ explanation: Explanation) -> String { explanation.output.last?.after ?? url }

  private func show(_ title: String, _ steps: [Explanation.Step], none: String) {
    Terminal.print("  \(title): \(steps.last?.after ?? none)")
    let width = steps.map(\.rule.count).max() ?? 0
    for step in steps {
      Terminal.print("    \(step.rule)\(String(repeating: " ", count: width - step.rule.count))  \(step.after)")
    }
  }

  /// Every rule that had something to say, in order of precedence: the first to answer a question wins it.
  private func showLabels(_ candidates: [LabelCandidate]) {
    let hostClass = candidates.first { $0.wonHostClass }?.hostClass ?? .other
    let category = candidates.first { $0.wonCategory }?.category ?? .unknown
    Terminal.print("  labels: \(hostClass.rawValue), \(category.rawValue)")
    for candidate in candidates {
      var says: [String] = []
      if let hostClass = candidate.hostClass {
        says.append("\(hostClass.rawValue) (\(candidate.wonHostClass ? "won" : "lost"))")
      }
      if let category = candidate.category {
        says.append("\(category.rawValue) (\(candidate.wonCategory ? "won" : "lost"))")
      }
      Terminal.print("    \(candidate.rule) [\(candidate.precedence.name)]  \(says.joined(separator: ", "))")
    }
  }

  private func settings() throws -> (OutputPolicy, Labeller) {
    guard let recipe else { return (OutputPolicy(), Labeller()) }
    do throws(RecipeErrors) {
      // Planned too, so that a faulty recipe is told of all its faults.
      let loaded = try Recipe.load(path: recipe)
      let plan = try Plan(loaded, catalog: .builtIn)
      let normalizing = plan.steps.lazy.compactMap { $0.stage as? NormalizeURLsStage }.first
      let labelling = plan.steps.lazy.compactMap { $0.stage as? ClassifyStage }.first
      return (normalizing?.policy ?? OutputPolicy(), labelling?.labeller ?? Labeller())
    } catch {
      throw CommandFailure.recipe(error)
    }
  }
}
