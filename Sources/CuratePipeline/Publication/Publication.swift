package import CurateCore
import Platform

/// Publishes the files of a run atomically: all of them or none, even if the process is killed.
package enum Publication {
  /// The result of recovery in an output folder.
  package enum Recovery: Sendable, Equatable {
    /// No run was interrupted here.
    case nothing
    /// A run is in progress here; it completes its own publication.
    case running
    /// A run was interrupted while it published its files; now all of them are published.
    case finished(run: Int64?, files: [String])
    /// A run was interrupted before it was committed; its staged files are deleted.
    case undone
  }

  /// Recovers a folder after an interrupted run: completes the publication if the run is committed, otherwise undoes
  /// it.
  ///
  /// Every command calls it before it reads the folder. It lists the folder once if there is nothing to recover.
  ///
  /// - Parameter history: opens the folder's history; called only if a run with a number was interrupted. Returns nil
  ///   if there is no history.
  package static func recover(
    folder: String, history: () throws(HistoryFailure) -> (any RunRecorder)?
  ) throws(RunError) -> Recovery {
    // No folder, or no permission to list it: nothing to recover.
    guard let names = try? FileSystem.names(in: folder) else { return .nothing }
    guard names.contains(where: { $0 == StagedName.record || StagedName.isStaged($0) }) else { return .nothing }
    let lock: FolderLock?
    do throws(SystemError) { lock = try FolderLock.attempt(folder) } catch { throw RunError(writing: error) }
    guard let lock else { return .running }
    return try recover(under: lock, history: history)
  }

  static func recover(
    under lock: FolderLock, history: () throws(HistoryFailure) -> (any RunRecorder)?
  ) throws(RunError) -> Recovery {
    let folder = lock.folder
    let path = Path.join(folder, StagedName.record)
    guard let bytes = try? FileSystem.read(path, limit: 1 << 30), let inode = FileStatus(path)?.identity.number else {
      return removeStagedFiles(in: folder) ? .undone : .nothing
    }
    guard let record = PublishRecord(bytes, inode: inode) else {
      // Incomplete: the run did not reach the first rename.
      FileSystem.delete(path)
      removeStagedFiles(in: folder)
      return .undone
    }
    guard try isCommitted(record, path: path, history: history) else {
      for file in record.files { FileSystem.delete(Path.join(folder, file.staged)) }
      removeStagedFiles(in: folder)
      FileSystem.delete(path)
      return .undone
    }
    for file in record.files { try check(file, in: folder, record: path) }
    try putInPlace(record, in: folder, someAreDone: true)
    FileSystem.delete(path)
    removeStagedFiles(in: folder)
    let targets = record.files.map(\.target) + record.removals.map(\.target)
    return .finished(run: record.run, files: targets.map { Path.join(folder, $0) })
  }

  private static func isCommitted(
    _ record: PublishRecord, path: String, history: () throws(HistoryFailure) -> (any RunRecorder)?
  ) throws(RunError) -> Bool {
    guard let run = record.run else { return true }
    do throws(HistoryFailure) {
      if let recorder = try history() { return try recorder.isCommitted(run) }
    } catch {
      throw .history(error)
    }
    throw .historyNeeded(record: path, run: run)
  }

  /// Checks that a file is staged as recorded, or was renamed already.
  private static func check(_ file: PublishRecord.File, in folder: String, record: String) throws(RunError) {
    let staged = Path.join(folder, file.staged)
    let target = Path.join(folder, file.target)
    if let bytes = try? FileSystem.read(staged, limit: .max) {
      guard SHA256.hex(of: bytes) == file.sha256 else { throw .publicationDamaged(record: record, file: target) }
    } else if FileStatus(target) == nil {
      throw .publicationDamaged(record: record, file: target)
    }
  }

  /// Publishes staged files.
  ///
  /// - Parameters:
  ///   - removals: files to delete in the same step; their targets are below the folder.
  ///   - commit: commits the run; called when everything is on disk.
  static func publish(
    _ files: [StagedFile], removing removals: [PublishRecord.Removal] = [], in folder: String, run: Int64?,
    commit: () throws(RunError) -> Void
  ) throws(RunError) {
    let waiting = files.filter(\.isStaged)
    guard !waiting.isEmpty || !removals.isEmpty else { return try commit() }
    let absolute = Path.absolute(folder)
    let entries = waiting.map {
      PublishRecord.File(
        sha256: $0.sha256, staged: relative($0.staged, to: absolute), target: relative($0.target, to: absolute))
    }
    let record = PublishRecord(run: run, files: entries, removals: removals)
    let path = Path.join(folder, StagedName.record)
    do throws(RunError) {
      try write(record, to: path, folders: Set(folders(of: waiting.map(\.staged)) + [folder]).sorted())
      try commit()
    } catch {
      FileSystem.delete(path)
      throw error
    }
    // From here on the run is committed: nothing below undoes it.
    try putInPlace(record, in: folder, someAreDone: false)
    FileSystem.delete(path)
  }

  private static func relative(_ path: String, to folder: String) -> String {
    let path = Path.absolute(path)
    return Path.contains(path, in: folder) ? Path.below(folder, path) : path
  }

  private static func folders(of paths: [String]) -> [String] { Array(Set(paths.map(Path.folder(of:)))).sorted() }

  /// Writes the record, and flushes it and the folders that hold staged files.
  private static func write(_ record: PublishRecord, to path: String, folders: [String]) throws(RunError) {
    do throws(SystemError) {
      let file = try OpenFile(path, .emptied(followsLink: false))
      try file.write(record.bytes(inode: file.status?.identity.number ?? 0))
      var flushes = [BackgroundFlush(file)]
      for folder in folders { flushes.append(try BackgroundFlush(folder: folder)) }
      for flush in flushes { try flush.finish() }
    } catch {
      throw RunError(writing: error)
    }
  }

  /// Renames the staged files to their targets.
  ///
  /// - Parameter someAreDone: whether a file that is no longer staged counts as renamed.
  private static func putInPlace(
    _ record: PublishRecord, in folder: String, someAreDone: Bool
  ) throws(RunError) {
    for file in record.files {
      let target = Path.join(folder, file.target)
      do throws(SystemError) { try FileSystem.rename(Path.join(folder, file.staged), to: target) } catch {
        guard someAreDone, error.code == ErrorCode.notFound, FileStatus(target) != nil else {
          throw .publicationIncomplete(path: target, code: error.code)
        }
      }
    }
    for removal in record.removals { try remove(removal, in: folder) }
    let targets = record.files.map(\.target) + record.removals.map(\.target)
    do throws(SystemError) {
      let flushes = try Self.folders(of: targets.map { Path.join(folder, $0) }).map { name throws(SystemError) in
        try BackgroundFlush(folder: name)
      }
      for flush in flushes { try flush.finish() }
    } catch {
      throw .publicationIncomplete(path: error.path, code: error.code)
    }
  }

  private static func remove(_ removal: PublishRecord.Removal, in folder: String) throws(RunError) {
    let target = Path.join(folder, removal.target)
    guard let bytes = try? FileSystem.read(target, limit: .max), SHA256.hex(of: bytes) == removal.sha256 else { return }
    do throws(SystemError) { try FileSystem.deleteExisting(target) } catch {
      if error.code != ErrorCode.notFound { throw .publicationIncomplete(path: target, code: error.code) }
    }
  }

  /// Deletes the staged files of ended runs. The folder must be locked.
  @discardableResult
  static func removeStagedFiles(in folder: String) -> Bool {
    guard let names = try? FileSystem.names(in: folder) else { return false }
    let stale = names.filter(StagedName.isStaged)
    for name in stale { FileSystem.delete(Path.join(folder, name)) }
    return !stale.isEmpty
  }
}
