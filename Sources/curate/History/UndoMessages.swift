import CurateCore
import CurateHistory
import CuratePipeline

/// What `curate undo` says.
enum UndoMessages {
  /// `7 files put back as run 11 left them; 1 removed, which no earlier run wrote`
  static func result(of plan: UndoPlan) -> String {
    var parts: [String] = []
    let (put, removed) = (plan.files.count { $0.bytes != nil }, plan.files.count { $0.bytes == nil })
    if put > 0 { parts.append("\(put.pluralized("file")) put back as \(put == 1 ? "it was" : "they were")") }
    if removed > 0 { parts.append("\(removed.pluralized("file")) removed, which no earlier run wrote") }
    return parts.joined(separator: "; ")
  }

  /// A line a file: what would become of it.
  static func rehearsal(of plan: UndoPlan, in folder: String) -> String {
    guard !plan.files.isEmpty else { return "run \(plan.run) wrote no files" }
    let lines = plan.files.map { file in
      let path = file.isInPlace || folder == "." ? file.path : "\(folder)/\(file.path)"
      return file.bytes.map { "would put back \(path), \($0.count.pluralized("byte"))" } ?? "would remove \(path)"
    }
    return lines.joined(separator: "\n")
  }

  /// A report that could not be made as it was.
  static func difference(in path: String, from run: Int64, isOtherCurate: Bool) -> String {
    "\(path) is made anew, and differs from what run \(run) wrote: "
      + (isOtherCurate
        ? "another version of curate or of the public suffix data made that"
        : "plugins or variables of the environment have changed")
  }

  static func sentence(for failure: UndoFailure) -> String {
    switch failure {
    case .notFinished(let run, let status):
      "run \(run) is \(status.rawValue): it wrote no files, so there is nothing to undo"
    case .notKept(let run, let paths):
      "what run \(run) replaced in \(list(paths)) is not in the history: files that held credentials are not kept, nor "
        + "those of runs that were pruned; --force puts back the rest"
    case .cannotRemake(let paths, let run, let why):
      (paths.isEmpty ? "the reports" : list(paths)) + " of run \(run) cannot be made again: \(why); "
        + "--force puts back the rest"
    case .filesChanged(let run, let paths, let later):
      RunError.filesChanged(paths).description
        + (later.map { "\nrun \($0) is newer than run \(run): to go back step by step, undo run \($0) first" } ?? "")
    }
  }

  private static func list(_ paths: [String]) -> String {
    paths.prefix(3).joined(separator: ", ") + (paths.count > 3 ? " and \(paths.count - 3) more" : "")
  }
}
