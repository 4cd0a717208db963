/// Takes the files that a run emits, and publishes all of them or none.
public protocol OutputSink: Sendable {
  /// Opens a file that stays invisible until the run has succeeded.
  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile
}

/// Where an emitted file ends up.
public enum OutputPlace: Sendable, Hashable {
  /// A path below the output folder, with `/` between its parts.
  case output(String)
  /// The input file that a document was read from.
  case input(DocumentID)
}

/// A file being emitted. Bytes are buffered; `close` must be called for the file to count.
///
/// Files may be written side by side, each by one thread at a time.
public protocol OutputFile: AnyObject, Sendable {
  func append(_ bytes: [UInt8]) throws(StageError)
  func close() throws(StageError)
}

extension OutputSink {
  /// Emits a whole file at once.
  public func write(_ bytes: [UInt8], to place: OutputPlace) throws(StageError) {
    let file = try open(place)
    try file.append(bytes)
    try file.close()
  }
}
