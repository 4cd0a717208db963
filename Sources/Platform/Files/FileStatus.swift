internal import Glibc

/// The status of a path or an open file (`stat(2)`). Symbolic links are followed.
package struct FileStatus: Sendable {
  package let isFile: Bool
  package let isFolder: Bool
  /// In bytes.
  package let size: Int
  package let identity: FileIdentity
  /// Whether the owner, the group or others may execute it.
  package var isExecutable: Bool { permissions & 0o111 != 0 }
  /// The permission bits.
  let permissions: mode_t
  let owner: uid_t
  let group: gid_t

  /// Returns nil if the path does not exist or cannot be reached.
  package init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    isFile = status.st_mode & S_IFMT == S_IFREG
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    size = Int(status.st_size)
    identity = FileIdentity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
  }

  /// The status of a path.
  ///
  /// - Throws: the reason why there is none, such as `ErrorCode.notFound`.
  package static func of(_ path: String) throws(SystemError) -> FileStatus {
    guard let status = FileStatus(path) else { throw SystemError(at: path) }
    return status
  }
}

/// Device and inode number. Two paths with the same identity lead to the same file.
package struct FileIdentity: Hashable, Sendable {
  package var device: UInt
  /// The inode's number.
  package var number: UInt

  package init(device: UInt, number: UInt) {
    self.device = device
    self.number = number
  }
}
