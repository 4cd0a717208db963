/// The data that the history stores about a run, in addition to the collection.
public struct RunRecord: Sendable {
  /// The recipe's path as given on the command line; `-` for the built-in recipe.
  public var recipePath: String
  /// The name of the recipe.
  public var recipeName: String
  /// The bytes of the recipe.
  public var recipe: [UInt8]
  /// The common folder of the inputs, relative to the folder of the recipe; nil if the inputs are not files.
  public var inputFolder: String?
  /// The arguments of the command.
  public var arguments: [String]
  /// The version of curate.
  public var curateVersion: String
  /// The version of the public suffix data.
  public var suffixDataVersion: String
  /// The start of the run (in milliseconds since 1970-01-01 UTC).
  public var startedAt: Int64
  /// The duration of the run (in milliseconds).
  public var milliseconds: Double
  /// The number of links in the inputs, also for a run that failed later; 0 before the inputs are parsed.
  public var links: Int
  /// The stages that have run.
  public var stages: [StageRecord]
  /// The resolved edits, in the order of `Collection.documents`.
  public var resolvedEdits: [ResolvedEdits]
  /// The files that the run wrote.
  public var outputs: [OutputRecord]
  /// The paths that stages looked up and that did not exist, sorted. Findings depend on them.
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

/// The counts of one stage of a run.
public struct StageRecord: Sendable, Equatable {
  /// The id of the stage in the recipe.
  public var id: String
  /// The name of the stage.
  public var uses: String
  /// The duration (in milliseconds).
  public var milliseconds: Double
  /// The number of events.
  public var events: Int
  /// The number of edits.
  public var edits: Int
  /// The number of merged links.
  public var merged: Int
  /// The number of removed links.
  public var removed: Int
  /// The number of findings.
  public var findings: Int
  /// A one-line summary for the user: `13 merged; 2 kept, titles differ`.
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
  /// The path relative to the output folder; the path of the input for a file written in place.
  public var path: String
  /// The size (in bytes).
  public var bytes: Int
  /// The SHA-256 of the content (in lower-case hexadecimal).
  public var sha256: String
  /// Whether it replaced an input.
  public var isInPlace: Bool

  package init(path: String, bytes: Int, sha256: String, isInPlace: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.isInPlace = isInPlace
  }
}

/// Records runs in the history.
///
/// The runner calls `begin` before the first stage. Then it calls either `commit`, after all files are staged and before the
/// first of them is renamed, or `fail`. A run with neither was interrupted. The runner calls `begin` on another thread than
/// the other methods, but never at the same time.
public protocol RunRecorder: AnyObject, Sendable {
  /// Records the start of a run.
  ///
  /// - Returns: the number of the run.
  func begin(_ run: RunRecord) throws(HistoryFailure) -> Int64
  /// Records a run that has succeeded.
  ///
  /// - Parameter isDurable: whether the record must be on disk when the method returns, because the run's files are
  ///   renamed afterwards. It need not if no file changes.
  func commit(
    _ run: RunRecord, number: Int64, collection: Collection, isDurable: Bool
  ) throws(HistoryFailure)
  /// Records a run that has failed.
  func fail(_ run: RunRecord, number: Int64, reason: String) throws(HistoryFailure)
  /// Whether `commit` has succeeded for a run. Decides whether an interrupted publication is completed or undone.
  func isCommitted(_ number: Int64) throws(HistoryFailure) -> Bool
}

/// Why reading or writing the history failed.
public enum HistoryFailure: Error, Sendable, Equatable {
  /// The file could not be opened.
  case cannotOpen(path: String, message: String)
  /// Another process has locked the database. `seconds` is the lock timeout.
  case busy(path: String, seconds: Int)
  /// The file is not a database, or it is damaged. It is not changed.
  case corrupt(path: String, message: String)
  /// The file is not a database, or it is damaged. It has been renamed to `keptAs`, so that the next run can create a new
  /// one.
  case setAside(path: String, message: String, keptAs: String)
  /// The database belongs to another program.
  case foreign(path: String)
  /// A newer curate wrote the database. `version` is that of the database, `supported` the newest that this curate reads.
  case newer(path: String, version: Int, supported: Int)
  /// Any other failure.
  case failed(path: String, message: String)
}
