internal import Glibc

/// A failed system call and the path that it was about.
package struct SystemError: Error, Equatable, Sendable {
  package var path: String
  /// An `errno` value; see `ErrorCode`.
  package var code: Int32

  package init(_ path: String, _ code: Int32) {
    self.path = path
    self.code = code
  }

  /// The error of the last failed call of this thread.
  init(at path: String) { self.init(path, errno) }
}

/// The `errno` values (`errno(3)`) that curate tells apart.
package enum ErrorCode {
  package static let notFound = ENOENT
  package static let exists = EEXIST
  package static let permissionDenied = EACCES
  package static let notPermitted = EPERM
  package static let readOnlyFileSystem = EROFS
  package static let isFolder = EISDIR
  package static let notAFolder = ENOTDIR
  package static let fileTooLarge = EFBIG
  package static let diskFull = ENOSPC
  package static let quotaExceeded = EDQUOT
  package static let inputOutput = EIO
  package static let nameTooLong = ENAMETOOLONG
  package static let linkLoop = ELOOP
  package static let tooManyFilesInProcess = EMFILE
  package static let tooManyFilesInSystem = ENFILE
  package static let fileBusy = ETXTBSY
  package static let otherFileSystem = EXDEV
  package static let notAProgram = ENOEXEC

  /// The message for an `errno` value, in English whatever the locale.
  package static func message(_ code: Int32) -> String {
    switch code {
    case notFound: "no such file or folder"
    case permissionDenied, notPermitted: "permission denied"
    case diskFull: "the disk is full"
    case quotaExceeded: "the disk quota is used up"
    case readOnlyFileSystem: "the file system is read-only"
    case isFolder: "it is a folder"
    case notAFolder: "a part of the path is a file, not a folder"
    case fileTooLarge: "the file is too large"
    case inputOutput: "the disk reports an error"
    case nameTooLong: "the name is too long"
    case linkLoop: "symbolic links form a loop"
    case tooManyFilesInProcess, tooManyFilesInSystem: "too many files are open"
    case fileBusy: "another program has it open for writing"
    case otherFileSystem: "the paths are on different file systems"
    default: "system error \(code)"
    }
  }
}
