import Platform

/// The file on disk that staged bytes are compared with.
final class ExistingFile {
  private let file: OpenFile
  private let size: Int
  /// The number of its bytes that were equal so far.
  private(set) var matched = 0

  /// - Returns: nil unless the path is a readable regular file.
  init?(_ path: String) {
    guard let file = try? OpenFile(path, .readingWithoutWait), let status = file.status, status.isFile else {
      return nil
    }
    self.file = file
    size = status.size
  }

  var isAtEnd: Bool { matched == size }

  /// Whether the file continues with these bytes.
  func continues(with bytes: [UInt8]) -> Bool {
    guard size - matched >= bytes.count, file.contains(bytes, at: matched) else { return false }
    matched += bytes.count
    return true
  }

  /// - Returns: up to `count` bytes; none at the end, or if the file cannot be read.
  func bytes(from start: Int, count: Int) -> [UInt8] {
    file.bytes(from: start, count: count)
  }
}
