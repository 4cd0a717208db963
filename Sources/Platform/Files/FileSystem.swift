internal import Glibc

/// Reads, writes and looks up files by path.
package enum FileSystem {
  /// Reads a whole file.
  ///
  /// - Parameter limit: in bytes; a larger file throws `ErrorCode.fileTooLarge`.
  package static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
    let file = try OpenFile(path, .reading)
    guard let status = file.status else { throw SystemError(at: path) }
    if status.isFolder { throw SystemError(path, ErrorCode.isFolder) }
    if status.size > limit { throw SystemError(path, ErrorCode.fileTooLarge) }
    var bytes: [UInt8] = []
    // One byte more than the size detects the end of the file in the first read.
    var chunk = max(status.size + 1, 4096)
    while try file.append(upTo: chunk, to: &bytes) > 0 {
      if bytes.count > limit { throw SystemError(path, ErrorCode.fileTooLarge) }
      chunk = bytes.count > status.size ? max(65536, bytes.count) : status.size + 1 - bytes.count
    }
    return bytes
  }

  /// Reads the first `count` bytes of a file, or all of a shorter one.
  package static func head(of path: String, _ count: Int) throws(SystemError) -> [UInt8] {
    let file = try OpenFile(path, .reading)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count, try file.append(upTo: count - bytes.count, to: &bytes) > 0 {}
    return bytes
  }

  /// Writes a file that does not exist yet. A file that could be written only in part is removed.
  ///
  /// - Throws: `ErrorCode.exists` if the file exists.
  package static func create(_ path: String, _ bytes: [UInt8], isExecutable: Bool = false) throws(SystemError) {
    let file = try OpenFile(path, .new(isExecutable: isExecutable))
    do throws(SystemError) {
      try file.write(bytes)
      try file.close()
    } catch {
      delete(path)
      throw error
    }
  }

  /// Replaces a file in one step: a reader sees the old content or the new one. Symbolic links are followed: the file that
  /// they lead to is replaced, and they stay. What is not a regular file (`/dev/stdout`) is written to directly.
  ///
  /// - Throws: an error that names `path`, whichever file it is about.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let target = resolved(path)
    do throws(SystemError) {
      if let status = FileStatus(target), !status.isFile {
        let file = try OpenFile(target, .existing)
        try file.write(bytes)
        try file.close()
      } else {
        try replaceFile(target, with: bytes)
      }
    } catch {
      throw SystemError(path, error.code)
    }
  }

  /// Writes a temporary file next to `target`, and renames it.
  private static func replaceFile(_ target: String, with bytes: [UInt8]) throws(SystemError) {
    let temporary = "\(target).curate-\(getpid())"
    do throws(SystemError) {
      let file = try OpenFile(temporary, .emptied(followsLink: true))
      try file.write(bytes)
      try file.close()
      try rename(temporary, to: target)
    } catch {
      delete(temporary)
      throw error
    }
  }

  /// Renames a file, and replaces the one that has the new name.
  package static func rename(_ path: String, to target: String) throws(SystemError) {
    if Glibc.rename(path, target) != 0 { throw SystemError(at: target) }
  }

  /// Deletes a file if it exists.
  package static func delete(_ path: String) { unlink(path) }

  /// Deletes a file.
  package static func deleteExisting(_ path: String) throws(SystemError) {
    if unlink(path) != 0 { throw SystemError(at: path) }
  }

  /// Deletes a folder if it is empty.
  package static func deleteEmptyFolder(_ path: String) { rmdir(path) }

  /// Returns the names in a folder, sorted by their bytes, without `.` and `..`.
  package static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw SystemError(at: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      // Nil is the end of the folder or an error; only an error sets `errno`.
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemError(at: folder) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  /// Creates a folder and its missing parents.
  ///
  /// - Returns: the folders that were created, outermost first.
  package static func makeFolder(_ path: String) throws(SystemError) -> [String] {
    if mkdir(path, 0o777) == 0 { return [path] }
    switch errno {
    case EEXIST:
      guard FileStatus(path)?.isFolder == true else { throw SystemError(path, ErrorCode.notAFolder) }
      return []
    case ENOENT where path != Path.folder(of: path):
      let outer = try makeFolder(Path.folder(of: path))
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemError(at: path) }
      return outer + [path]
    default: throw SystemError(at: path)
    }
  }

  /// Returns the path with all symbolic links resolved, or unchanged if it does not exist.
  package static func resolved(_ path: String) -> String {
    guard let buffer = realpath(path, nil) else { return path }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  package static func isSymbolicLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// A kind of access of the process to a path.
  package enum Access: Sendable {
    case exists, read, write, execute

    fileprivate var mode: Int32 {
      switch self {
      case .exists: F_OK
      case .read: R_OK
      case .write: W_OK
      case .execute: X_OK
      }
    }
  }

  /// Checks what the process may do with a path (`access(2)`).
  package static func check(_ wanted: Access, of path: String) throws(SystemError) {
    if access(path, wanted.mode) != 0 { throw SystemError(at: path) }
  }

  /// Whether the process may do something with a path.
  package static func allows(_ wanted: Access, of path: String) -> Bool { access(path, wanted.mode) == 0 }
}
