import ArgumentParser

/// `curate run`: declares the arguments of a run. `RecipeRun` executes it.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", _superCommandName: "curate",
    abstract: "Runs a recipe on its inputs, or on the lists named after it.")

  @Argument(
    help: "Recipe (.yaml), or one or more lists (.md) to clean with the built-in recipe.",
    completion: .recipesAndLists)
  var recipe: String

  @Argument(help: "Lists to read instead of the recipe's inputs.", completion: .lists)
  var files: [String] = []

  @Flag(help: "Writes nothing. Exits with 1 if anything would change or findings reach --fail-on.")
  var check = false

  @Flag(help: "Writes nothing. Prints the changes as a unified diff with the rules behind each hunk.")
  var diff = false

  @Flag(help: "Writes nothing. Prints the summary of the run.")
  var dryRun = false

  @Flag(help: "Applies the built-in recipe to the lists in place.")
  var write = false

  @Flag(name: .shortAndLong, help: "Prints only errors.")
  var quiet = false

  @Flag(help: "Prints the summary as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp("Writes to this folder instead of the recipe's output folder.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(help: "Does not record the run in the history.")
  var noHistory = false

  @Option(
    help: ArgumentHelp("Runs only the stage with this id and the stages that emit (repeatable).", valueName: "id"),
    completion: .stageIDs)
  var only: [String] = []

  @Option(
    help: ArgumentHelp("Skips the stage with this id (repeatable).", valueName: "id"), completion: .stageIDs)
  var skip: [String] = []

  @Option(
    help: ArgumentHelp("Sets an option of a stage (repeatable).", valueName: "stage.option=value"),
    completion: .settings)
  var set: [String] = []

  @OptionGroup var plugins: PluginOptions

  @Option(
    help: ArgumentHelp(
      "Records the messages between curate and plugins in this file, for 'curate stages --replay'.",
      valueName: "file"))
  var record: String?

  @Option(
    help: "Exits with 1 if a finding has at least this severity (default: error with --check, never without).")
  var failOn: RunOptions.FailOn?

  @Option(
    help: ArgumentHelp(
      "Reports only changes and findings of this rule: rule, stage/rule or 'stage/*' (repeatable).",
      valueName: "rule"))
  var onlyRule: [String] = []

  @Option(
    help: ArgumentHelp(
      "Reports only changes and findings on lines that differ from this git revision (compared at the merge base).",
      valueName: "rev"))
  var changedSince: String?

  @Option(
    help: ArgumentHelp("Reports only changes and findings that this baseline file does not list.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Writes all changes and findings to this file, for --baseline. Writes nothing else.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp("Prints changes and findings as text, github, json or sarif.", valueName: "format"),
    completion: .list(["text", "github", "json", "sarif"]))
  var format: String?

  @Option(
    help: ArgumentHelp("Writes changes and findings to this file as SARIF 2.1.0.", valueName: "file"),
    completion: .file())
  var sarif: String?

  @Flag(help: "Prints a summary for a pull request as Markdown.")
  var markdown = false

  @Option(
    help: ArgumentHelp("When to use color: auto, always or never (default: auto).", valueName: "when"),
    completion: .list(["auto", "always", "never"]))
  var color: String?

  func run() throws { try RecipeRun(RunOptions(self)).run() }
}

extension RunOptions.FailOn: ExpressibleByArgument {}

extension RunOptions {
  /// Copies the parsed arguments.
  init(_ command: RunCommand) {
    recipe = command.recipe
    files = command.files
    check = command.check
    diff = command.diff
    dryRun = command.dryRun
    write = command.write
    quiet = command.quiet
    json = command.json
    output = command.output
    noHistory = command.noHistory
    only = command.only
    skip = command.skip
    set = command.set
    trust = command.plugins.trust
    record = command.record
    failOn = command.failOn
    onlyRule = command.onlyRule
    changedSince = command.changedSince
    baseline = command.baseline
    writeBaseline = command.writeBaseline
    format = command.format
    sarif = command.sarif
    markdown = command.markdown
    color = command.color
  }
}
