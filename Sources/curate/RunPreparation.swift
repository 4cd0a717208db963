import CuratePipeline
import CuratePlugins
import CurateStages
import Platform

/// From arguments to a plan: whatever is wrong with them is told before anything runs.
extension Run {
  func checkArguments() throws {
    if write, !isBuiltIn {
      throw CommandFailure.usage(
        "--write belongs to 'curate LIST.md'; a recipe says itself what it writes ('write: in-place' of emit-markdown)")
    }
    if [check, diff, dryRun, write].count(where: { $0 }) > 1 {
      throw CommandFailure.usage("only one of --check, --diff, --dry-run and --write can be asked for")
    }
    try checkFindingOptions()
    if isBuiltIn, output != nil {
      throw CommandFailure.usage("--output belongs to a recipe; 'curate LIST.md --write' changes the list itself")
    }
    try checkFiles()
  }

  private func checkFindingOptions() throws {
    let claims = [("--diff", diff), ("--json", json), ("--markdown", markdown), ("--format", format != nil)]
    let claiming = claims.filter(\.1).map(\.0)
    if claiming.count > 1 {
      throw CommandFailure.usage("\(claiming[0]) and \(claiming[1]) both want standard output; ask for one of them")
    }
    let choices = [
      ("--only-rule", !onlyRule.isEmpty), ("--changed-since", changedSince != nil), ("--baseline", baseline != nil),
    ]
    guard let choosing = choices.first(where: \.1)?.0 else { return }
    if !looksAtFindings {
      throw CommandFailure.usage(
        "\(choosing) chooses what counts for --check, --fail-on, --format, --sarif and --markdown; add one of them")
    }
    if writeBaseline != nil {
      throw CommandFailure.usage("--write-baseline writes all that is found; leave \(choosing) out")
    }
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

  func makePlan() throws -> Plan {
    let today = try SourceDate.day()
    let record = try exchangeRecord()
    do throws(RecipeErrors) {
      let loaded = isBuiltIn ? try Recipe.builtIn() : try Recipe.load(path: recipe)
      return try Plan(
        loaded, catalog: try PluginCatalog.trusted(for: loaded, trust: trust, record: record),
        request: Plan.Request(
          inputs: lists, output: output, only: only, skip: skip, settings: set, today: today))
    } catch {
      throw CommandFailure.recipe(error)
    }
  }

  private func exchangeRecord() throws -> ExchangeRecord? {
    guard let record else { return nil }
    do throws(ExchangeRecord.RecordFailure) { return try ExchangeRecord(path: record) } catch {
      throw CommandFailure.run(.cannotWrite(path: error.path, code: error.code))
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    FileStatus(path)?.isFolder == true
  }

  static func isYAML(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }

  static func isMarkdown(_ path: String) -> Bool {
    let lower = path.lowercased()
    return [".md", ".markdown", ".mdown", ".mkd"].contains { lower.hasSuffix($0) }
  }

  /// Nil if all changes and findings count.
  func makeSelection(_ plan: Plan) throws(CommandFailure) -> NoticeSelection? {
    guard !onlyRule.isEmpty || changedSince != nil || baseline != nil else { return nil }
    return try NoticeSelection(onlyRules: onlyRule, changedSince: changedSince, baseline: baseline, plan: plan)
  }

  func makeReporter(_ plan: Plan) throws(CommandFailure) -> RunReporter {
    let isAlone = if case .summary = try printed { !check } else { false }
    let stream: StandardStream = isAlone ? .output : .error
    return RunReporter(
      plan: plan, isShown: !quiet && !json, stream: stream,
      coloured: Terminal.hasColour(stream, try colourChoice))
  }
}
