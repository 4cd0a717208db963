/// The resources of a stage in addition to the collection.
public struct StageContext: Sendable {
  /// The name of the recipe, for reports.
  public var recipe: String
  /// The name of the recipe's file without its folder; empty for a recipe without a file.
  public var recipeFile: String
  /// Receives emitted files. They are published only if the whole run succeeds.
  public var outputs: any OutputSink
  /// Finds files in the folder of the inputs.
  public var files: any FileLookup
  /// Receives the progress of a long stage (done and total, in bytes); called from any thread.
  public var progress: Progress?
  /// The `timeout:` of the recipe (in milliseconds; none by default). The runner checks it after the stage; a stage that
  /// waits must stop by itself.
  public var timeout: Int?
  /// Whether the run is a dry run, which writes no files.
  public var isDryRun: Bool
  /// Whether the run has been cancelled. A stage that waits must check it regularly.
  public var isCancelled: @Sendable () -> Bool

  /// Receives the number of bytes done and the total.
  public typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  /// Creates a context.
  public init(
    recipe: String, recipeFile: String = "", outputs: any OutputSink, files: any FileLookup = UnavailableFileLookup(),
    progress: Progress? = nil, timeout: Int? = nil, isDryRun: Bool = false,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.recipe = recipe
    self.recipeFile = recipeFile
    self.outputs = outputs
    self.files = files
    self.progress = progress
    self.timeout = timeout
    self.isDryRun = isDryRun
    self.isCancelled = isCancelled
  }
}

/// Tells stages which files exist in the folder of the documents. Stages have no other access to the file system.
public protocol FileLookup: Sendable {
  /// Whether a file or folder exists; nil if unknown.
  ///
  /// - Parameter path: relative to the common folder of all inputs, as `DocumentPath.resolve` returns it.
  func exists(_ path: String) -> Bool?
}

/// Answers as in an earlier run, from the record of the files that were missing.
package struct RecordedFileLookup: FileLookup {
  private let missing: Set<String>

  package init(missing: [String]) { self.missing = Set(missing) }

  package func exists(_ path: String) -> Bool? { !missing.contains(path) }
}

/// Knows no files, for documents that are not in a folder.
public struct UnavailableFileLookup: FileLookup {
  /// Creates a lookup.
  public init() {}
  /// Returns nil: unknown.
  public func exists(_ path: String) -> Bool? { nil }
}

/// Receives the files that a run emits, and publishes all of them or none.
public protocol OutputSink: Sendable {
  /// Opens a file that is published after the run has succeeded.
  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile
}

/// The place of an emitted file.
public enum OutputPlace: Sendable, Hashable {
  /// A path relative to the output folder, with `/` as separator.
  case output(String)
  /// The input file that a document was read from.
  case input(DocumentID)
}

/// A file that is being emitted. Buffers its bytes. Only a closed file is published.
///
/// Several files can be written at the same time, each by one thread.
public protocol OutputFile: AnyObject, Sendable {
  /// Appends bytes.
  func append(_ bytes: [UInt8]) throws(StageError)
  /// Completes the file.
  func close() throws(StageError)
}

extension OutputSink {
  /// Opens, writes and closes a file.
  public func write(_ bytes: [UInt8], to place: OutputPlace) throws(StageError) {
    let file = try open(place)
    try file.append(bytes)
    try file.close()
  }
}
