public import CurateCore
import Platform

/// Executes a plan.
///
/// Reads the inputs, runs the stages, stages the files, checks that every link is accounted for, commits the run to
/// the history, and then publishes the files. An error before the commit leaves all existing files unchanged.
public struct Runner {
  /// Whether a run writes files and history.
  public enum Mode: Sendable {
    case write
    /// Writes neither files nor history. Stages that emit run, and their files are discarded.
    case dryRun
  }

  /// The origin of a run, for the history.
  public struct Origin: Sendable {
    public var arguments: [String]
    public var curateVersion: String
    /// The version of the public suffix data.
    public var suffixDataVersion: String

    public init(arguments: [String] = [], curateVersion: String = "", suffixDataVersion: String = "") {
      self.arguments = arguments
      self.curateVersion = curateVersion
      self.suffixDataVersion = suffixDataVersion
    }
  }

  public let plan: Plan
  let recorder: (any RunRecorder)?
  let origin: Origin
  let isCancelled: @Sendable () -> Bool
  /// Lock timeout (seconds): how long to wait for another run in the same folder.
  let lockTimeout: Int

  /// - Parameters:
  ///   - recorder: writes the history (nil: no history).
  ///   - lockTimeout: how long to wait for another run in the same folder (seconds).
  ///   - isCancelled: whether the user has stopped the run. Asked often, on any thread.
  public init(
    _ plan: Plan, recorder: (any RunRecorder)?, origin: Origin = Origin(), lockTimeout: Int = 10,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.plan = plan
    self.recorder = recorder
    self.origin = origin
    self.lockTimeout = lockTimeout
    self.isCancelled = isCancelled
  }

  /// Runs the plan.
  public func run(mode: Mode, observer: (any RunObserver)? = nil) throws(RunError) -> RunResult {
    switch mode {
    case .write: try write(observer: observer)
    case .dryRun: try dryRun(observer: observer)
    }
  }

  private func dryRun(observer: (any RunObserver)?) throws(RunError) -> RunResult {
    var run = try prepare(isDryRun: true)
    let sink = NamedOutputs(names: OutputNames(output: plan.output, inputs: plan.inputs))
    try run.transform(observer: observer)
    try run.emit(to: sink, observer: observer)
    return run.result(number: nil)
  }

  private func write(observer: (any RunObserver)?) throws(RunError) -> RunResult {
    let folder = plan.publicationFolder
    var madeFolders: [String] = []
    do throws(SystemError) { madeFolders = try FileSystem.makeFolder(folder) } catch { throw RunError(writing: error) }
    var succeeded = false
    defer { if !succeeded { for folder in madeFolders.reversed() { FileSystem.deleteEmptyFolder(folder) } } }
    let lock = try FolderLock.acquire(folder, waitingFor: lockTimeout, isCancelled: isCancelled)
    let recorder = recorder
    // Checked first: otherwise a read-only folder would be reported as an error of the history.
    if recorder != nil {
      do throws(SystemError) { try FileSystem.check(.write, of: folder) } catch { throw RunError(writing: error) }
    }
    _ = try Publication.recover(under: lock) { recorder }
    var run = try prepare(isDryRun: false)
    // Opens the database while the stages run.
    let opening = Future { [record = run.record] in Self.begin(record, in: recorder) }
    let staged = StagedOutputs(
      folder: folder, names: OutputNames(output: plan.output, inputs: plan.inputs), lockTimeout: lockTimeout,
      isCancelled: isCancelled)
    var number: Int64?
    do throws(RunError) {
      try run.transform(observer: observer)
      number = try opening.value.get()
      try run.emit(to: staged, observer: observer)
      try publish(&run, staged, number: number)
    } catch {
      staged.discard()
      if let number = try? opening.value.get() {
        run.stopClock()
        // The first error is reported; a run that the history cannot close is shown as interrupted.
        try? recorder?.fail(run.record, number: number, reason: error.description)
      }
      throw error
    }
    succeeded = true
    return withExtendedLifetime(lock) { run.result(number: number) }
  }

  /// - Returns: the run's number (nil without a history).
  private static func begin(_ record: RunRecord, in recorder: (any RunRecorder)?) -> Result<Int64?, RunError> {
    do throws(HistoryFailure) { return .success(try recorder?.begin(record)) } catch {
      return .failure(.history(error))
    }
  }

  /// Reads the inputs.
  private func prepare(isDryRun: Bool) throws(RunError) -> RunExecution {
    let (files, isCancelled) = (plan.inputs, isCancelled)
    let parts = concurrentMap(files.count, stretch: 16) { range in
      files[range].map { file in
        Result { () throws(RunError) in
          if isCancelled() { throw .interrupted }
          return Input(path: file.documentPath, bytes: try Self.read(file.path))
        }
      }
    }
    var inputs: [Input] = []
    inputs.reserveCapacity(files.count)
    for result in parts.joined() { inputs.append(try result.get()) }
    Heap.prepare(bytes: inputs.reduce(0) { $0 + $1.bytes.count })
    return RunExecution(
      plan: plan, origin: origin, collection: Collection(inputs), isDryRun: isDryRun, isCancelled: isCancelled)
  }

  /// Reads a document of at most 4 GiB, because positions have 32 bits.
  private static func read(_ path: String) throws(RunError) -> [UInt8] {
    let limit = Int(UInt32.max)
    do throws(SystemError) {
      return try FileSystem.read(path, limit: limit)
    } catch {
      throw error.code == ErrorCode.fileTooLarge
        ? .inputTooLarge(path: path, limit: limit + 1) : .cannotRead(path: path, code: error.code)
    }
  }

  private func publish(_ run: inout RunExecution, _ staged: StagedOutputs, number: Int64?) throws(RunError) {
    let files = try staged.finish()
    run.record.outputs = files.map {
      OutputRecord(path: $0.name, bytes: $0.size, sha256: $0.sha256, isInPlace: $0.isInPlace)
    }
    run.stopClock()
    let (record, collection) = (run.record, run.collection)
    let putsFilesInPlace = files.contains(where: \.isStaged)
    try Publication.publish(files, in: plan.publicationFolder, run: number) { () throws(RunError) in
      if isCancelled() { throw .interrupted }
      guard let number else { return }
      _ = try history { recorder throws(HistoryFailure) in
        try recorder.commit(
          record, number: number, collection: collection, isDurable: putsFilesInPlace)
      }
    }
  }

  private func history<Value>(
    _ body: (any RunRecorder) throws(HistoryFailure) -> Value
  ) throws(RunError) -> Value? {
    guard let recorder else { return nil }
    do throws(HistoryFailure) { return try body(recorder) } catch { throw .history(error) }
  }
}

/// Receives the progress of a run.
public protocol RunObserver: AnyObject {
  /// Called after each step.
  ///
  /// - Parameters:
  ///   - number: the number of the step, from 1.
  ///   - collection: the model after the step.
  func stepFinished(_ stage: StageRecord, number: Int, of total: Int, collection: borrowing Collection)
  /// Receives the progress within a long step.
  var progress: StageContext.Progress? { get }
}

extension RunObserver {
  public var progress: StageContext.Progress? { nil }
}
