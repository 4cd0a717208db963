import CurateCore
import Platform

extension RunError: CustomStringConvertible {
  /// The message: place, cause and remedy.
  public var description: String {
    switch self {
    case .cannotRead(let path, let code): "\(path): cannot be read: \(ErrorCode.message(code))"
    case .inputTooLarge(let path, let limit): "\(path): larger than \(limit >> 30) GiB; split the list"
    case .stageFailed(let id, let error): Self.message(for: error, stage: id)
    case .emitterChangedModel(let id):
      "stage '\(id)' emits files and must not change links; nothing was written. Report this to the stage's author"
    case .timedOut(let id, let milliseconds, let limit):
      "stage '\(id)' took \(milliseconds) ms, more than its timeout of \(limit) ms; nothing was written. "
        + "Raise `timeout:` if that is expected"
    case .limitBroken(let id, let limit, let actual, let total):
      Self.limitMessage(id, limit, actual: actual, of: total)
    case .unbalanced(let links): Self.unbalancedMessage(links)
    case .cannotWrite(let path, let code):
      "\(path): cannot be written: \(ErrorCode.message(code)); nothing was changed\(Self.remedy(code))"
    case .busy(let folder, let seconds):
      "\(folder): locked by another run for \(seconds) s; nothing was changed. Try again when that run has finished"
    case .history(let failure): Self.message(for: failure)
    case .publicationIncomplete(let path, let code):
      "\(path): cannot be published: \(ErrorCode.message(code)); the run is recorded, and the next `curate` "
        + "command completes it once the problem is fixed"
    case .publicationDamaged(let record, let file):
      "\(file): the file staged by an interrupted run does not match its record; delete \(record) and run again"
    case .historyNeeded(let record, let run):
      "\(record): run \(run) was interrupted while it published its files; run once without --no-history to recover"
    case .filesChanged(let paths): Self.filesChangedMessage(paths)
    case .interrupted: "interrupted; nothing was changed"
    }
  }

  private static func message(for error: StageError, stage: String) -> String {
    switch error {
    case .notUTF8(let document, let offset, let line):
      "\(document):\(line): not UTF-8 at offset \(offset) of the file (counted from 0); save the file as UTF-8 "
        + "(stage '\(stage)')"
    case .cannotWrite(let path, let code):
      "\(path): cannot be written: \(ErrorCode.message(code)); nothing was changed\(remedy(code)) (stage '\(stage)')"
    case .outputCollision(let path): "stage '\(stage)' writes '\(path)' twice; give one of the files another path"
    case .programFailed(let why, let lines):
      (["stage '\(stage)' failed: \(why); nothing was written"] + lines.map { "  | \($0)" }).joined(separator: "\n")
    case .failed(let why): "stage '\(stage)' failed: \(why); nothing was written"
    }
  }

  private static func limitMessage(_ id: String?, _ limit: Limit, actual: Int, of total: Int) -> String {
    let verb =
      switch limit.measure {
      case .removed: "removed \(actual) of \(total) entries"
      case .merged: "merged \(actual) of \(total) entries"
      case .changed: "changed \(actual) of \(total) links"
      case .edits: "made \(actual.pluralized("edit"))"
      case .findings:
        "reported \(actual.pluralized("finding"))" + (limit.rule.map { " of the rule '\($0)'" } ?? "")
      case .links: "left \(actual) of \(total) links"
      }
    let subject = id.map { "stage '\($0)'" } ?? "the run"
    let comparison = limit.measure.isMinimum ? "fewer" : "more"
    return "\(subject) \(verb), \(comparison) than its limit of \(limit.amount); nothing was written. "
      + "Check the changes with --diff; raise `limits:` if they are intended"
  }

  private static func unbalancedMessage(_ links: [Imbalance]) -> String {
    let shown = links.prefix(20).map { link in
      let place = link.document + (link.line.map { ":\($0)" } ?? "")
      let stage = link.stage.map { " (last changed by '\($0)')" } ?? ""
      return "\n  \(place): \(link.isMissing ? "lost" : "unexplained"): \(link.url)\(stage)"
    }
    let rest = links.count > 20 ? "\n  and \(links.count - 20) more" : ""
    return "not every link is accounted for; nothing was written. This is a bug in a stage: find the stage with "
      + "--skip STAGE, and report it" + shown.joined() + rest
  }

  private static func filesChangedMessage(_ paths: [String]) -> String {
    let shown = paths.prefix(10).map { "\n  \($0)" }.joined()
    let rest = paths.count > 10 ? "\n  and \(paths.count - 10) more" : ""
    return "\(paths.count.pluralized("file")) \(paths.count == 1 ? "differs" : "differ") from what the run wrote; "
      + "nothing was changed. --force restores anyway, and later changes are lost:" + shown + rest
  }

  private static func message(for failure: HistoryFailure) -> String {
    let (path, what) =
      switch failure {
      case .cannotOpen(let path, let message): (path, "cannot be opened: \(message)")
      case .busy(let path, let seconds): (path, "has been locked by another program for \(seconds) s")
      case .corrupt(let path, let message):
        (path, "is damaged (\(message)); rename or delete it, and the next run creates a new one")
      case .setAside(let path, let message, let keptAs):
        (path, "is damaged (\(message)); it is kept as \(keptAs), and the next run creates a new one")
      case .foreign(let path): (path, "belongs to another program; name another folder with --output")
      case .newer(let path, let version, let supported):
        (path, "was written by a newer curate (format \(version), this one reads up to \(supported)); update curate")
      case .failed(let path, let message): (path, "cannot be used: \(message)")
      }
    let changed = if case .setAside = failure { "Nothing else" } else { "Nothing" }
    let remedy = if case .busy = failure { "try again, or use --no-history" } else { "--no-history runs without it" }
    return "\(path): the history \(what). \(changed) was changed; \(remedy)"
  }

  private static func remedy(_ code: Int32) -> String {
    switch code {
    case ErrorCode.diskFull, ErrorCode.quotaExceeded: ". Free some space and run again"
    case ErrorCode.permissionDenied, ErrorCode.notPermitted, ErrorCode.readOnlyFileSystem:
      ". Name another folder with --output, or get write permission"
    case ErrorCode.notAFolder, ErrorCode.isFolder: ". Name another folder with --output"
    default: ""
    }
  }
}

extension StageError {
  /// The error in a few words, for the summary of a skipped stage.
  var reason: String {
    switch self {
    case .notUTF8(let document, let offset, let line):
      "\(document):\(line): not UTF-8 at offset \(offset) of the file (counted from 0)"
    case .cannotWrite(let path, let code): "\(path): \(ErrorCode.message(code))"
    case .outputCollision(let path): "'\(path)' is written twice"
    case .failed(let why), .programFailed(let why, _): why
    }
  }
}
