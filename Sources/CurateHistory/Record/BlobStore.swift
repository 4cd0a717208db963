import CurateCore
import LinkIdentity

/// Bytes stored once, compressed against bytes that are much like them.
struct BlobStore {
  let db: Database

  /// Longer chains would make old contents slow to read.
  private static let deepestChain = 16

  struct Stored {
    var id: Int64
    var depth: Int
    var isRedacted: Bool
  }

  func find(_ sha256: [UInt8]) throws(HistoryFailure) -> Stored? {
    try db.first("SELECT id, depth, redacted FROM blob WHERE sha256 = ?", sha256) {
      Stored(id: $0[0], depth: $0[1], isRedacted: $0[2])
    }
  }

  /// Stores `bytes` unless they are there already.
  ///
  /// - Parameter base: a stored content that shares much with them, and its bytes.
  /// - Returns: the blob's id.
  func store(
    _ bytes: [UInt8], sha256: [UInt8], base: (blob: Stored, bytes: [UInt8])? = nil
  ) throws(HistoryFailure) -> Stored {
    if let known = try find(sha256) { return known }
    let masked = maskingCredentials(in: bytes)
    let usable = base.flatMap { $0.blob.depth < Self.deepestChain && !$0.blob.isRedacted ? $0 : nil }
    guard let data = Compression.compress(masked ?? bytes, prefix: usable?.bytes ?? []) else {
      throw .failed(path: db.path, message: "out of memory")
    }
    let depth = usable.map { $0.blob.depth + 1 } ?? 0
    try db.run(
      "INSERT INTO blob (sha256, size, base, depth, redacted, data) VALUES (?, ?, ?, ?, ?, ?)",
      sha256, (masked ?? bytes).count, usable?.blob.id, depth, masked != nil, data)
    return Stored(id: db.lastInsertedRowID, depth: depth, isRedacted: masked != nil)
  }

  /// The bytes of a blob.
  ///
  /// - Returns: nil if it is redacted or does not exist.
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
