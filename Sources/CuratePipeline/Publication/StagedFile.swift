import CurateCore
import Platform

/// A file that a stage emits, written to a temporary file next to its target.
///
/// The bytes are compared with the existing file as they arrive. Nothing is written while they are equal, and a file
/// that does not change is not written at all.
///
/// Unchecked, because one thread at a time writes a file, and it is read only after that.
final class StagedFile: OutputFile, @unchecked Sendable {
  /// The number of bytes that are buffered before they are compared or written.
  private static let block = 1 << 16

  /// The name in reports.
  let name: String
  /// The path after publication.
  let target: String
  /// The path of the temporary file.
  let staged: String
  /// Whether it replaces an input.
  let isInPlace: Bool
  private(set) var size = 0
  private(set) var sha256 = ""
  private(set) var isClosed = false
  /// Whether there is a temporary file to be renamed.
  private(set) var isStaged = false
  private(set) var flush: BackgroundFlush?

  private var buffer: [UInt8] = []
  private var digest = SHA256()
  private var file: OpenFile?
  /// The existing file at the target, as long as it begins with all bytes received so far.
  private var existing: ExistingFile?
  private let isCancelled: @Sendable () -> Bool

  init(
    name: String, target: String, staged: String, isInPlace: Bool, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.name = name
    self.target = target
    self.staged = staged
    self.isInPlace = isInPlace
    self.isCancelled = isCancelled
    existing = ExistingFile(target)
  }

  func append(_ bytes: [UInt8]) throws(StageError) {
    guard !isClosed else { throw .failed("'\(name)' is closed already") }
    size += bytes.count
    if buffer.isEmpty, bytes.count >= Self.block { return try take(bytes) }
    buffer += bytes
    if buffer.count >= Self.block { try takeBuffer() }
  }

  func close() throws(StageError) {
    guard !isClosed else { return }
    try takeBuffer()
    isClosed = true
    let isUnchanged = existing?.isAtEnd == true
    if let existing, !isUnchanged { try diverge(from: existing, before: digest) }
    existing = nil
    sha256 = digest.hex()
    if isUnchanged { return }
    flush = BackgroundFlush(try openFile())
    file = nil
  }

  /// Deletes the temporary file.
  func discard() {
    flush = nil
    file = nil
    if isStaged { FileSystem.delete(staged) }
    isStaged = false
  }

  private func takeBuffer() throws(StageError) {
    guard !buffer.isEmpty else { return }
    try take(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func take(_ bytes: [UInt8]) throws(StageError) {
    if isCancelled() { throw .failed("interrupted") }
    let before = digest
    digest.update(bytes)
    if let existing {
      if existing.continues(with: bytes) { return }
      try diverge(from: existing, before: before)
    }
    try write(bytes)
  }

  /// Writes the bytes that were only compared so far.
  private func diverge(from existing: ExistingFile, before digest: SHA256) throws(StageError) {
    self.existing = nil
    var copied = SHA256()
    var start = 0
    while start < existing.matched {
      let bytes = existing.bytes(from: start, count: min(Self.block, existing.matched - start))
      guard !bytes.isEmpty else { break }
      copied.update(bytes)
      try write(bytes)
      start += bytes.count
    }
    var digest = digest
    // The folder is locked, but an editor ignores locks.
    guard copied.hex() == digest.hex() else { throw .failed("'\(target)' was changed by another program meanwhile") }
  }

  private func write(_ bytes: [UInt8]) throws(StageError) {
    let file = try openFile()
    var written = 0
    while written < bytes.count {
      if isCancelled() { throw .failed("interrupted") }
      // In pieces, because one very long call could not be interrupted.
      do throws(SystemError) {
        written += try file.write(bytes, from: written, atMost: 64 << 20)
      } catch {
        throw .cannotWrite(path: target, code: error.code)
      }
    }
  }

  /// The temporary file, created by the first call.
  private func openFile() throws(StageError) -> OpenFile {
    if let file { return file }
    let created: OpenFile
    do throws(SystemError) { created = try create() } catch {
      throw .cannotWrite(path: Path.folder(of: target), code: error.code)
    }
    file = created
    isStaged = true
    if let old = FileStatus(target) { created.adoptAccess(of: old) }
    return created
  }

  private func create() throws(SystemError) -> OpenFile {
    do throws(SystemError) {
      return try OpenFile(staged, .new())
    } catch {
      guard error.code == ErrorCode.exists else { throw error }
      // The folder is locked, so the process that left the file and had the same number has ended.
      FileSystem.delete(staged)
      return try OpenFile(staged, .new())
    }
  }
}
