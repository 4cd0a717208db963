import CurateCore
import CuratePipeline
import CuratePlugins
import LinkIdentity

/// A reason to exit with another status than 0.
enum CommandFailure: Error {
  case recipe(RecipeErrors)
  case run(RunError)
  case history(HistoryFailure)
  /// `--check` found a change, findings reached `--fail-on`, or a test failed. The output already shows why.
  case checkFailed
  /// At least one recipe of several is invalid. The errors of each are already printed.
  case recipesBroken(exitCode: Int32)
  case unknownName(kind: String, name: String, known: [String])
  /// The first argument is neither a subcommand nor the name of a recipe or list.
  case notAFile(String, subcommands: [String])
  case isFolder(String)
  case usage(String)
  /// The value of an option is none of its choices.
  case unknownChoice(option: String, String, known: [String])
  /// No stage has a rule with this name.
  case unknownRule(String, known: [String])
  case baseline(BaselineError)
  /// The output folder has no history.
  case noHistory(path: String)
  /// The history has no run with this number; `newest` is the newest run.
  case noRun(Int64, newest: Int64)
  case undo(UndoFailure)
  /// - Parameter plugin: the plugin that failed; nil if the failure concerns the whole `stages` folder.
  case trust(TrustFailure, plugin: String?)

  var exitCode: Int32 {
    switch self {
    case .checkFailed: 1
    case .recipe(let errors): errors.exitCode
    case .recipesBroken(let exitCode): exitCode
    case .unknownName, .notAFile, .isFolder, .usage, .noRun, .unknownChoice, .unknownRule: 2
    case .baseline(let error): error.exitCode
    case .run(let error): error.exitCode
    case .history, .noHistory: 4
    case .undo(let failure): failure.exitCode
    case .trust(.unwritable, _): 4
    case .trust: 2
    }
  }

  /// The text for standard error; nil if everything is already printed.
  var message: String? {
    switch self {
    case .checkFailed, .recipesBroken: nil
    case .recipe(let errors): errors.description
    case .run(let error): "error: \(maskingCredentials(in: error.description))"
    case .history(let failure): "error: \(RunError.history(failure).description)"
    case .unknownName(let kind, let name, let known):
      "error: there is no \(kind) '\(name)'" + Self.suggestion(for: name, among: known)
        + "\n  known: \(known.joined(separator: ", "))"
    case .notAFile(let name, let subcommands):
      "error: '\(name)' is neither a subcommand nor a file" + Self.suggestion(for: name, among: subcommands)
        + "\n  a recipe ends in .yaml, a list in .md; 'curate --help' lists all subcommands"
    case .isFolder(let path):
      "error: '\(path)' is a folder; name the lists in it, or write a recipe with inputs: [\"**/*.md\"]"
    case .trust(let failure, let plugin):
      "error: \(plugin.map { "plugin '\($0)': " } ?? "")\(TrustMessages.message(for: failure))"
    case .usage(let text): "error: \(text)"
    case .unknownChoice(let option, let value, let known):
      "error: \(option) takes \(known.dropLast().joined(separator: ", ")) or \(known.last ?? ""), not '\(value)'"
        + Self.suggestion(for: value, among: known)
    case .unknownRule(let name, let known):
      "error: no stage has the rule '\(name)'" + Self.suggestion(for: name, among: known)
        + "\n  'curate stages STAGE' lists the rules of a stage"
    case .baseline(let error): "error: \(error)"
    case .noHistory(let path):
      "error: there is no history at \(path); run a recipe that has an output folder, "
        + "or name the folder with --output DIR or --recipe FILE"
    case .noRun(let number, let newest):
      "error: there is no run \(number); the newest is \(newest), and 'curate history' lists all"
    case .undo(let failure): "error: \(UndoMessages.message(for: failure))"
    }
  }

  private static func suggestion(for name: String, among known: [String]) -> String {
    Spelling.suggestion(for: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }
}
