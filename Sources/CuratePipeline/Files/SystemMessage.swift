import Glibc

/// The words for a system error code, in English whatever the locale.
package func systemMessage(_ code: Int32) -> String {
  switch code {
  case ENOENT: "no such file or folder"
  case EACCES, EPERM: "permission denied"
  case ENOSPC: "the disk is full"
  case EDQUOT: "the disk quota is used up"
  case EROFS: "the file system is read-only"
  case EISDIR: "it is a folder"
  case ENOTDIR: "a part of the path is a file, not a folder"
  case EFBIG: "the file is too large"
  case EIO: "the disk reports an error"
  case ENAMETOOLONG: "the name is too long"
  case ELOOP: "symbolic links lead in a circle"
  case EMFILE, ENFILE: "too many files are open"
  case ETXTBSY: "a program still has it open for writing"
  case EXDEV: "it lies on another file system than the output folder"
  default: "system error \(code)"
  }
}
