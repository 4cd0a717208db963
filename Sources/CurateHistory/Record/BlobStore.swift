import CurateCore
import LinkIdentity

/// Stores file contents, each once. A content can be compressed with a similar content as base.
struct BlobStore {
  let db: Database

  /// The maximum length of a chain of bases. Longer chains would make old contents slow to read.
  private static let maximumDepth = 16

  /// A stored content.
  struct Blob {
    var id: Int64
    /// The number of bases needed to read it.
    var depth: Int
    /// Whether credentials were masked, so that the content cannot be restored.
    var isRedacted: Bool
  }

  /// Returns the stored content with this SHA-256, nil if there is none.
  func find(_ sha256: [UInt8]) throws(HistoryFailure) -> Blob? {
    try db.first("SELECT id, depth, redacted FROM blob WHERE sha256 = ?", sha256) {
      Blob(id: $0[0], depth: $0[1], isRedacted: $0[2])
    }
  }

  /// Stores `bytes` unless the same content is already stored.
  ///
  /// - Parameter base: a stored content that has much in common with `bytes`, and its bytes.
  /// - Returns: the stored content.
  func store(
    _ bytes: [UInt8], sha256: [UInt8], base: (blob: Blob, bytes: [UInt8])? = nil
  ) throws(HistoryFailure) -> Blob {
    if let known = try find(sha256) { return known }
    let masked = maskingCredentials(in: bytes)
    let usable = base.flatMap { $0.blob.depth < Self.maximumDepth && !$0.blob.isRedacted ? $0 : nil }
    guard let data = Compression.compress(masked ?? bytes, prefix: usable?.bytes ?? []) else {
      throw .failed(path: db.path, message: "out of memory")
    }
    let depth = usable.map { $0.blob.depth + 1 } ?? 0
    try db.run(
      "INSERT INTO blob (sha256, size, base, depth, redacted, data) VALUES (?, ?, ?, ?, ?, ?)",
      sha256, (masked ?? bytes).count, usable?.blob.id, depth, masked != nil, data)
    return Blob(id: db.lastInsertedRowID, depth: depth, isRedacted: masked != nil)
  }

  /// Returns the bytes of a blob, nil if it is redacted or does not exist.
  func contents(of id: Int64) throws(HistoryFailure) -> [UInt8]? {
    let blob = try db.first("SELECT size, base, data FROM blob WHERE id = ? AND NOT redacted", id) { row in
      (size: row[0] as Int, base: row[1] as Int64?, data: row[2] as [UInt8])
    }
    guard let blob else { return nil }
    var prefix: [UInt8] = []
    if let base = blob.base { prefix = try contents(of: base) ?? [] }
    guard let bytes = Compression.decompress(blob.data, size: blob.size, prefix: prefix) else {
      throw .corrupt(path: db.path, message: "stored content \(id) is damaged")
    }
    return bytes
  }
}
