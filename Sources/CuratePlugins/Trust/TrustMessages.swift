import CurateCore
import CuratePipeline
import Platform

/// Why a plugin may not run. Holds facts only; `TrustMessages` writes the text.
package enum TrustFailure: Error, Sendable, Equatable {
  case notPinned
  case changed([Difference])
  case linkLeadsOut(String)
  case notAFile(String)
  case controlCharacter(String)
  case tooMuch(files: Int, bytes: Int)
  /// The plugin's folder is a symbolic link to this folder.
  case folderElsewhere(String)
  case unreadable(path: String, code: Int32)
  case unwritable(path: String, code: Int32)
  /// `line` counts from 1.
  case damagedLock(path: String, line: Int)
  case noStagesFolder
  case noPlugin(String, known: [String])

  /// The difference between a file and the pinned one.
  package enum Difference: Sendable, Equatable {
    case added(String)
    case removed(String)
    case changed(String)
    /// The file became, or no longer is, executable or a symbolic link.
    case otherKind(String)
  }
}

/// The messages for `TrustFailure`: why a plugin does not run, and what to do.
package enum TrustMessages {
  private static let shownDifferences = 5

  static func unavailableStage(for failure: TrustFailure, plugin: String) -> StageCatalog.UnavailableStage {
    switch failure {
    case .notPinned:
      StageCatalog.UnavailableStage(
        "plugin '\(plugin)' is not trusted yet, and it would run with all your permissions",
        hint: "read its files, then run: curate trust \(plugin)")
    case .changed(let differences):
      StageCatalog.UnavailableStage(
        "plugin '\(plugin)' changed after it was trusted: \(list(differences))",
        hint: "review the changes, then run: curate trust \(plugin)")
    default: StageCatalog.UnavailableStage("plugin '\(plugin)' cannot run: \(message(for: failure))")
    }
  }

  /// Returns the message for a failure.
  package static func message(for failure: TrustFailure) -> String {
    switch failure {
    case .notPinned: "it is not trusted yet"
    case .changed(let differences): "it changed after it was trusted: \(list(differences))"
    case .linkLeadsOut(let path):
      "the symbolic link '\(path)' points outside its folder; replace it with a copy of the file"
    case .notAFile(let path): "'\(path)' is neither a regular file nor a folder"
    case .controlCharacter(let path): "the name of '\(path.debugDescription)' contains a control character"
    case .tooMuch(let files, let bytes):
      "its folder holds more than \(files.grouped) files or \(bytes >> 20) MiB; move build output out of it"
    case .folderElsewhere(let path): "its folder is a symbolic link to '\(path)'; put the folder itself into stages/"
    case .unreadable(let path, let code): "'\(path)' cannot be read: \(ErrorCode.message(code))"
    case .unwritable(let path, let code): "'\(path)' cannot be written: \(ErrorCode.message(code))"
    case .damagedLock(let path, let line):
      "\(path):\(line): 'curate trust' did not write this line; remove it and trust the plugin again"
    case .noStagesFolder: "there is no folder 'stages' here or in a parent folder"
    case .noPlugin(let name, let known):
      "there is no plugin '\(name)' in stages/"
        + (Spelling.suggestion(for: name, among: known).map { "; did you mean '\($0)'?" } ?? "")
    }
  }

  private static func list(_ differences: [TrustFailure.Difference]) -> String {
    let shown = differences.prefix(shownDifferences).map { difference in
      switch difference {
      case .added(let path): "'\(path)' is new"
      case .removed(let path): "'\(path)' is missing"
      case .changed(let path): "'\(path)' changed"
      case .otherKind(let path): "'\(path)' has another type or other permissions"
      }
    }
    let rest = differences.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest.grouped) more" : "")
  }
}
