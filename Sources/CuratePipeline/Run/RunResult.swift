public import CurateCore

/// What a run did.
public struct RunResult: Sendable {
  public let collection: Collection
  /// In the order of `collection.documents`, as are the next.
  public let resolvedEdits: [ResolvedEdits]
  /// How many lines of each document are not as they were.
  public let changedLines: [Int]
  /// With the stages, the files that were written, and the time it took.
  public let record: RunRecord
  /// In the history; nil without one.
  public let number: Int64?

  /// The bytes of each document with all edits applied, made when asked for.
  public var documents: [[UInt8]] { zip(collection.documents, resolvedEdits).map { $1.apply(to: $0.source) } }

  /// Whether any document has another text than before.
  public var changesAnything: Bool { resolvedEdits.contains { !$0.edits.isEmpty } }
}

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
