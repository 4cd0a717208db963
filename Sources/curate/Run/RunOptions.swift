import CuratePlugins
import Platform

/// The arguments of `curate run` as plain values; `RunCommand` documents each of them.
///
/// `curate RECIPE` builds this value without the argument parser. The parser needs a millisecond, which is a twentieth of a
/// run over a list of 1,000 links.
struct RunOptions {
  var recipe: String
  var files: [String] = []
  var check = false
  var diff = false
  var dryRun = false
  var write = false
  var quiet = false
  var json = false
  var output: String?
  var noHistory = false
  var only: [String] = []
  var skip: [String] = []
  var set: [String] = []
  var trust = PluginCatalog.Trust.pinned(developed: [])
  var record: String?
  var failOn: FailOn?
  var onlyRule: [String] = []
  var changedSince: String?
  var baseline: String?
  var writeBaseline: String?
  var format: String?
  var sarif: String?
  var markdown = false
  var color: String?

  /// The options of `curate RECIPE` without further arguments.
  init(recipe: String) { self.recipe = recipe }

  /// The lowest severity of a finding that makes the run fail (`--fail-on`).
  enum FailOn: String, CaseIterable {
    case error, warning, never
  }

  /// Whether the first argument is a list, so that the built-in recipe runs.
  var isBuiltIn: Bool { Self.isMarkdown(recipe) }
  /// The lists on the command line, which replace the inputs of the recipe.
  var lists: [String] { isBuiltIn ? [recipe] + files : files }
  var writesNothing: Bool { check || diff || dryRun || writeBaseline != nil || (isBuiltIn && !write) }
  /// Whether an option needs the list of changes and findings. Without such an option the list is not built.
  var needsNotices: Bool {
    check || format != nil || markdown || sarif != nil || writeBaseline != nil || failOn != nil
  }

  static func isYAML(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }

  static func isMarkdown(_ path: String) -> Bool {
    let lower = path.lowercased()
    return [".md", ".markdown", ".mdown", ".mkd"].contains { lower.hasSuffix($0) }
  }
}

extension RunOptions {
  /// The content of standard output. Unless it is the summary, the summary goes to standard error.
  enum StandardOutput {
    case summary, diff, json, markdown
    case notices(NoticeFormat)
  }

  var standardOutput: StandardOutput {
    get throws(CommandFailure) {
      if let format { return .notices(try Self.choice(format, of: "--format")) }
      if markdown { return .markdown }
      if json { return .json }
      if diff { return .diff }
      if check, !quiet { return .notices(.text) }
      return isBuiltIn && !write && !check && !dryRun && writeBaseline == nil && sarif == nil ? .diff : .summary
    }
  }

  var colorChoice: Terminal.ColorChoice {
    get throws(CommandFailure) {
      try color.map { text throws(CommandFailure) in try Self.choice(text, of: "--color") } ?? .auto
    }
  }

  /// Returns the case whose raw value is the value of an option.
  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, of option: String
  ) throws(CommandFailure) -> Choice {
    if let choice = Choice(rawValue: text) { return choice }
    throw .unknownChoice(option: option, text, known: Choice.allCases.map(\.rawValue))
  }
}

extension RunOptions {
  /// Validates the arguments before anything runs: combinations of options, then the names of files.
  func validate() throws {
    if write, !isBuiltIn {
      throw CommandFailure.usage(
        "--write needs 'curate LIST.md'; a recipe sets what it writes itself ('write: in-place' of emit-markdown)")
    }
    if [check, diff, dryRun, write].count(where: { $0 }) > 1 {
      throw CommandFailure.usage("--check, --diff, --dry-run and --write exclude each other; use only one of them")
    }
    try validateNoticeOptions()
    if isBuiltIn, output != nil {
      throw CommandFailure.usage("--output needs a recipe; 'curate LIST.md --write' changes the list itself")
    }
    try validateFiles()
  }

  private func validateNoticeOptions() throws {
    let printing = [("--diff", diff), ("--json", json), ("--markdown", markdown), ("--format", format != nil)]
      .filter(\.1).map(\.0)
    if printing.count > 1 {
      throw CommandFailure.usage(
        "\(printing[0]) and \(printing[1]) both print to standard output; use only one of them")
    }
    let selecting = [
      ("--only-rule", !onlyRule.isEmpty), ("--changed-since", changedSince != nil), ("--baseline", baseline != nil),
    ]
    guard let option = selecting.first(where: \.1)?.0 else { return }
    if !needsNotices {
      throw CommandFailure.usage(
        "\(option) selects what counts for --check, --fail-on, --format, --sarif and --markdown; add one of them")
    }
    if writeBaseline != nil {
      throw CommandFailure.usage("--write-baseline writes all changes and findings; remove \(option)")
    }
  }

  private func validateFiles() throws {
    let looksLikeFile = recipe.contains("/") || isBuiltIn || Self.isYAML(recipe)
    if !looksLikeFile {
      if Self.isFolder(recipe) { throw CommandFailure.isFolder(recipe) }
      throw CommandFailure.notAFile(recipe, subcommands: Curate.subcommandNames)
    }
    if let other = files.first(where: { isBuiltIn ? !Self.isMarkdown($0) : Self.isYAML($0) }) {
      throw CommandFailure.usage("'\(other)' is not a list; name one recipe first, then only lists")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    FileStatus(path)?.isFolder == true
  }
}
