public import CurateCore

/// A file that a run read or wrote.
public struct FileSummary: Sendable, Equatable {
  /// An input: relative to the common folder of the inputs. An output: relative to the output folder, or the path of
  /// the input if it was written in place.
  public var path: String
  /// The size in bytes.
  public var bytes: Int
  /// In lower-case hexadecimal.
  public var sha256: String
  /// Whether the file replaced an input.
  public var isInPlace: Bool
  /// Whether the history holds the content of the file.
  public var isRestorable: Bool

  init(_ row: Row) {
    (path, bytes, sha256) = (row[0], row[1], Hex.text(row[2]))
    (isInPlace, isRestorable) = (row[3], row[4])
  }
}

extension History {
  /// Returns the files that a run read, in the order of its documents.
  public func inputs(of run: Int64) throws(HistoryFailure) -> [FileSummary] {
    try connection.read { db throws(HistoryFailure) in
      try db.rows(
        """
        SELECT document.path, blob.size, blob.sha256, FALSE, NOT blob.redacted
        FROM run
          JOIN outcome_input ON outcome_input.outcome = run.outcome
          JOIN document_version ON document_version.id = outcome_input.version
          JOIN document ON document.id = document_version.document
          JOIN blob ON blob.id = document_version.content
        WHERE run.id = ? ORDER BY outcome_input.position
        """, run
      ) { FileSummary($0) }
    }
  }

  /// Returns the files that a run wrote, sorted by path.
  public func outputs(of run: Int64) throws(HistoryFailure) -> [FileSummary] {
    try connection.read { db throws(HistoryFailure) in
      try db.rows(
        """
        SELECT path, outcome_output.size, outcome_output.sha256, in_place, coalesce(NOT blob.redacted, FALSE)
        FROM run
          JOIN outcome_output ON outcome_output.outcome = run.outcome
          LEFT JOIN blob ON blob.id = outcome_output.content
        WHERE run.id = ? ORDER BY path
        """, run
      ) { FileSummary($0) }
    }
  }

  /// Returns the paths of files next to the inputs that relative links pointed to and that were missing, sorted. Empty
  /// for a run older than format 4.
  public func missingFiles(of run: Int64) throws(HistoryFailure) -> [String] {
    try connection.read { db throws(HistoryFailure) in
      try db.rows(
        """
        SELECT path FROM run JOIN outcome_missing_file ON outcome_missing_file.outcome = run.outcome
        WHERE run.id = ? ORDER BY path
        """, run
      ) { $0[0] as String }
    }
  }

  /// Returns the content with this SHA-256, nil if the history does not hold it.
  ///
  /// - Parameter sha256: in lower-case hexadecimal.
  public func contents(of sha256: String) throws(HistoryFailure) -> [UInt8]? {
    guard let digest = Hex.bytes(sha256) else { return nil }
    return try connection.read { db throws(HistoryFailure) in
      let blobs = BlobStore(db: db)
      guard let blob = try blobs.find(digest) else { return nil }
      return try blobs.contents(of: blob.id)
    }
  }

  /// Returns the recipe of a run byte for byte, nil if it held credentials or the run does not exist.
  public func recipe(of run: Int64) throws(HistoryFailure) -> [UInt8]? {
    try connection.read { db throws(HistoryFailure) in
      guard let id = try db.number("SELECT recipe FROM run WHERE id = ?", run) else { return nil }
      return try BlobStore(db: db).contents(of: id)
    }
  }
}

/// Finds documents by path. A history names documents relative to the common folder of the inputs of their run.
package enum DocumentName {
  /// Returns the document that `path` points to: its name is a suffix of `path`, or `path` is a suffix of its name,
  /// compared component by component.
  ///
  /// - Returns: the longest matching name; nil if none matches, or if `path` is a suffix of several names.
  package static func find(_ path: String, among documents: [String]) -> String? {
    let components = Self.components(of: path)
    let inside = documents.filter { components.ends(with: Self.components(of: $0)) }
    if let longest = inside.max(by: { $0.utf8.count < $1.utf8.count }) { return longest }
    let around = documents.filter { Self.components(of: $0).ends(with: components) }
    return around.count == 1 ? around.first : nil
  }

  private static func components(of path: String) -> [Substring] {
    path.split(separator: "/").filter { $0 != "." && $0 != ".." }
  }
}

extension Array where Element: Equatable {
  fileprivate func ends(with end: [Element]) -> Bool { !end.isEmpty && suffix(end.count).elementsEqual(end) }
}
