public import CurateCore
import FoundationEssentials
import GRDB

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
    try connection.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT path, in_place, sha256, run.outcome, run.sequence FROM run
            JOIN outcome_output ON outcome_output.outcome = run.outcome
          WHERE run.id = ? ORDER BY path
          """, arguments: [run]
      ).map { row in
        let (path, isInPlace, digest): (String, Bool, Data) = (row[0], row[1], row[2])
        let before =
          isInPlace
          ? try Self.input(path, of: row[3], in: db) : try Self.earlierOutput(path, before: row[4], in: db)
        return UndoStep(
          path: path, isInPlace: isInPlace, written: Hex.text([UInt8](digest)), before: before ?? .nothing)
      }
    }
  }

  private static func input(_ path: String, of outcome: Int64, in db: Database) throws -> UndoStep.Before? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT blob.sha256, blob.redacted FROM outcome_input
          JOIN document_version ON document_version.id = outcome_input.version
          JOIN document ON document.id = document_version.document
          JOIN blob ON blob.id = document_version.content
        WHERE outcome = ? AND path = ?
        """, arguments: [outcome, path]
    ).map { before($0[0], isRedacted: $0[1]) }
  }

  private static func earlierOutput(
    _ path: String, before sequence: Int64, in db: Database
  ) throws -> UndoStep.Before? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT outcome_output.sha256, blob.redacted, run.id FROM run
          JOIN outcome_output ON outcome_output.outcome = run.outcome
          LEFT JOIN blob ON blob.id = outcome_output.content
        WHERE run.sequence < ? AND path = ? AND NOT in_place ORDER BY run.sequence DESC LIMIT 1
        """, arguments: [sequence, path])
    guard let row else { return nil }
    guard let isRedacted: Bool = row[1] else {
      let digest: Data = row[0]
      return .report(run: row[2], sha256: Hex.text([UInt8](digest)))
    }
    return before(row[0], isRedacted: isRedacted)
  }

  private static func before(_ digest: Data, isRedacted: Bool) -> UndoStep.Before {
    let sha256 = Hex.text([UInt8](digest))
    return isRedacted ? .notKept(sha256: sha256) : .contents(sha256: sha256)
  }
}
