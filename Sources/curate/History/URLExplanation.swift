import CurateCore
import CuratePipeline
import CurateStages
import LinkIdentity

/// Prints the identity of a URL: each step to the output form, page key and work id, and every label rule.
struct URLExplanation {
  let policy: OutputPolicy
  let labeler: Labeler

  init(policy: OutputPolicy = OutputPolicy(), labeler: Labeler = Labeler()) {
    self.policy = policy
    self.labeler = labeler
  }

  /// Takes the options from the `normalize-urls` and `classify` stages of a plan.
  init(_ plan: Plan) {
    let normalizing = plan.steps.lazy.compactMap { $0.stage as? NormalizeURLsStage }.first
    let labelling = plan.steps.lazy.compactMap { $0.stage as? ClassifyStage }.first
    self.init(policy: normalizing?.policy ?? OutputPolicy(), labeler: labelling?.labeler ?? Labeler())
  }

  /// - Parameter heading: the heading above the link.
  func print(_ url: String, heading: String) {
    let explanation = LinkIdentity.explain(url, policy: policy)
    show("written", explanation.output, none: "unchanged")
    show("page key", explanation.key, none: "none: not an http or https URL")
    show("work", explanation.work, none: "none known")
    // Labels use the output form; that is the URL itself if no step changed it.
    showLabels(labeler.candidates(of: explanation.output.last?.after ?? url, heading: heading))
    for warning in warnings(of: url) { Terminal.print("  ! \(warning.message) [\(warning.rule)]") }
  }

  private func show(_ title: String, _ steps: [Explanation.Step], none: String) {
    Terminal.print("  \(title): \(steps.last?.after ?? none)")
    var table = TerminalTable(sides: [.left, .left])
    table.rows = steps.map { [$0.rule, $0.after] }
    for line in table.lines(indent: "    ") { Terminal.print(line) }
  }

  /// Prints every label rule that matched, in order of precedence. The first match wins, separately for each label.
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
}
