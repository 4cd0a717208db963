import Platform

/// A file on the disk that bytes are compared with as they come.
final class ExistingFile {
  private let file: OpenFile
  private let size: Int
  /// How many of its bytes have come so far.
  private(set) var matched = 0

  /// - Returns: nil if there is no regular file that can be read.
  init?(_ path: String) {
    guard let file = try? OpenFile(path, .readingWithoutWait), let status = file.status, status.isFile else {
      return nil
    }
    self.file = file
    size = status.size
  }

  var isAtEnd: Bool { matched == size }

  /// Whether the next bytes are these.
  func continues(with bytes: [UInt8]) -> Bool {
    guard size - matched >= bytes.count, file.contains(bytes, at: matched) else { return false }
    matched += bytes.count
    return true
  }

  /// - Returns: fewer at the end; none there, or if the file cannot be read.
  func bytes(from start: Int, count: Int) -> [UInt8] {
    file.bytes(from: start, count: count)
  }
}
