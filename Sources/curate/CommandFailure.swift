import CurateCore
import CuratePipeline
import CuratePlugins
import LinkIdentity
import Platform

/// Why the command ends with another status than 0.
enum CommandFailure: Error {
  case recipe(RecipeErrors)
  case run(RunError)
  case history(HistoryFailure)
  /// `--check` found something to change, or findings reached `--fail-on`: what there is to say is said already.
  case checkFailed
  /// What is wrong with each of them is said already.
  case recipesBroken(exitCode: Int32)
  case unknownName(kind: String, name: String, known: [String])
  /// A first argument that is neither a subcommand nor looks like a file.
  case notAFile(String, subcommands: [String])
  case isFolder(String)
  case usage(String)
  /// An option whose value is none of those that it takes.
  case unknownChoice(option: String, String, known: [String])
  /// No stage has it.
  case unknownRule(String, known: [String])
  case baseline(BaselineError)
  /// There is no history where one was looked for.
  case noHistory(path: String)
  /// `newest` is the newest run that there is.
  case noRun(Int64, newest: Int64)
  case undo(UndoFailure)
  /// `plugin` names the one that it is about, if it is about one.
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

  /// What goes to standard error; nil if nothing is left to say.
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
        + "\n  a recipe ends in .yaml, a list in .md; 'curate --help' shows all there is"
    case .isFolder(let path):
      "error: '\(path)' is a folder; name the lists in it, or write a recipe with inputs: [\"**/*.md\"]"
    case .trust(let failure, let plugin):
      "error: \(plugin.map { "plugin '\($0)': " } ?? "")\(TrustMessages.sentence(for: failure))"
    case .usage(let text): "error: \(text)"
    case .unknownChoice(let option, let value, let known):
      "error: \(option) takes \(known.dropLast().joined(separator: ", ")) or \(known.last ?? ""), not '\(value)'"
        + Self.suggestion(for: value, among: known)
    case .unknownRule(let name, let known):
      "error: no stage has the rule '\(name)'" + Self.suggestion(for: name, among: known)
        + "\n  'curate stages STAGE' shows the rules of a stage"
    case .baseline(let error): "error: \(error)"
    case .noHistory(let path):
      "error: there is no history at \(path); a run of a recipe with an output folder begins one, "
        + "and --output DIR or --recipe FILE says which folder is meant"
    case .noRun(let number, let newest):
      "error: there is no run \(number); the newest is \(newest), and 'curate history' lists all"
    case .undo(let failure): "error: \(UndoMessages.sentence(for: failure))"
    }
  }

  private static func suggestion(for name: String, among known: [String]) -> String {
    Spelling.suggestion(for: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }
}
