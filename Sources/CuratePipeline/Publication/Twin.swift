import Glibc

/// A file on the disk that bytes are compared with as they come.
final class Twin {
  private let descriptor: Int32
  private let size: Int
  /// How many of its bytes have come so far.
  private(set) var matched = 0

  /// - Returns: nil if there is no regular file that can be read.
  init?(_ path: String) {
    // A named pipe would wait for a writer.
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0, let status = FileStatus(descriptor: descriptor), status.isFile else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    size = status.size
  }

  deinit { close(descriptor) }

  var isAtEnd: Bool { matched == size }

  /// Whether the next bytes are these.
  func continues(with bytes: [UInt8]) -> Bool {
    guard size - matched >= bytes.count else { return false }
    var start = 0
    while start < bytes.count {
      let next = self.bytes(from: matched + start, count: min(1 << 16, bytes.count - start))
      let isSame = bytes.withUnsafeBytes { bytes in
        bytes.baseAddress.map { memcmp($0 + start, next, next.count) == 0 } ?? false
      }
      guard isSame, !next.isEmpty else { return false }
      start += next.count
    }
    matched += bytes.count
    return true
  }

  /// - Returns: fewer at the end; none there, or if the file cannot be read.
  func bytes(from start: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat { filled = pread(descriptor, buffer.baseAddress, count, start) } while filled < 0 && errno == EINTR
      filled = max(0, filled)
    }
  }
}
