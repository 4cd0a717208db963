internal import Glibc
internal import Synchronization

/// An open file or folder. It is closed at the latest when the last reference goes.
///
/// Programs that curate starts do not inherit it (`O_CLOEXEC`).
package final class OpenFile: Sendable {
  /// The mode in which a file is opened, see `open(2)`.
  package enum Mode: Sendable {
    /// For reading. Opening a named pipe waits for a writer.
    case reading
    /// For reading what should be a regular file: opening a named pipe does not wait.
    case readingWithoutWait
    /// A folder, to lock or flush it.
    case folder
    /// For writing; the file must not exist yet.
    case new(isExecutable: Bool = false)
    /// For writing; an existing file is emptied. A symbolic link is followed only if `followsLink`.
    case emptied(followsLink: Bool)
    /// For writing; the file must exist, and keeps its content.
    case existing
    /// For locking; the file is created if it does not exist.
    case lock

    fileprivate var flags: Int32 {
      switch self {
      case .reading: O_RDONLY
      case .readingWithoutWait: O_RDONLY | O_NONBLOCK
      case .folder: O_RDONLY | O_DIRECTORY
      case .new: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
      case .emptied(let followsLink): O_WRONLY | O_CREAT | O_TRUNC | (followsLink ? 0 : O_NOFOLLOW)
      case .existing: O_WRONLY
      case .lock: O_RDWR | O_CREAT
      }
    }

    /// Before the process's umask is applied.
    fileprivate var permissions: mode_t { if case .new(isExecutable: true) = self { 0o777 } else { 0o666 } }
  }

  package let path: String
  private let descriptor: Int32
  private let isClosed = Atomic(false)

  package init(_ path: String, _ mode: Mode) throws(SystemError) {
    let descriptor = open(path, mode.flags | O_CLOEXEC, mode.permissions)
    guard descriptor >= 0 else { throw SystemError(at: path) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { if !hasBeenClosed { Glibc.close(descriptor) } }

  /// Closes the file. Later calls of other methods fail: they throw EBADF, or return nothing, false or `failed`.
  ///
  /// - Throws: an error that the file system reports only now (NFS, quotas).
  package func close() throws(SystemError) {
    guard !isClosed.exchange(true, ordering: .relaxed) else { return }
    if Glibc.close(descriptor) != 0 { throw SystemError(at: path) }
  }

  private var hasBeenClosed: Bool { isClosed.load(ordering: .relaxed) }

  /// The system may have given the number of a closed descriptor to another file.
  private func checkIsOpen() throws(SystemError) { if hasBeenClosed { throw SystemError(path, EBADF) } }

  /// Nil if the file has been closed.
  package var status: FileStatus? { hasBeenClosed ? nil : FileStatus(descriptor: descriptor) }

  /// Returns up to `count` bytes from an offset: fewer at the end of the file, none behind it or if the file cannot be read.
  package func bytes(from start: Int, count: Int) -> [UInt8] {
    if hasBeenClosed { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat { filled = pread(descriptor, buffer.baseAddress, count, start) } while filled < 0 && errno == EINTR
      filled = max(0, filled)
    }
  }

  /// Whether the file contains the bytes at an offset; false if it cannot be read.
  package func contains(_ bytes: [UInt8], at offset: Int) -> Bool {
    if hasBeenClosed { return false }
    var start = 0
    while start < bytes.count {
      let next = self.bytes(from: offset + start, count: min(1 << 16, bytes.count - start))
      let isEqual = bytes.withUnsafeBytes { bytes in
        bytes.baseAddress.map { memcmp($0 + start, next, next.count) == 0 } ?? false
      }
      guard isEqual, !next.isEmpty else { return false }
      start += next.count
    }
    return true
  }

  /// Appends up to `count` bytes from the current position to `bytes`.
  ///
  /// - Returns: how many were read; 0 at the end of the file.
  func append(upTo count: Int, to bytes: inout [UInt8]) throws(SystemError) -> Int {
    try checkIsOpen()
    var result = 0
    let more = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat { result = read(descriptor, buffer.baseAddress, count) } while result < 0 && errno == EINTR
      filled = max(0, result)
    }
    if result < 0 { throw SystemError(at: path) }
    if bytes.isEmpty { bytes = more } else { bytes += more }
    return result
  }

  /// Writes all bytes.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    try checkIsOpen()
    var written = 0
    while written < bytes.count { written += try write(bytes, from: written, atMost: bytes.count) }
  }

  /// Writes the bytes from `start`, or as many of them as one system call takes.
  ///
  /// - Returns: how many were written; 0 if a signal interrupted the call.
  package func write(_ bytes: [UInt8], from start: Int, atMost limit: Int) throws(SystemError) -> Int {
    try checkIsOpen()
    let count = bytes.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), min($0.count - start, limit))
    }
    if count < 0, errno != EINTR { throw SystemError(at: path) }
    return max(0, count)
  }

  /// Gives the file the permissions of another, and its owner and group where the process may do that.
  ///
  /// Does nothing if the file has been closed.
  package func adoptAccess(of other: FileStatus) {
    if hasBeenClosed { return }
    fchmod(descriptor, other.permissions)
    // Only the superuser can keep another owner; for all others the file becomes theirs.
    if other.owner != geteuid() || other.group != getegid() { _ = fchown(descriptor, other.owner, other.group) }
  }

  /// Waits until the content is on the disk (`fsync(2)`).
  package func synchronize() throws(SystemError) {
    try checkIsOpen()
    if fsync(descriptor) != 0 { throw SystemError(at: path) }
  }

  /// The result of an attempt to lock a file.
  package enum LockAttempt: Sendable {
    case locked
    /// Another process holds the lock, or a signal interrupted the call.
    case heldElsewhere
    /// The file system does not lock this kind of file, or the file has been closed.
    case failed(code: Int32)
  }

  /// Tries to take the exclusive lock (`flock(2)`) without waiting. The lock lasts until the file is closed.
  package func tryLock() -> LockAttempt {
    if hasBeenClosed { return .failed(code: EBADF) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return .locked }
    return errno == EWOULDBLOCK || errno == EINTR ? .heldElsewhere : .failed(code: errno)
  }
}
