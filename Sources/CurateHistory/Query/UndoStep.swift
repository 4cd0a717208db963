package import CurateCore

/// A file that a run wrote, and its content before the run.
package struct UndoStep: Sendable, Equatable {
  /// Relative to the output folder, or the path of the input if the file was written in place.
  package var path: String
  /// Whether the file replaced an input.
  package var isInPlace: Bool
  /// The SHA-256 of what the run wrote, in lower-case hexadecimal. A file with another SHA-256 was changed after the
  /// run.
  package var written: String
  package var before: Before

  /// The content of a file before a run.
  package enum Before: Sendable, Equatable {
    /// A content that the history holds; `contents(of:)` returns it.
    case contents(sha256: String)
    /// A report of an earlier run. The history keeps its hash; it can be recreated from the recipe and inputs of that
    /// run.
    case report(run: Int64, sha256: String)
    /// A content that the history does not hold, for example because it contained credentials.
    case notKept(sha256: String)
    /// No file that the history knows of.
    case nothing
  }
}

extension History {
  /// Returns what must be restored to undo a run, sorted by path. Empty if the run did not finish.
  package func undoSteps(of run: Int64) throws(HistoryFailure) -> [UndoStep] {
    try connection.read { db throws(HistoryFailure) in
      let inputs = try Self.inputs(of: run, in: db)
      var takenInputs: Set<String> = []
      return try db.rows(
        """
        SELECT path, in_place, sha256, run.sequence FROM run
          JOIN outcome_output ON outcome_output.outcome = run.outcome
        WHERE run.id = ? ORDER BY path
        """, run
      ) { row throws(HistoryFailure) in
        let (path, isInPlace): (String, Bool) = (row[0], row[1])
        var before = UndoStep.Before.nothing
        if isInPlace {
          // A file written in place was an input of the run. If the input cannot be identified, nothing is restored.
          let document = DocumentName.find(path, among: Array(inputs.keys))
          let isFirst = document.map { takenInputs.insert($0).inserted } ?? false
          before = document.flatMap { isFirst ? inputs[$0] : nil } ?? .notKept(sha256: "")
        } else if let earlier = try Self.earlierOutput(path, before: row[3], in: db) {
          before = earlier
        }
        return UndoStep(path: path, isInPlace: isInPlace, written: Hex.text(row[2]), before: before)
      }
    }
  }

  /// Returns the contents that a run read, by document.
  private static func inputs(of run: Int64, in db: Database) throws(HistoryFailure) -> [String: UndoStep.Before] {
    let inputs = try db.rows(
      """
      SELECT document.path, blob.sha256, blob.redacted FROM run
        JOIN outcome_input ON outcome_input.outcome = run.outcome
        JOIN document_version ON document_version.id = outcome_input.version
        JOIN document ON document.id = document_version.document
        JOIN blob ON blob.id = document_version.content
      WHERE run.id = ?
      """, run
    ) { ($0[0] as String, before($0[1], isRedacted: $0[2])) }
    return Dictionary(inputs, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the content that the last run before `sequence` wrote to `path`.
  private static func earlierOutput(
    _ path: String, before sequence: Int64, in db: Database
  ) throws(HistoryFailure) -> UndoStep.Before? {
    try db.first(
      """
      SELECT outcome_output.sha256, blob.redacted, run.id FROM run
        JOIN outcome_output ON outcome_output.outcome = run.outcome
        LEFT JOIN blob ON blob.id = outcome_output.content
      WHERE run.sequence < ? AND path = ? AND NOT in_place ORDER BY run.sequence DESC LIMIT 1
      """, sequence, path
    ) { row in
      row.isNull(1)
        ? .report(run: row[2], sha256: Hex.text(row[0])) : before(row[0], isRedacted: row[1])
    }
  }

  private static func before(_ digest: [UInt8], isRedacted: Bool) -> UndoStep.Before {
    let sha256 = Hex.text(digest)
    return isRedacted ? .notKept(sha256: sha256) : .contents(sha256: sha256)
  }
}
