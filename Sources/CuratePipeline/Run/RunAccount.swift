import CurateCore

extension Run {
  /// Ends the run if a link was lost, or came from nowhere.
  func check(_ account: LinkAccount) throws(RunError) {
    guard !account.isBalanced else { return }
    throw .unbalanced(
      account.missing.map { imbalance($0, isMissing: true) }
        + account.unexplained.map { imbalance($0, isMissing: false) })
  }

  private func imbalance(_ found: LinkAccount.Discrepancy, isMissing: Bool) -> RunError.Imbalance {
    RunError.Imbalance(
      document: plan.inputs[found.document.index].path, line: found.line, url: found.url, isMissing: isMissing,
      stage: lastStage(around: found))
  }

  /// The stage that last rewrote the line of a missing link, or whose replacement holds a link that is unexplained.
  private func lastStage(around found: LinkAccount.Discrepancy) -> String? {
    let document = collection[found.document]
    let edit = collection.journal.edits.last { edit in
      guard edit.document == found.document else { return false }
      guard let line = found.line else { return String(decoding: edit.replacement, as: UTF8.self).contains(found.url) }
      let lines = document.line(at: edit.range.lowerBound)...document.line(at: edit.range.upperBound)
      return lines.contains(line)
    }
    return edit.map { collection.journal.events[$0.event].stage }
  }
}
