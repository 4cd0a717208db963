import Glibc

/// A file as it stands now.
public struct WorkingFile: Sendable {
  public let bytes: [UInt8]

  /// Nil if it cannot be read.
  public init?(_ path: String) {
    guard let bytes = try? FileSystem.read(path, limit: Int(UInt32.max)) else { return nil }
    self.bytes = bytes
  }

  /// In lower-case hexadecimal.
  public var sha256: String { SHA256.hex(of: bytes) }
}

extension WorkingFile {
  /// Writes a file in one piece: a reader finds the old one or the new one. What is no regular file (`/dev/stdout`) is
  /// written to as it is.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(RunError) {
    do throws(SystemError) {
      let target = FileSystem.resolved(path)
      if let status = FileStatus(target), !status.isRegular {
        return try write(bytes, to: open(target, O_WRONLY | O_CLOEXEC), at: target)
      }
      let temporary = "\(target).curate-\(getpid())"
      do throws(SystemError) {
        try write(bytes, to: open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666), at: target)
        guard rename(temporary, target) == 0 else { throw SystemError(at: target) }
      } catch {
        unlink(temporary)
        throw error
      }
    } catch {
      throw RunError(writing: SystemError(path, error.code))
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, at path: String) throws(SystemError) {
    guard descriptor >= 0 else { throw SystemError(at: path) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(at: path)
      }
      rest = rest.dropFirst(count)
    }
  }
}
