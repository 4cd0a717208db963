public import CurateCore

/// The result of a run.
public struct RunResult: Sendable {
  public let collection: Collection
  /// Edits of each document, in the order of `collection.documents`.
  public let resolvedEdits: [ResolvedEdits]
  /// The number of changed lines of each document, in the same order.
  public let changedLines: [Int]
  /// Stages, written files and duration.
  public let record: RunRecord
  /// The number of the run in the history (nil without a history).
  public let number: Int64?

  /// The bytes of each document with all edits applied, computed on each access.
  public var documents: [[UInt8]] { zip(collection.documents, resolvedEdits).map { $1.apply(to: $0.source) } }

  /// Whether the text of any document changed.
  public var changesAnything: Bool { resolvedEdits.contains { !$0.edits.isEmpty } }
}

extension ResolvedEdits {
  /// Returns the number of lines that the edits changed, removed or added, each counted once.
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

  /// Returns 1 if an insertion within a line changes a line that is not counted yet, otherwise 0.
  private func touches(_ edit: Edit, after lastLine: Int, in document: Document) -> Int {
    edit.replacement.isEmpty || document.line(at: edit.range.lowerBound) <= lastLine ? 0 : 1
  }
}
