import ArgumentParser
import CurateCore
import CuratePipeline
import Platform

/// The command: reads the arguments, runs a subcommand, and turns whatever goes wrong into one message and an exit code.
@main
struct Curate: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "curate",
    abstract: "Cleans big link lists in Markdown: minimal edits, a reason for each, nothing lost.",
    discussion: """
      curate pipelines/default.yaml    runs a recipe: cleaned list, reports and history in output/
      curate README.md                 shows what the built-in recipe would change, as a diff
      curate README.md --write         changes it
      """,
    version: version,
    subcommands: [
      RunCommand.self, Check.self, Test.self, New.self, Stages.self, Trust.self, Schema.self, Explain.self,
      HistoryCommand.self, Show.self, Diff.self, Undo.self,
    ],
    defaultSubcommand: RunCommand.self)

  static var subcommandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

  static func main() {
    CurrentProcess.ignoreSignalsOfFailedWrites()
    CurrentProcess.exit(status(of: Array(CommandLine.arguments.dropFirst())))
  }

  /// 0 done; 1 `--check` difference or findings; 2 recipe or usage; 3 a stage failed; 4 files or history; 130 interrupted.
  private static func status(of arguments: [String]) -> Int32 {
    do {
      guard let first = arguments.first else {
        Terminal.printError(helpMessage())
        return 2
      }
      if arguments.count == 1, Run.isYAML(first), !first.hasPrefix("-") {
        try Run(recipe: first).run()
        return 0
      }
      // What is wrong with arguments is told by the root command, which knows that it is `curate run` that has the help.
      let plainRun = isPlainRun(arguments) ? try? RunCommand.parseAsRoot(arguments) : nil
      var command = try plainRun ?? parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let failure as CommandFailure {
      return tell(failure)
    } catch let failure as HistoryFailure {
      return tell(.history(failure))
    } catch {
      let message = fullMessage(for: error)
      if exitCode(for: error).isSuccess {
        let isScript = arguments.contains { $0.hasPrefix("--generate-completion-script") }
        Terminal.print(
          isScript ? CompletionScript.withDefaultSubcommand(message, subcommands: subcommandNames) : message)
        return 0
      }
      // The parser's own messages begin with a capital, unlike all others.
      Terminal.printError(message.hasPrefix("Error:") ? "e" + message.dropFirst() : message)
      return 2
    }
  }

  /// Whether the arguments can only be those of a run. The parser is then asked for a run directly, which spares it a look
  /// for what only the root command answers: a millisecond, the fifteenth part of a run over a list of 1,000 links.
  private static func isPlainRun(_ arguments: [String]) -> Bool {
    guard let first = arguments.first, !first.hasPrefix("-"), first != "help", !subcommandNames.contains(first) else {
      return false
    }
    let isForRoot = ["-h", "--help", "--version", "--generate"]
    return !arguments.contains { argument in isForRoot.contains { argument.hasPrefix($0) } }
  }

  private static func tell(_ failure: CommandFailure) -> Int32 {
    if let message = failure.message { Terminal.printError(message) }
    return failure.exitCode
  }
}
