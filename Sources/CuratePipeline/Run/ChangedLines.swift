import CurateCore

extension ResolvedEdits {
  /// How many lines an edit changed, took away or added, each counted once.
  func changedLines(in document: Document) -> Int {
    var count = 0
    var lastLine = 0
    for edit in edits {
      let inserted = edit.replacement.count { $0 == UInt8(ascii: "\n") }
      guard !edit.range.isEmpty else {
        count += max(inserted, touches(edit, after: lastLine, in: document))
        continue
      }
      let first = document.line(at: edit.range.lowerBound)
      let last = document.line(at: edit.range.upperBound - 1)
      let breaks = document.source[edit.range].count { $0 == UInt8(ascii: "\n") }
      count += max(0, last - max(first, lastLine + 1) + 1) + max(0, inserted - breaks)
      lastLine = max(lastLine, last)
    }
    return count
  }

  /// 1 if an insertion within a line changes a line that is not counted yet.
  private func touches(_ edit: Edit, after lastLine: Int, in document: Document) -> Int {
    edit.replacement.isEmpty || document.line(at: edit.range.lowerBound) <= lastLine ? 0 : 1
  }
}
