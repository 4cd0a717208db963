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
