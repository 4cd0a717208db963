import CurateCore
import Platform

extension RunError: CustomStringConvertible {
  /// What went wrong, where, and what to do.
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
      "\(folder): another run has been at work here for \(seconds) s; nothing was changed. Try again when it is done"
    case .history(let failure): Self.message(for: failure)
    case .publicationIncomplete(let path, let code):
      "\(path): cannot be put in place: \(ErrorCode.message(code)); the run is kept, and the next `curate` command "
        + "finishes it once that is mended"
    case .publicationDamaged(let record, let file):
      "\(file): what an interrupted run left for it does not fit its record; delete \(record) and run again"
    case .historyNeeded(let record, let run):
      "\(record): run \(run) was interrupted while its files were put in place; run once without --no-history to mend it"
    case .filesChanged(let paths): Self.filesChangedMessage(paths)
    case .interrupted: "interrupted; nothing was changed"
    }
  }

  private static func message(for error: StageError, stage: String) -> String {
    switch error {
    case .notUTF8(let document, let offset, let line):
      "\(document):\(line): offset \(offset) (counted from 0), line \(line): not UTF-8; save the file as UTF-8 (stage '\(stage)')"
    case .cannotWrite(let path, let code):
      "\(path): cannot be written: \(ErrorCode.message(code)); nothing was changed\(remedy(code)) (stage '\(stage)')"
    case .outputCollision(let path): "stage '\(stage)' writes '\(path)' a second time; give one of them another path"
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
      + "Look at it with --diff, and raise `limits:` if that is what you want"
  }

  private static func unbalancedMessage(_ links: [Imbalance]) -> String {
    let shown = links.prefix(20).map { link in
      let place = link.document + (link.line.map { ":\($0)" } ?? "")
      let stage = link.stage.map { " (last changed by '\($0)')" } ?? ""
      return "\n  \(place): \(link.isMissing ? "lost" : "came from nowhere"): \(link.url)\(stage)"
    }
    let rest = links.count > 20 ? "\n  and \(links.count - 20) more" : ""
    return "the account of links does not balance; nothing was written. A stage is at fault: run with --skip STAGE to "
      + "find which, and report it" + shown.joined() + rest
  }

  private static func filesChangedMessage(_ paths: [String]) -> String {
    let shown = paths.prefix(10).map { "\n  \($0)" }.joined()
    let rest = paths.count > 10 ? "\n  and \(paths.count - 10) more" : ""
    return "\(paths.count.pluralized("file")) \(paths.count == 1 ? "is" : "are") not as the run left "
      + "\(paths.count == 1 ? "it" : "them"); nothing was changed. --force puts back all the same, and what was "
      + "changed since is lost:" + shown + rest
  }

  private static func message(for failure: HistoryFailure) -> String {
    let (path, what) =
      switch failure {
      case .cannotOpen(let path, let message): (path, "cannot be opened: \(message)")
      case .busy(let path, let seconds): (path, "has been held by another program for \(seconds) s; try again")
      case .corrupt(let path, let message): (path, "is damaged (\(message)); move it away to begin a new one")
      case .setAside(let path, let message, let keptAs):
        (path, "is damaged (\(message)); it is kept as \(keptAs), and the next run begins a new one")
      case .foreign(let path): (path, "is a database of another program; name another folder with --output")
      case .newer(let path, let version, let supported):
        (path, "was written by a newer curate (format \(version), this one reads up to \(supported)); update curate")
      case .failed(let path, let message): (path, "cannot be used: \(message)")
      }
    let changed = if case .setAside = failure { "Nothing else" } else { "Nothing" }
    return "\(path): the history \(what). \(changed) was changed; --no-history runs without it"
  }

  private static func remedy(_ code: Int32) -> String {
    switch code {
    case ErrorCode.diskFull, ErrorCode.quotaExceeded: ". Free some space and run again"
    case ErrorCode.permissionDenied, ErrorCode.notPermitted, ErrorCode.readOnlyFileSystem:
      ". Name another folder with --output, or give yourself the right to write"
    case ErrorCode.notAFolder, ErrorCode.isFolder: ". Name another folder with --output"
    default: ""
    }
  }
}

extension StageError {
  /// In a few words, for the line of a stage that was skipped.
  var reason: String {
    switch self {
    case .notUTF8(let document, let offset, let line):
      "\(document): offset \(offset) (counted from 0), line \(line): not UTF-8"
    case .cannotWrite(let path, let code): "\(path): \(ErrorCode.message(code))"
    case .outputCollision(let path): "'\(path)' is written twice"
    case .failed(let why), .programFailed(let why, _): why
    }
  }
}
