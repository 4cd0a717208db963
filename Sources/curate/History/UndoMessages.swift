import CurateCore
import CurateHistory
import CuratePipeline

/// The messages of `curate undo`.
enum UndoMessages {
  /// `7 files restored; 1 file removed that no earlier run wrote`
  static func result(of plan: UndoPlan) -> String {
    var parts: [String] = []
    let (restored, removed) = (plan.files.count { $0.bytes != nil }, plan.files.count { $0.bytes == nil })
    if restored > 0 { parts.append("\(restored.pluralized("file")) restored") }
    if removed > 0 { parts.append("\(removed.pluralized("file")) removed that no earlier run wrote") }
    return parts.joined(separator: "; ")
  }

  /// One line for each file: whether it would be restored or removed.
  static func dryRun(of plan: UndoPlan, in folder: String) -> String {
    guard !plan.files.isEmpty else { return "run \(plan.run) wrote no files" }
    let lines = plan.files.map { file in
      let path = file.isInPlace || folder == "." ? file.path : "\(folder)/\(file.path)"
      return file.bytes.map { "would restore \(path), \($0.count.pluralized("byte"))" } ?? "would remove \(path)"
    }
    return lines.joined(separator: "\n")
  }

  /// A note about a report that was regenerated with other bytes.
  static func difference(in path: String, from run: Int64, isOtherCurate: Bool) -> String {
    "\(path) was regenerated and differs from what run \(run) wrote: "
      + (isOtherCurate
        ? "another version of curate or of the public suffix data wrote it"
        : "plugins or environment variables have changed")
  }

  static func message(for failure: UndoFailure) -> String {
    switch failure {
    case .notFinished(let run, let status):
      "run \(run) is \(status.rawValue): it wrote no files, so there is nothing to undo"
    case .notKept(let run, let paths):
      "the history does not hold what run \(run) replaced in \(list(paths)): it keeps neither files with credentials nor "
        + "files of pruned runs; --force restores the other files"
    case .cannotRegenerate(let paths, let run, let why):
      (paths.isEmpty ? "the reports" : list(paths)) + " of run \(run) cannot be regenerated: \(why); "
        + "--force restores the other files"
    case .filesChanged(let run, let paths, let later):
      RunError.filesChanged(paths).description
        + (later.map { "\nrun \($0) is newer than run \(run): undo run \($0) first to go back step by step" } ?? "")
    }
  }

  private static func list(_ paths: [String]) -> String {
    paths.prefix(3).joined(separator: ", ") + (paths.count > 3 ? " and \(paths.count - 3) more" : "")
  }
}
