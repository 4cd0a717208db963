public import CurateCore
public import Platform

/// Makes anew what an earlier run made, from its recipe and the bytes that it read. No file is read or written.
public struct Replay: Sendable {
  /// A file that the run would write.
  public struct File: Sendable, Equatable {
    /// Below the output folder, or the document's path for a file written in place.
    public var path: String
    public var isInPlace: Bool
    public var bytes: [UInt8]

    /// In lower-case hexadecimal.
    public var sha256: String { SHA256.hex(of: bytes) }
  }

  public let collection: Collection
  /// With the stages and what they did; without outputs.
  public let record: RunRecord
  public let files: [File]

  /// - Parameters:
  ///   - plan: made for `documents`, see `Plan.Request.documents`.
  ///   - documents: the bytes that the run read, in its order.
  ///   - files: what the run was told of other files.
  public init(
    _ plan: Plan, documents: [Input], files: any FileLookup, origin: Runner.Origin,
    isCancelled: @escaping @Sendable () -> Bool = { Cancellation.isRequested }
  ) throws(RunError) {
    var run = Run(
      plan: plan, origin: origin, collection: Collection(documents), files: files, isDryRun: true,
      isCancelled: isCancelled)
    let sink = MemoryOutputs(names: OutputNames(output: plan.output, inputs: plan.inputs))
    try run.transform(observer: nil)
    try run.emit(to: sink, observer: nil)
    collection = run.collection
    record = run.record
    self.files = sink.files
  }
}
