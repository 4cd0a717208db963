import CurateCore
import Glibc

/// A file being emitted: held in memory while it is small, then in a temporary file beside those it will join.
///
/// A file whose bytes are those that stand there already is not written at all.
///
/// Unchecked, because one thread at a time writes a file, and it is looked at only when that is over.
final class StagedFile: OutputFile, @unchecked Sendable {
  /// Bytes that are kept in memory before the first are written.
  private static let spill = 4 << 20

  /// How reports name it.
  let name: String
  /// Where it will be.
  let target: String
  /// Where it stands until then.
  let staged: String
  /// Whether it replaces an input.
  let isInPlace: Bool
  private(set) var size = 0
  private(set) var sha256 = ""
  private(set) var isClosed = false
  /// Whether a temporary file waits to be renamed.
  private(set) var isStaged = false
  private(set) var flush: Flush?

  private var buffer: [UInt8] = []
  private var digest = SHA256()
  private var descriptor: Int32 = -1
  private let isCancelled: @Sendable () -> Bool

  init(
    name: String, target: String, staged: String, isInPlace: Bool, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.name = name
    self.target = target
    self.staged = staged
    self.isInPlace = isInPlace
    self.isCancelled = isCancelled
  }

  func append(_ bytes: [UInt8]) throws(StageError) {
    guard !isClosed else { throw .failed("'\(name)' is closed already") }
    if isCancelled() { throw .failed("interrupted") }
    digest.update(bytes)
    size += bytes.count
    if buffer.isEmpty { buffer = bytes } else { buffer += bytes }
    if buffer.count >= Self.spill { try writeBuffer() }
  }

  func close() throws(StageError) {
    guard !isClosed else { return }
    isClosed = true
    sha256 = digest.hex()
    if !isStaged, isUnchanged {
      buffer = []
      return
    }
    try writeBuffer()
    flush = Flush(descriptor, path: staged)
    descriptor = -1
  }

  /// Takes back what was staged.
  func discard() {
    flush = nil
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
    if isStaged { unlink(staged) }
    isStaged = false
  }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  private var isUnchanged: Bool {
    guard let status = FileStatus(target), status.size == buffer.count else { return false }
    return (try? FileSystem.read(target, limit: buffer.count)) == buffer
  }

  private func writeBuffer() throws(StageError) {
    if descriptor < 0 { try create() }
    var written = 0
    while written < buffer.count {
      if isCancelled() { throw .failed("interrupted") }
      // One call would do, but a very long one could not be interrupted.
      let count = buffer.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress?.advanced(by: written), min(bytes.count - written, 64 << 20))
      }
      if count < 0, errno != EINTR { throw .cannotWrite(path: target, code: errno) }
      written += max(0, count)
    }
    buffer = []
  }

  private func create() throws(StageError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    descriptor = open(staged, flags, 0o666)
    if descriptor < 0, errno == EEXIST {
      // Left by a process that had our number; the folder is locked, so it is dead.
      unlink(staged)
      descriptor = open(staged, flags, 0o666)
    }
    guard descriptor >= 0 else { throw .cannotWrite(path: Path.folder(of: target), code: errno) }
    isStaged = true
    if let old = FileStatus(target) {
      fchmod(descriptor, old.mode)
      // Only the superuser can keep another owner; for all others the file becomes theirs.
      if old.owner != geteuid() || old.group != getegid() { _ = fchown(descriptor, old.owner, old.group) }
    }
  }
}
