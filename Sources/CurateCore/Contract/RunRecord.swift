/// What a history keeps of one run, besides what stands in the collection.
public struct RunRecord: Sendable {
  /// The recipe's path as given on the command line; `-` for the built-in recipe.
  public var recipePath: String
  public var recipeName: String
  public var recipe: [UInt8]
  /// The common folder of the inputs, as seen from that of the recipe; nil if they are no files.
  public var inputFolder: String?
  public var arguments: [String]
  public var curateVersion: String
  /// The version of the public suffix data.
  public var suffixDataVersion: String
  /// Milliseconds since 1970-01-01 UTC.
  public var startedAt: Int64
  public var milliseconds: Double
  /// Links found in the inputs, also by a run that failed later; 0 before they are parsed.
  public var links: Int
  public var stages: [StageRecord]
  /// In the order of `Collection.documents`.
  public var resolvedEdits: [ResolvedEdits]
  public var outputs: [OutputRecord]
  /// What stages asked `FileLookup` for and was not there, sorted: what reports say follows from it.
  public var missingFiles: [String]

  public init(
    recipePath: String, recipeName: String, recipe: [UInt8], arguments: [String], curateVersion: String,
    suffixDataVersion: String, startedAt: Int64
  ) {
    self.recipePath = recipePath
    self.recipeName = recipeName
    self.recipe = recipe
    self.arguments = arguments
    self.curateVersion = curateVersion
    self.suffixDataVersion = suffixDataVersion
    self.startedAt = startedAt
    milliseconds = 0
    links = 0
    stages = []
    resolvedEdits = []
    outputs = []
    missingFiles = []
  }
}

/// One stage of a run: what it did, in numbers.
public struct StageRecord: Sendable, Equatable {
  /// The id in the recipe.
  public var id: String
  /// The name of the stage.
  public var uses: String
  public var milliseconds: Double
  public var events: Int
  public var edits: Int
  public var merged: Int
  public var removed: Int
  public var findings: Int
  /// One line for people: `13 merged; 2 kept, titles differ`.
  public var summary: String

  public init(
    id: String, uses: String, milliseconds: Double, events: Int, edits: Int, merged: Int, removed: Int, findings: Int,
    summary: String
  ) {
    self.id = id
    self.uses = uses
    self.milliseconds = milliseconds
    self.events = events
    self.edits = edits
    self.merged = merged
    self.removed = removed
    self.findings = findings
    self.summary = summary
  }
}

/// A file that a run wrote.
public struct OutputRecord: Sendable, Equatable {
  /// Below the output folder, or the input's path for a file written in place.
  public var path: String
  public var bytes: Int
  /// Lower-case hexadecimal.
  public var sha256: String
  /// Whether it took the place of an input.
  public var isInPlace: Bool

  public init(path: String, bytes: Int, sha256: String, isInPlace: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.isInPlace = isInPlace
  }
}

/// Keeps the history of runs.
///
/// The runner calls `begin` before the first stage, `commit` after all files are staged and before the first of them is
/// renamed, or `fail`. A run for which neither came was interrupted. `begin` is called on another thread than the rest,
/// but never at the same time.
public protocol RunRecorder: AnyObject, Sendable {
  /// - Returns: the run's number.
  func begin(_ run: RunRecord) throws(HistoryFailure) -> Int64
  /// - Parameter isDurable: whether the run's files are put in place on the strength of this, so that it must be
  ///   on the disk first. Where all files are as they were, nothing depends on it.
  func commit(
    _ run: RunRecord, number: Int64, collection: Collection, isDurable: Bool
  ) throws(HistoryFailure)
  func fail(_ run: RunRecord, number: Int64, reason: String) throws(HistoryFailure)
  /// Whether `commit` has succeeded for a run: decides whether a crashed publication is finished or undone.
  func isCommitted(_ number: Int64) throws(HistoryFailure) -> Bool
}

/// Why the history could not be read or written.
public enum HistoryFailure: Error, Sendable, Equatable {
  case cannotOpen(path: String, message: String)
  /// Another process holds the database; `seconds` is how long was waited.
  case busy(path: String, seconds: Int)
  /// Not a database, or a damaged one; it stays as it is.
  case corrupt(path: String, message: String)
  /// The same, found when it was to be written: it has been renamed to `keptAs`, so that the next run can begin anew.
  case setAside(path: String, message: String, keptAs: String)
  /// A database of another program.
  case foreign(path: String)
  /// Written by a newer curate; `version` is the database's, `supported` ours.
  case newer(path: String, version: Int, supported: Int)
  case failed(path: String, message: String)
}
