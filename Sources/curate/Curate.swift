import ArgumentParser
import CurateCore
import CuratePipeline
import Platform

/// The command `curate`: parses the arguments, runs a subcommand, and turns an error into one message and an exit code.
@main
struct Curate: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "curate",
    abstract: "Cleans large link lists in Markdown: minimal edits, a reason for each edit, no link lost.",
    discussion: """
      curate pipelines/default.yaml    runs a recipe; writes the cleaned list, reports and history to output/
      curate README.md                 prints the changes of the built-in recipe as a diff; writes nothing
      curate README.md --write         applies these changes
      """,
    version: version,
    subcommands: [
      RunCommand.self, CheckCommand.self, TestCommand.self, NewCommand.self, StagesCommand.self, TrustCommand.self,
      SchemaCommand.self, ExplainCommand.self, HistoryCommand.self, ShowCommand.self, DiffCommand.self,
      UndoCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  static var subcommandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

  static func main() {
    CurrentProcess.ignoreSignalsOfFailedWrites()
    CurrentProcess.exit(status(of: Array(CommandLine.arguments.dropFirst())))
  }

  /// Returns the exit code: 0 done; 1 `--check` found changes or findings; 2 invalid recipe or arguments; 3 a stage failed;
  /// 4 a file or the history failed; 130 interrupted.
  private static func status(of arguments: [String]) -> Int32 {
    do {
      guard let first = arguments.first else {
        Terminal.printError(helpMessage())
        return 2
      }
      if arguments.count == 1, RunOptions.isYAML(first), !first.hasPrefix("-") {
        try RecipeRun(RunOptions(recipe: first)).run()
        return 0
      }
      // Falls back to the root command for errors, because its messages name `curate run --help`.
      let plainRun = isPlainRun(arguments) ? try? RunCommand.parseAsRoot(arguments) : nil
      var command = try plainRun ?? parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let failure as CommandFailure {
      return report(failure)
    } catch let failure as HistoryFailure {
      return report(.history(failure))
    } catch {
      let message = fullMessage(for: error)
      if exitCode(for: error).isSuccess {
        let isScript = arguments.contains { $0.hasPrefix("--generate-completion-script") }
        Terminal.print(
          isScript ? CompletionScript.withDefaultSubcommand(message, subcommands: subcommandNames) : message)
        return 0
      }
      // The parser's messages begin with "Error:", all others with "error:".
      Terminal.printError(message.hasPrefix("Error:") ? "e" + message.dropFirst() : message)
      return 2
    }
  }

  /// Whether the arguments can only belong to `curate run`. Parsing them as `RunCommand` directly saves a millisecond, a
  /// fifteenth of a run over a list of 1,000 links.
  private static func isPlainRun(_ arguments: [String]) -> Bool {
    guard let first = arguments.first, !first.hasPrefix("-"), first != "help", !subcommandNames.contains(first) else {
      return false
    }
    let isForRoot = ["-h", "--help", "--version", "--generate"]
    return !arguments.contains { argument in isForRoot.contains { argument.hasPrefix($0) } }
  }

  /// Prints the message of a failure and returns its exit code.
  private static func report(_ failure: CommandFailure) -> Int32 {
    if let message = failure.message { Terminal.printError(message) }
    return failure.exitCode
  }
}
