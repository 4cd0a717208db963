import ArgumentParser

/// `curate run` as the parser reads it.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", _superCommandName: "curate",
    abstract: "Runs a recipe over its lists, or over the files named after it.")

  @Argument(
    help: "The recipe (.yaml), or one or more lists (.md) for the built-in recipe.", completion: .recipesAndLists)
  var recipe: String

  @Argument(help: "Lists that replace the recipe's inputs.", completion: .lists)
  var files: [String] = []

  @Flag(help: "Write nothing; exit with 1 if anything would change, or if there are findings at --fail-on.")
  var check = false

  @Flag(help: "Write nothing; show what would change as a unified diff with the rules behind each hunk.")
  var diff = false

  @Flag(help: "Write nothing; show the summary of what would be done.")
  var dryRun = false

  @Flag(help: "Apply the built-in recipe to the files themselves.")
  var write = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Print the summary as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp("Write to this folder instead of the recipe's.", valueName: "dir"), completion: .directory)
  var output: String?

  @Flag(help: "Keep no record of the run.")
  var noHistory = false

  @Option(
    help: ArgumentHelp("Run only this stage and those that emit, by its id (repeatable).", valueName: "id"),
    completion: .stageIDs)
  var only: [String] = []

  @Option(
    help: ArgumentHelp("Leave out this stage, by its id (repeatable).", valueName: "id"), completion: .stageIDs)
  var skip: [String] = []

  @Option(
    help: ArgumentHelp("Set an option of a stage (repeatable).", valueName: "stage.option=value"),
    completion: .settings)
  var set: [String] = []

  @OptionGroup var plugins: PluginOptions

  @Option(
    help: ArgumentHelp(
      "Keep what curate and plugins say to each other, for 'curate stages --replay'.", valueName: "file"))
  var record: String?

  @Option(help: "Exit with 1 if there are findings as severe as this (default: error with --check, else never).")
  var failOn: Run.FailOn?

  @Option(
    help: ArgumentHelp(
      "Look only at what this rule says or does: rule, stage/rule or 'stage/*' (repeatable).", valueName: "rule"))
  var onlyRule: [String] = []

  @Option(
    help: ArgumentHelp(
      "Look only at lines that have changed since this git revision, or since the branch left it.", valueName: "rev"))
  var changedSince: String?

  @Option(help: ArgumentHelp("Look only at what this file does not know yet.", valueName: "file"), completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write all that is found to this file, for --baseline, and nothing else.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp("Print changes and findings as text, github, json or sarif.", valueName: "format"),
    completion: .list(["text", "github", "json", "sarif"]))
  var format: String?

  @Option(
    help: ArgumentHelp("Write changes and findings to this file as SARIF 2.1.0.", valueName: "file"),
    completion: .file())
  var sarif: String?

  @Flag(help: "Print a summary for a pull request, in Markdown.")
  var markdown = false

  @Option(
    help: ArgumentHelp("Whether to use colour: auto, always or never.", valueName: "when"),
    completion: .list(["auto", "always", "never"]))
  var color: String?

  func run() throws { try Run(self).run() }
}

extension Run.FailOn: ExpressibleByArgument {}

extension Run {
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
