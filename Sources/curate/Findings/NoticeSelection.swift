import CurateCore
import CuratePipeline
import CurateStages

/// Selects the changes and findings that count, by `--baseline`, `--changed-since` and `--only-rule`.
struct NoticeSelection {
  private let rules: [RulePattern]
  private let changed: ChangedSince?
  private let baseline: Baseline?
  private let baselinePath: String

  /// Resolves the rules, the git revision and the baseline before anything runs, so that errors are reported first.
  init(onlyRules: [String], changedSince revision: String?, baseline path: String?, plan: Plan) throws(CommandFailure) {
    rules = onlyRules.map { RulePattern($0) }
    for (rule, text) in zip(rules, onlyRules) where !plan.hasRule(matching: rule, catalog: .builtIn) {
      throw .unknownRule(text, known: StageCatalog.builtIn.ruleNames(like: rule))
    }
    do throws(GitProblem) {
      if let revision { changed = try ChangedSince(revision, inputs: plan.inputs) } else { changed = nil }
    } catch {
      throw .usage(error.description)
    }
    do throws(BaselineError) {
      baseline = try path.map { path throws(BaselineError) in try Baseline(contentsOf: path) }
    } catch {
      throw .baseline(error)
    }
    baselinePath = path ?? ""
  }

  /// Returns the selected notices, and a hint if the baseline has entries that are no longer needed.
  func select(_ all: [Notice], of plan: Plan) -> (notices: [Notice], hint: String?) {
    var notices = all
    var hint: String?
    if let baseline {
      let sifted = baseline.compare(notices, of: plan)
      notices = sifted.new
      if sifted.fixed > 0 {
        hint =
          "\(sifted.fixed.pluralized("place")) in \(baselinePath) \(sifted.fixed == 1 ? "is" : "are") resolved; "
          + "--write-baseline \(baselinePath) removes \(sifted.fixed == 1 ? "it" : "them")"
      }
    }
    notices = notices.filter { notice in
      (rules.isEmpty
        || rules.contains { $0.matches(stage: notice.stage, uses: notice.uses, rule: notice.rule) })
        && changed?.contains(notice) ?? true
    }
    return (notices, hint)
  }
}
