import CurateCore
import CuratePipeline
import CurateStages

/// Which changes and findings count: those that `--baseline`, `--changed-since` and `--only-rule` leave.
struct NoticeSelection {
  private let rules: [RulePattern]
  private let changed: ChangedSince?
  private let baseline: Baseline?
  private let baselinePath: String

  /// Looks at all that it needs before anything runs, so that a slip is told at once.
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

  /// - Returns: what is left, and a sentence about entries of the baseline that are no more needed, if there are any.
  func select(_ all: [Notice], of plan: Plan) -> (notices: [Notice], remark: String?) {
    var notices = all
    var remark: String?
    if let baseline {
      let sifted = baseline.compare(notices, of: plan)
      notices = sifted.new
      if sifted.fixed > 0 {
        remark =
          "\(sifted.fixed.pluralized("place")) that \(baselinePath) knows \(sifted.fixed == 1 ? "is" : "are") mended; "
          + "--write-baseline \(baselinePath) shortens it"
      }
    }
    notices = notices.filter { notice in
      (rules.isEmpty
        || rules.contains { $0.matches(stage: notice.stage, uses: notice.uses, rule: notice.rule) })
        && changed?.contains(notice) ?? true
    }
    return (notices, remark)
  }
}
