/// Tells stages which files stand beside the documents. It is all that a stage can learn of a disk.
public protocol FileLookup: Sendable {
  /// Whether a file or folder is there; nil if that cannot be told.
  ///
  /// - Parameter path: below the common folder of all inputs, as `DocumentPath.resolve` gives it.
  func exists(_ path: String) -> Bool?
}

/// Knows which files were asked for and were not there: what an earlier run was told, to be told again.
public struct RecordedFileLookup: FileLookup {
  private let missing: Set<String>

  public init(missing: [String]) { self.missing = Set(missing) }

  public func exists(_ path: String) -> Bool? { !missing.contains(path) }
}

/// Can tell of no file: for documents that stand in no folder.
public struct UnavailableFileLookup: FileLookup {
  public init() {}
  public func exists(_ path: String) -> Bool? { nil }
}
