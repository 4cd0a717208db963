package import CurateCore
import Platform

/// Restores earlier versions of files, all of them or none, as a run of its own.
package struct Restoration {
  package struct File: Sendable, Equatable {
    /// Relative to the output folder, or the path of a file written in place.
    package var path: String
    package var isInPlace: Bool
    /// The restored content (nil: the file is deleted).
    package var bytes: [UInt8]?
    /// The SHA-256, in lower-case hexadecimal, that the current file should have (empty: no file).
    package var expected: String

    package init(path: String, isInPlace: Bool, bytes: [UInt8]?, expected: String) {
      self.path = path
      self.isInPlace = isInPlace
      self.bytes = bytes
      self.expected = expected
    }
  }

  let folder: String
  let files: [File]
  let recorder: any RunRecorder
  let lockTimeout: Int
  let isCancelled: @Sendable () -> Bool

  /// - Parameters:
  ///   - folder: the output folder.
  ///   - lockTimeout: how long to wait for another run in the folder (seconds).
  package init(
    _ files: [File], in folder: String, recorder: any RunRecorder, lockTimeout: Int = 10,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.folder = folder
    self.files = files
    self.recorder = recorder
    self.lockTimeout = lockTimeout
    self.isCancelled = isCancelled
  }

  /// Restores the files.
  ///
  /// - Parameters:
  ///   - record: how the command was started; duration and outputs are added here.
  ///   - force: whether to replace files that differ from what is expected.
  /// - Returns: the number of the run; nil if all files already have the restored content, and no run was recorded.
  /// - Throws: `RunError.filesChanged` if a file differs from what is expected.
  package func run(_ record: RunRecord, over collection: Collection, force: Bool) throws(RunError) -> Int64? {
    let lock = try FolderLock.acquire(folder, waitingFor: lockTimeout, isCancelled: isCancelled)
    let recorder = recorder
    do throws(SystemError) { try FileSystem.check(.write, of: folder) } catch { throw RunError(writing: error) }
    _ = try Publication.recover(under: lock) { recorder }
    let present = try files.map { file throws(RunError) in try digest(of: file) }
    let wanted = files.map { $0.bytes.map(SHA256.hex) ?? "" }
    guard present != wanted else { return nil }
    let changed = files.indices.filter { present[$0] != files[$0].expected && present[$0] != wanted[$0] }
    if !force, !changed.isEmpty { throw .filesChanged(changed.map { target(of: files[$0]) }) }

    let start = MonotonicTime.now
    var record = record
    record.startedAt = CurrentTime.millisecondsSince1970
    let number: Int64
    do throws(HistoryFailure) { number = try recorder.begin(record) } catch { throw .history(error) }
    let staged = StagedOutputs(
      folder: folder, names: OutputNames(output: folder, inputs: inPlace), lockTimeout: lockTimeout,
      isCancelled: isCancelled)
    do throws(RunError) {
      try stage(in: staged)
      let closed = try staged.finish()
      record.outputs = zip(files, wanted).map {
        OutputRecord(path: $0.path, bytes: $0.bytes?.count ?? 0, sha256: $1, isInPlace: $0.isInPlace)
      }
      record.milliseconds = MonotonicTime.now.milliseconds(since: start)
      record.links = collection.links.count
      let removals = zip(files, present).filter { $0.bytes == nil && !$1.isEmpty }
        .map { PublishRecord.Removal(sha256: $1, target: $0.path) }
      let finished = record
      try Publication.publish(closed, removing: removals, in: folder, run: number) { () throws(RunError) in
        if isCancelled() { throw .interrupted }
        do throws(HistoryFailure) {
          try recorder.commit(finished, number: number, collection: collection, isDurable: true)
        } catch {
          throw .history(error)
        }
      }
    } catch {
      staged.discard()
      // The first error is reported.
      try? recorder.fail(record, number: number, reason: error.description)
      throw error
    }
    return withExtendedLifetime(lock) { number }
  }

  /// The files written in place, as input documents in their order.
  private var inPlace: [PlannedInput] {
    files.filter(\.isInPlace).enumerated().map { PlannedInput(document: $1.path, number: $0) }
  }

  private func target(of file: File) -> String { file.isInPlace ? file.path : Path.join(folder, file.path) }

  /// The SHA-256 of the current file (empty: no file).
  private func digest(of file: File) throws(RunError) -> String {
    let path = target(of: file)
    do throws(SystemError) {
      return SHA256.hex(of: try FileSystem.read(path, limit: .max))
    } catch {
      if error.code == ErrorCode.notFound || error.code == ErrorCode.notAFolder { return "" }
      throw .cannotRead(path: path, code: error.code)
    }
  }

  private func stage(in sink: StagedOutputs) throws(RunError) {
    var document = 0
    for file in files {
      var place = OutputPlace.output(file.path)
      if file.isInPlace {
        place = .input(DocumentID(document))
        document += 1
      }
      guard let bytes = file.bytes else { continue }
      do throws(StageError) {
        try sink.write(bytes, to: place)
      } catch {
        if isCancelled() { throw .interrupted }
        if let failure = sink.failure { throw failure }
        if case .cannotWrite(let path, let code) = error { throw .cannotWrite(path: path, code: code) }
        throw .stageFailed(id: "undo", error)
      }
    }
  }
}
