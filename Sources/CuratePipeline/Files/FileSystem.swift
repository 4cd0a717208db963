package import Glibc

/// A call to the system that failed; `code` is its `errno`.
package struct SystemError: Error, Equatable {
  package var path: String
  package var code: Int32

  package init(_ path: String, _ code: Int32) {
    self.path = path
    self.code = code
  }

  /// What the last failed call said.
  package init(at path: String) { self.init(path, errno) }
}

/// What the file system says about a path; symbolic links are followed.
package struct FileStatus {
  private let raw: stat

  package init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    raw = status
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    raw = status
  }

  package var isRegular: Bool { raw.st_mode & S_IFMT == S_IFREG }
  package var isFolder: Bool { raw.st_mode & S_IFMT == S_IFDIR }
  package var isFile: Bool { raw.st_mode & S_IFMT == S_IFREG }
  package var size: Int { Int(raw.st_size) }
  /// The permission bits.
  package var mode: mode_t { raw.st_mode & 0o7777 }
  var owner: uid_t { raw.st_uid }
  var group: gid_t { raw.st_gid }
  var device: UInt { UInt(raw.st_dev) }
  var identity: FileIdentity { FileIdentity(device: device, number: UInt(raw.st_ino)) }
}

/// Two paths with the same identity lead to the same file.
struct FileIdentity: Hashable {
  var device: UInt
  var number: UInt
}

package enum FileSystem {
  /// The bytes of a file.
  ///
  /// - Parameter limit: a larger file gives `EFBIG`.
  package static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(at: path) }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor) else { throw SystemError(at: path) }
    if status.isFolder { throw SystemError(path, EISDIR) }
    if status.size > limit { throw SystemError(path, EFBIG) }
    var bytes: [UInt8] = []
    // One byte more than the size shows the end of the file in the first read.
    var chunk = max(status.size + 1, 4096)
    while true {
      let count = append(upTo: chunk, to: &bytes, from: descriptor)
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(at: path)
      }
      if count == 0 { return bytes }
      if bytes.count > limit { throw SystemError(path, EFBIG) }
      chunk = bytes.count > status.size ? max(65536, bytes.count) : status.size + 1 - bytes.count
    }
  }

  private static func append(upTo count: Int, to bytes: inout [UInt8], from descriptor: Int32) -> Int {
    var result = 0
    let more = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      result = Glibc.read(descriptor, buffer.baseAddress, count)
      filled = max(0, result)
    }
    if bytes.isEmpty { bytes = more } else { bytes += more }
    return result
  }

  /// The first bytes of a file, `count` of them if it is as long.
  package static func head(of path: String, _ count: Int) throws(SystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(at: path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      switch append(upTo: count - bytes.count, to: &bytes, from: descriptor) {
      case 0: return bytes
      case ..<0: if errno != EINTR { throw SystemError(at: path) }
      default: continue
      }
    }
    return bytes
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  package static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw SystemError(at: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder and those around it.
  ///
  /// - Returns: the folders that were not there before, outermost first.
  static func makeFolder(_ path: String) throws(SystemError) -> [String] {
    if mkdir(path, 0o777) == 0 { return [path] }
    switch errno {
    case EEXIST:
      guard FileStatus(path)?.isFolder == true else { throw SystemError(path, ENOTDIR) }
      return []
    case ENOENT where path != Path.folder(of: path):
      let outer = try makeFolder(Path.folder(of: path))
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemError(at: path) }
      return outer + [path]
    default: throw SystemError(at: path)
    }
  }

  /// The path with all symbolic links resolved, or as it stands if there is nothing.
  package static func resolved(_ path: String) -> String {
    guard let buffer = realpath(path, nil) else { return path }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  package static func isSymbolicLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
