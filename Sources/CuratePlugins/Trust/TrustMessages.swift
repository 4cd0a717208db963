import CurateCore
import CuratePipeline
import Platform

/// Says why a plugin does not run and what to do about it.
public enum TrustMessages {
  private static let shownDifferences = 5

  static func obstacle(_ failure: TrustFailure, plugin: String) -> StageCatalog.UnavailableStage {
    switch failure {
    case .notPinned:
      StageCatalog.UnavailableStage(
        "plugin '\(plugin)' is not trusted yet, and it would run with all your rights",
        hint: "read it, then run: curate trust \(plugin)")
    case .changed(let differences):
      StageCatalog.UnavailableStage(
        "plugin '\(plugin)' is not as it was when it was trusted: \(list(differences))",
        hint: "look at what changed, then run: curate trust \(plugin)")
    default: StageCatalog.UnavailableStage("plugin '\(plugin)' does not run: \(sentence(for: failure))")
    }
  }

  public static func sentence(for failure: TrustFailure) -> String {
    switch failure {
    case .notPinned: "it is not trusted yet"
    case .changed(let differences): "it is not as it was: \(list(differences))"
    case .linkLeadsOut(let path): "the symbolic link '\(path)' leads out of its folder; put a copy there"
    case .notAFile(let path): "'\(path)' is neither a file nor a folder"
    case .oddName(let path): "the name of '\(path.debugDescription)' holds a control character"
    case .tooMuch(let files, let bytes):
      "its folder holds more than \(files.grouped) files or \(bytes >> 20) MiB; keep what is built elsewhere"
    case .folderElsewhere(let path): "its folder is a symbolic link to '\(path)'; plugins live under stages/"
    case .unreadable(let path, let code): "'\(path)' cannot be read: \(ErrorCode.message(code))"
    case .unwritable(let path, let code): "'\(path)' cannot be written: \(ErrorCode.message(code))"
    case .damagedLock(let path, let line):
      "\(path):\(line): this line is not as 'curate trust' writes it; remove it and trust the plugin anew"
    case .noStagesFolder: "there is no folder 'stages' here or above"
    case .noPlugin(let name, let known):
      "there is no plugin '\(name)' in stages/"
        + (Spelling.suggestion(for: name, among: known).map { "; did you mean '\($0)'?" } ?? "")
    }
  }

  private static func list(_ differences: [TrustFailure.Difference]) -> String {
    let shown = differences.prefix(shownDifferences).map { difference in
      switch difference {
      case .added(let path): "'\(path)' is new"
      case .removed(let path): "'\(path)' is gone"
      case .changed(let path): "'\(path)' changed"
      case .otherKind(let path): "'\(path)' is of another kind or has other rights"
      }
    }
    let rest = differences.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest.grouped) more" : "")
  }
}
