public import CurateCore

/// A file that a run wrote, and what stood there before.
public struct UndoStep: Sendable, Equatable {
  /// Below the output folder, or the input's path for a file written in place.
  public var path: String
  public var isInPlace: Bool
  /// SHA-256 of what the run wrote, in lower-case hexadecimal: as long as the file has it, nobody changed it since.
  public var written: String
  public var before: Before

  public enum Before: Sendable, Equatable {
    /// These bytes; ask `contents(of:)` with their SHA-256.
    case contents(sha256: String)
    /// A report of an earlier run: the history keeps its hash, and that run's recipe and inputs make it anew.
    case report(run: Int64, sha256: String)
    /// A content that held credentials, which are not kept.
    case notKept(sha256: String)
    /// Nothing that the history knows of.
    case nothing
  }
}

extension History {
  /// What has to be put back to undo a run, by path; empty if the run did not finish.
  public func undoSteps(of run: Int64) throws(HistoryFailure) -> [UndoStep] {
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
          // What was rewritten was read before; if it cannot be told which input it was, nothing is put there.
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

  /// What a run read, by document.
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
