import Platform

/// The current content of a file.
public struct WorkingFile: Sendable {
  public let bytes: [UInt8]

  /// Returns nil if the file cannot be read.
  public init?(_ path: String) {
    guard let bytes = try? FileSystem.read(path, limit: Int(UInt32.max)) else { return nil }
    self.bytes = bytes
  }

  /// SHA-256 of the content, in lower-case hexadecimal.
  public var sha256: String { SHA256.hex(of: bytes) }
}

extension WorkingFile {
  /// Replaces a file in one step, as `FileSystem.replace` does. Symbolic links are followed.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(RunError) {
    do throws(SystemError) { try FileSystem.replace(path, with: bytes) } catch { throw RunError(writing: error) }
  }
}
